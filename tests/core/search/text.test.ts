import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, isTypoOf, stem, tokenize } from '../../../src/core/search/text.ts';

const forms = (text: string) => tokenize(text).map((token) => token.form);

describe('tokenize', () => {
  it.each([
    ['U.S. and US are one word', 'U.S. US', ['us', 'us']],
    ['possessives go, with straight and curly quotes', "Israel's Israel’s", ['israel', 'israel']],
    ['accents and width go', 'Café ＡＢＣ', ['cafe', 'abc']],
    ['thousands separators go, decimals stay', '1,400,000 and 1.4', ['1400000', 'and', '1.4']],
    ['number words are numbers', 'fourteen of 15', ['14', 'of', '15']],
    ['ordinals are written alike', 'the fifth, the 5th', ['the', '5th', 'the', '5th']],
    ['contractions keep their negation', "didn't", ['didnt']],
    ['names with an apostrophe stay whole', "O'Brien", ['obrien']],
    ['other scripts are words too', 'رفح רפיח', ['رفح', 'רפיח']],
    ['punctuation alone is nothing', '?! … —', []],
  ])('%s', (_, text, expected) => {
    expect(forms(text)).toEqual(expected);
  });

  it('gives both parts of a hyphenated word the whole', () => {
    expect(tokenize('a cease-fire').map(({ form, compound }) => [form, compound])).toEqual([
      ['a', null],
      ['cease', 'ceasefire'],
      ['fire', 'ceasefire'],
    ]);
  });

  it('does not take a dash for a hyphen', () => {
    expect(tokenize('vote — abstention').every(({ compound }) => compound === null)).toBe(true);
  });

  it('tells the country from the pronoun', () => {
    const us = (text: string) => tokenize(text).find(({ form }) => form === 'us')?.stop;
    expect(us('how did the US vote')).toBe(false);
    expect(us('how did the us vote')).toBe(false);
    expect(us('tell us more')).toBe(true);
  });

  it('knows where each word stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { surface, start, end } of tokenize(text)) expect(text.slice(start, end)).toBe(surface);
      }),
    );
  });

  it('reads a text alike in any case, but for the pronoun "us"', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Rafah', 'the', 'VOTE', "Didn't", 'cease-Fire', 'Café')), (words) => {
        const text = words.join(' ');
        expect(forms(text.toLowerCase())).toEqual(forms(text.toUpperCase()));
      }),
    );
  });
});

describe('stem', () => {
  it.each([
    ['officials', 'official'],
    ['abstained', 'abstaining'],
    ['resolutions', 'resolution'],
  ])('%s and %s share one', (a, b) => {
    expect(stem(a)).toBe(stem(b));
  });

  it('leaves numbers and other scripts alone', () => {
    expect(stem('2024s')).toBe('2024s');
    expect(stem('رفح')).toBe('رفح');
  });
});

describe('typos', () => {
  it.each([
    ['netanyaho', 'netanyahu'],
    ['rafha', 'rafah'],
    ['resoultion', 'resolution'],
    ['minster', 'minister'],
  ])('%s may be meant as %s', (typed, known) => {
    expect(isTypoOf(typed, known)).toBe(true);
  });

  it.each([
    ['vote', 'vote'],
    ['1400', '1500'],
    ['gas', 'gaza'],
    ['iran', 'israel'],
  ])('%s is no slip for %s', (typed, known) => {
    expect(isTypoOf(typed, known)).toBe(false);
  });

  it('counts a swap of neighbours as one edit', () => {
    expect(editDistance('rafha', 'rafah')).toBe(1);
  });

  it('is the same in both directions and stops at its limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
        const distance = editDistance(a, b, limit);
        expect(distance).toBe(editDistance(b, a, limit));
        expect(distance).toBe(Math.min(editDistance(a, b, 99), limit + 1));
      }),
    );
  });
});
