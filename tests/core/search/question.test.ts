import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuestion } from '../../../src/core/search/question.ts';

describe('parseQuestion', () => {
  it.each([
    ['When was it signed?', ['date']],
    ['What year was it signed?', ['date']],
    ['Where was it signed?', ['place']],
    ['In which city was it signed?', ['place']],
    ['Who signed it?', ['person']],
    ['Which president signed it?', ['person']],
    ['How many signed it?', ['number']],
    ['How much was paid?', ['money', 'number']],
    ['How long did it take?', ['duration', 'measure']],
    ['How tall is it?', ['measure']],
    ['What is the population of Sall?', ['number']],
    ['What percentage agreed?', ['percent']],
    ['What is a lighthouse?', ['definition']],
    ['Who was Ada Merrow?', ['definition', 'person']],
    ['Why was it signed?', []],
    ['Was it signed?', []],
    ['signed', []],
  ])('%s', (text, expected) => {
    expect([...parseQuestion(text).seeks].sort()).toEqual(expected);
  });

  it.each([
    ['What year was it signed?', 'year'],
    ['Which was the name of the ship?', 'name'],
    ['How many people came?', 'people'],
    ['What colour is it?', undefined],
    ['Who signed it?', undefined],
  ])('the head of "%s" is %s', (text, expected) => {
    const { tokens, head } = parseQuestion(text);
    expect(tokens[head]?.surface).toBe(expected);
  });

  it.each([
    ['What did they not say?', true],
    ["Who didn't sign?", true],
    ['Who didn’t sign?', true],
    ['Who signed the note?', false],
    ['What did the government sign?', false],
  ])('whether "%s" denies something is %s', (text, expected) => {
    expect(parseQuestion(text).negated).toBe(expected);
  });

  it('reads any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { tokens, focus, head } = parseQuestion(text);
        expect(head).toBeLessThan(tokens.length);
        expect(focus[0]).toBeLessThanOrEqual(focus[1]);
      }),
    );
  });
});
