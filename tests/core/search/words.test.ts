import { describe, expect, it } from 'vitest';
import { antonymsOf } from '../../../src/core/search/antonyms.ts';
import { rarityInEnglish } from '../../../src/core/search/common-words.ts';
import { synonymsOf } from '../../../src/core/search/synonyms.ts';
import { rootOf } from '../../../src/core/search/word-forms.ts';

describe('words of one root', () => {
  it.each([
    ['wrote', 'writing'],
    ['dead', 'died'],
    ['children', 'child'],
    ['withdrawal', 'withdrew'],
    ['Israelis'.toLowerCase(), 'israel'],
    ['votes', 'voted'],
  ])('%s and %s', (one, other) => {
    expect(rootOf(one)).toBe(rootOf(other));
  });

  it.each([
    ['vote', 'veto'],
    ['university', 'unit'],
    ['jordan', 'israel'],
  ])('but not %s and %s', (one, other) => {
    expect(rootOf(one)).not.toBe(rootOf(other));
  });
});

describe('synonyms and antonyms', () => {
  it('hold both ways', () => {
    expect(synonymsOf(rootOf('bought'))).toContain(rootOf('purchase'));
    expect(synonymsOf(rootOf('purchased'))).toContain(rootOf('buy'));
    expect(antonymsOf(rootOf('before'))).toContain(rootOf('after'));
    expect(antonymsOf(rootOf('after'))).toContain(rootOf('before'));
  });

  it('never hold of a word and itself', () => {
    for (const word of ['buy', 'cause', 'leader', 'increase', 'first']) {
      expect(synonymsOf(rootOf(word))).not.toContain(rootOf(word));
      expect(antonymsOf(rootOf(word))).not.toContain(rootOf(word));
    }
  });

  it.each(['terrorist', 'militant', 'genocide', 'israel', 'palestine', 'gaza', 'hamas'])(
    'take no side: "%s" stands for nothing but itself',
    (word) => {
      expect([...synonymsOf(rootOf(word)), ...antonymsOf(rootOf(word))]).toEqual([]);
    },
  );
});

describe('rarity in English', () => {
  it('rises from words of every day to words that few use', () => {
    const rarities = ['year', 'council', 'lighthouse'].map((word) => rarityInEnglish(rootOf(word)));
    expect(rarities).toEqual(rarities.toSorted((a, b) => a - b));
    expect(rarityInEnglish('zyzzyva')).toBe(Math.max(...rarities));
  });
});
