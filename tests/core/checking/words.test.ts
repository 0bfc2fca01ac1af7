import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../src/core/engine.ts';
import { loadShippedFacts } from '../questions.ts';

let engine: Engine;
beforeAll(async () => {
  ({ engine } = await loadShippedFacts());
});

const verdictOf = (claim: string) => engine.check(claim).kind;

describe('a claim that has the words of a statement is not supported where it says something else with them', () => {
  test.each([
    ['the threat was another’s', 'The United States threatened to veto the resolution.'],
    ['another was warned', 'Harris warned Netanyahu personally.'],
    ['to criticize is more than to say', 'The White House criticized the cancellation.'],
    ['what is denied is left open', 'Blinken is on the call but Sullivan isn’t'],
    ['a judgement counts', 'Harris said that attacking Rafah would be the right call.'],
    ['what is asked for has not come about', 'The hostages were released unconditionally.'],
  ])('%s', (_, claim) => expect(verdictOf(claim)).toBe('not_stated'));
});

describe('a number of something else doesn’t contradict', () => {
  test.each(['Rafah has 14 hospitals.', 'The vote lasted 14 minutes.', 'Thirty-two thousand people live in Rafah.'])(
    '%s',
    (claim) => expect(verdictOf(claim)).toBe('not_stated'),
  );
});

describe('the same in other words is supported', () => {
  test.each([
    'The vote was 14 of 15.',
    'Washington sat out the vote.',
    'The resolution adopted by the council is legally binding.',
    'NBC News did not identify its source.',
    'American military support was one of the topics of the visit.',
    'Netanyahu followed through on his threat.',
  ])('%s', (claim) => expect(verdictOf(claim)).toBe('supported'));
});

describe('the opposite is contradicted, whichever word says it', () => {
  test.each(['The vote was 15 of 15.', 'The vote was 13 of 15.', 'The resolution left out the hostages.'])(
    '%s',
    (claim) => expect(verdictOf(claim)).toBe('contradicted'),
  );
});
