import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteQuestion } from '../../src/core/noted-question.ts';
import { typedText } from './arbitrary-reply.ts';

describe('a question as it is counted', () => {
  it.each([
    ['  How many  TANKS\nare there ?! ', 'how many tanks are there'],
    ['“How many tanks?”', 'how many tanks'],
    ['¿Cuántos tanques?', 'cuántos tanques'],
    ['write to Dana.Smith@example.com about Rafah', 'write to [address] about rafah'],
    ['is <mailto:x@example.com> right', 'is [address] right'],
    ['see https://example.com/a?b=c or www.example.com', 'see [address] or [address]'],
    ['does @dana know #newsroom', 'does [address] know [address]'],
    ['call +1 (212) 555-0100 now', 'call [number] now'],
    ['what of 020 7946 0018?', 'what of [number]'],
    ['key xoxb-1234567890-abcdef here', 'key [key] here'],
    ['what happened on 2024-03-25', 'what happened on 2024-03-25'],
    ['what happened on 25/03/2024', 'what happened on 25/03/2024'],
    ['are there 1,500,000 people, in 14 of 15', 'are there 1,500,000 people, in 14 of 15'],
    ['is it a cease-fire or a resolution-of-conflict', 'is it a cease-fire or a resolution-of-conflict'],
  ])('%j is %j', (typed, noted) => {
    expect(noteQuestion(typed)).toBe(noted);
  });

  it.each(['', '  ?! ', '\u202e\u0000', 'a@example.com', '+1 212 555 0100?'])('%j is nothing to count', (typed) => {
    expect(noteQuestion(typed)).toBeNull();
  });

  it('is the same when it is asked in capitals, with other spaces or another end mark', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,6}$/), (words) => {
        expect(noteQuestion(`  ${words.toUpperCase().replaceAll(' ', '\t  ')}?! `)).toBe(noteQuestion(words));
      }),
    );
  });

  it('is one line of at most 200 characters, whatever was typed', () => {
    fc.assert(
      fc.property(fc.oneof(typedText, fc.string({ maxLength: 3000 })), (typed) => {
        const noted = noteQuestion(typed) ?? '';
        expect(noted.length).toBeLessThanOrEqual(200);
        expect(noted).not.toMatch(/[\n\r\u2028\u2029\u202e]/);
        expect(noted).not.toMatch(/\S+@\S+\.\S/);
      }),
    );
  });
});
