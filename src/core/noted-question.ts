/** A question as the editor's report counts it: so that equal ones are one, and nothing in it names or reaches a person. */
import { truncate } from './typed-text.ts';

/** Longer ones are rarely asked twice. */
const MAX_LENGTH = 200;

/**
 * In lower case, on one line, without end marks; addresses, handles, long numbers and what looks like a key are taken
 * out. A name that somebody typed as a word stays: it may be what the article lacks.
 * @returns `null` where nothing is left
 */
export function noteQuestion(question: string): string | null {
  const plain = question
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ')
    .toLowerCase()
    .replace(/\S+@\S+\.\S+|\b[a-z][a-z+.-]*:\/\/\S+|\bwww\.\S+/g, ADDRESS)
    .replace(/(?<!\S)[@#][\p{L}\p{N}._-]+/gu, ADDRESS)
    .replace(/\b(?=[\w-]*\d)[\w-]{16,}/g, KEY)
    .replace(/\+?\d[\d\s()./-]{5,}\d/g, (number) => (isReachable(number) ? NUMBER : number))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^["'“‘«(\s¿¡]+|["'”’»)\s.?!…؟¿¡]+$/gu, '');
  const isEmpty = plain.replaceAll(ADDRESS, '').replaceAll(NUMBER, '').replaceAll(KEY, '').trim() === '';
  return isEmpty ? null : truncate(plain, MAX_LENGTH);
}

const ADDRESS = '[address]';
const NUMBER = '[number]';
const KEY = '[key]';

/** As many digits as a telephone number has, and no date. */
function isReachable(number: string): boolean {
  const isDate = /^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4})$/.test(number.trim());
  return !isDate && number.replace(/\D/g, '').length >= 7;
}
