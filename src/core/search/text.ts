/** How text becomes comparable words: folding, tokens, stems, typos. The same for statements and questions. */
import { stemmer } from 'stemmer';
import { isStopWord } from './stop-words.ts';
import { rememberWords } from './word-memory.ts';

export interface Token {
  /** As written. */
  readonly surface: string;
  /**
   * Comparable: decomposed, without accents, lower case, without possessive or apostrophe; "U.S." and "US" are both
   * "us", "1,400" is "1400", "fourteen" is "14".
   */
  readonly form: string;
  readonly stem: string;
  /** Where `surface` stands in the text: UTF-16 offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Starts with a capital, or is written with a digit first. */
  readonly capitalised: boolean;
  /** Carries no content. The pronoun "us" does not; "US" and "the us" do. */
  readonly stop: boolean;
  /** The hyphenated word this is a part of, as one form: "ceasefire" on both parts of "cease-fire". */
  readonly compound: string | null;
}

const INITIALS = String.raw`\p{L}\.(?:\p{L}\.)+`;
const NUMBER = String.raw`\p{N}+(?:[.,]\p{N}+)*(?:\p{L}+)?`;
const WORD = String.raw`[\p{L}\p{M}\p{N}]+(?:['’‘ʼ][\p{L}\p{M}]+)*`;
const WORDS = new RegExp(`${INITIALS}|${NUMBER}|${WORD}`, 'gu');
const CAPITALISED = /^[\p{Lu}\p{Lt}\p{N}]/u;
/** What may join two words into a compound: hyphens of every kind, not dashes. */
const HYPHENS = new Set(['-', '\u2010', '\u2011']);

/** Words before a lower-case "us" that make it the pronoun rather than the country. */
const BEFORE_PRONOUN_US = new Set('tell let give show gave told for of to with remind help about'.split(' '));

/** Content words, numbers and names in order; punctuation is dropped. Never fails, whatever the text. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let compoundStart = 0;
  let previousEnd = -1;
  const closeCompound = () => {
    if (tokens.length - compoundStart < 2) return;
    const parts = tokens.slice(compoundStart);
    const compound = parts.map((part) => part.form).join('');
    parts.forEach((part, index) => {
      tokens[compoundStart + index] = { ...part, compound };
    });
  };
  WORDS.lastIndex = 0;
  for (let match = WORDS.exec(text); match !== null; match = WORDS.exec(text)) {
    const surface = match[0];
    const start = match.index;
    const end = start + surface.length;
    const { form, stem, capitalised, grammar } = readSurface(surface);
    if (form === '') continue;
    if (start - previousEnd !== 1 || !HYPHENS.has(text.charAt(previousEnd))) {
      closeCompound();
      compoundStart = tokens.length;
    }
    previousEnd = end;
    const stop = form === 'us' ? isPronounUs(surface, tokens.at(-1)) : grammar;
    tokens.push({ surface, form, stem, start, end, capitalised, stop, compound: null });
  }
  closeCompound();
  return tokens;
}

/** What is true of a word wherever it stands. */
interface Surface {
  readonly form: string;
  readonly stem: string;
  readonly capitalised: boolean;
  readonly grammar: boolean;
}

const readSurface = rememberWords((surface): Surface => {
  const form = foldWord(surface);
  return { form, stem: stem(form), capitalised: CAPITALISED.test(surface), grammar: isStopWord(form) };
});

function isPronounUs(surface: string, before: Token | undefined): boolean {
  return surface === 'us' && before !== undefined && BEFORE_PRONOUN_US.has(before.form);
}

/** One word in comparable form; '' where nothing comparable is in it. */
function foldWord(surface: string): string {
  const plain = surface
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’‘ʼ]/gu, "'")
    .toLowerCase()
    .replace(/'(?:s|re|ve|ll|d|m)$/u, '');
  if (/^\p{N}/u.test(plain)) return plain.replace(/,/gu, '');
  const form = plain.replace(/[^\p{L}\p{N}]+/gu, '');
  return NUMBER_WORDS.get(form) ?? form;
}

const NUMBER_WORDS = new Map(
  [
    'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
      .split(' ')
      .map((word, index): [string, string] => [word, String(index + 2)]),
    'first second third fourth fifth sixth seventh eighth ninth tenth'
      .split(' ')
      .map((word, index): [string, string] => [word, ['1st', '2nd', '3rd'][index] ?? `${index + 1}th`]),
  ].flat(),
);

/** Porter's stem of a folded form; forms that hold a digit or anything but a-z are their own stem. */
export const stem = rememberWords((form) => (form.length > 2 && /^[a-z]+$/.test(form) ? stemmer(form) : form));

/**
 * Number of edits (insert, delete, replace, swap of neighbours) from one word to the other,
 * or `limit + 1` as soon as it is certain to be more than `limit`.
 */
export function editDistance(a: string, b: string, limit = 2): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let alike = 0;
  while (alike < a.length && a[alike] === b[alike]) alike++;
  return editsBetween(a.slice(alike), b.slice(alike), limit);
}

function editsBetween(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}

/**
 * Whether `typed` may be a slip for `known`, both folded forms: one edit from four letters on, two from eight on.
 * Words with a digit are never slips for one another: 14 is not 15.
 */
export function isTypoOf(typed: string, known: string): boolean {
  if (typed === known || /\p{N}/u.test(typed) || /\p{N}/u.test(known)) return false;
  const length = Math.min(typed.length, known.length);
  if (length < 4) return false;
  const limit = length < 8 ? 1 : 2;
  return editDistance(typed, known, limit) <= limit;
}
