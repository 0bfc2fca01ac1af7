import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../src/core/engine.ts';
import { describeVerdict } from '../../../src/core/wording.ts';
import { loadShippedFacts } from '../questions.ts';

let engine: Engine;
beforeAll(async () => {
  ({ engine } = await loadShippedFacts());
});

describe('where a count differs, the number shown beside it counts the same', () => {
  test.each([
    ['Thirteen members voted for it', 'Thirteen members', '14'],
    ['The resolution got 12 votes in favor', '12 votes', '14'],
    ['Three members abstained from the vote', 'Three members', 'one'],
    ['Two countries abstained', 'Two countries', 'one'],
    ['All but two members voted in favor', 'two members', 'one'],
    ['Of 12 members, 11 voted for it', '12 members', '15'],
    ['The council has 12 members', '12 members', '15'],
    ['Two million Palestinians shelter in Rafah', 'Two million Palestinians', 'one million'],
    ['It was the sixth resolution calling for a cease-fire', 'sixth resolution', 'fifth'],
    ['Three earlier cease-fire resolutions had been put before the council', 'Three earlier', 'Four'],
  ])('%s', (claim, claimed, told) => {
    const verdict = engine.check(claim);
    expect(verdict).toMatchObject({ kind: 'contradicted', differs: { claimed, told } });
    expect(describeVerdict(verdict)).toContain(`where the article has “${told}”`);
  });

  test.each([
    'Jean-Pierre spoke three days after the cancellation',
    'Netanyahu canceled the delegation two days after the vote',
    'Netanyahu canceled 40 minutes before the vote',
    'Thirteen countries backed the resolution',
  ])('and none is shown where a sentence says it: %s', (claim) => {
    const verdict = engine.check(claim);
    expect(verdict.kind).toBe('contradicted');
    expect(describeVerdict(verdict)).not.toMatch(/where the article has “(?:one|14|15|fifth|four)”/i);
  });
});
