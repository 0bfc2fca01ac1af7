import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_ECHO_LENGTH, quoteTyped, truncate } from '../../src/core/typed-text.ts';
import { typedText } from './arbitrary-reply.ts';

describe('typed text shown back', () => {
  it('stands in quotation marks, on one line', () => {
    expect(quoteTyped('  what\n about\tthis? ')).toBe('“what about this?”');
  });

  it('keeps letters of every script and joined emoji', () => {
    expect(quoteTyped('Что? متى؟ מתי? 👩‍👩‍👧‍👦')).toBe('“Что? متى؟ מתי? 👩‍👩‍👧‍👦”');
  });

  it('has nothing that changes the direction of reading or drives a terminal, and is short', () => {
    fc.assert(
      fc.property(typedText, (typed) => {
        const shown = quoteTyped(typed);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]/u);
        expect(shown.length).toBeLessThanOrEqual(MAX_ECHO_LENGTH + 2);
      }),
    );
  });
});

describe('text cut to a length', () => {
  it('is left alone when it fits', () => {
    expect(truncate('abcde', 5)).toBe('abcde');
  });

  it('ends in an ellipsis within the length', () => {
    expect(truncate('abcdef', 5)).toBe('abcd…');
  });

  it('is never cut inside what a reader sees as one character', () => {
    expect(truncate('ab👩‍👩‍👧‍👦cd', 5)).toBe('ab…');
    expect(truncate('cafe\u0301s', 5)).toBe('caf…');
    expect(truncate(`a${'\u0301'.repeat(50)}`, 5)).toBe('…');
  });

  it('is never over the length, and a beginning of the text', () => {
    fc.assert(
      fc.property(typedText, fc.integer({ min: 1, max: 300 }), (text, max) => {
        const cut = truncate(text, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(text.startsWith(cut.replace(/…$/, '')) || cut === text).toBe(true);
      }),
    );
  });
});
