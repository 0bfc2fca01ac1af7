/** A question as words: sentences told apart, shorthand written out, slips of the finger mended. */
import { type Token, tokenize } from '../search/text.ts';
import type { Spell } from './spelling.ts';

export interface Word {
  readonly surface: string;
  /** Folded, spelled out and mended: what is compared. */
  readonly form: string;
  readonly stem: string;
  readonly capitalised: boolean;
  /** Carries grammar only. */
  readonly stop: boolean;
  /** Number of the sentence it stands in, from 0. */
  readonly sentence: number;
  /** Number of the clause it stands in, from 0; commas, semicolons and dashes part clauses. */
  readonly clause: number;
  /** Stands between quotation marks. */
  readonly quoted: boolean;
  /** Not a word anybody here knows: no statement, no group of the lexicon, no common word. */
  readonly unknown: boolean;
}

export interface Reading {
  readonly words: readonly Word[];
  /** Per sentence, whether it ends in a question mark. */
  readonly asks: readonly boolean[];
  /** Whether case says anything: false for text all in lower or all in upper case. */
  readonly mixedCase: boolean;
}

const DOUBLE_QUOTES = /[“”„‟«»″]/gu;
const SINGLE_QUOTES = /[‘’‚‛ʼ′`´]/gu;
const QUOTED = /"([^"]+)"|(?<=^|[\s(])'([^']+(?:'[a-z]+[^']*)*)'(?=$|[\s.,;:?!)])/gu;
const SENTENCE_END = /[.?!…\n]["')\]]*(?:\s|$)|\n|[.?!]{2,}/u;
const CLAUSE_END = /[,;:()—–]|\s-+\s/u;

/** Typographic quotes as plain ones, white space as single blanks but for line ends, which part sentences. */
function plainText(text: string): string {
  return text
    .replace(DOUBLE_QUOTES, '"')
    .replace(SINGLE_QUOTES, "'")
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\S\n]{2,}|[^\S\n ]/gu, ' ');
}

/** @param spell how a token is spelled out */
export function readWords(text: string, spell: Spell): Reading {
  const plain = plainText(text);
  const quoted = /["']/.test(plain)
    ? [...plain.matchAll(QUOTED)].map((match) => [match.index, match.index + match[0].length] as const)
    : [];
  const tokens = tokenize(plain);
  const mixedCase = isMixedCase(tokens);
  const words: Word[] = [];
  const asks: boolean[] = [];
  let sentence = 0;
  let clause = 0;
  let end = 0;
  for (const token of tokens) {
    const gap = plain.slice(end, token.start);
    if (words.length > 0 && gap !== ' ') {
      if (SENTENCE_END.test(gap)) {
        asks[sentence] = gap.includes('?');
        sentence++;
        clause++;
      } else if (CLAUSE_END.test(gap)) clause++;
    }
    end = token.end;
    const inQuotes = quoted.some(([from, to]) => token.start >= from && token.end <= to);
    const first = words.length === 0;
    for (const { form, stem, stop, unknown } of spell(token, mixedCase && !first)) {
      const { surface, capitalised } = token;
      const month = form === 'may' && capitalised && MONTH_AFTER.has(words.at(-1)?.form ?? '');
      words.push({
        surface,
        form,
        stem,
        capitalised,
        stop: stop && !month,
        sentence,
        clause,
        quoted: inQuotes,
        unknown,
      });
    }
  }
  asks[sentence] = plain.slice(end).includes('?');
  return { words: mendWhere(countMillions(words)), asks, mixedCase };
}

/** After these at its start a question can't go on with another verb of their kind: “were did”, “were is”. */
const AUXILIARIES = new Set(['did', 'do', 'does', 'is', 'are', 'was', 'will', 'would', 'can', 'has', 'have']);

/** A common slip that is a word itself. */
function mendWhere(words: Word[]): Word[] {
  const [first, second] = words;
  if (first?.form !== 'were' || second === undefined || !AUXILIARIES.has(second.form)) return words;
  return [{ ...first, form: 'where', stem: 'where' }, ...words.slice(1)];
}

/** Some words start with a capital, and not nearly all do. */
function isMixedCase(tokens: readonly Token[]): boolean {
  const capitals = tokens.filter(({ capitalised }) => capitalised).length;
  return capitals > 0 && capitals < tokens.length && capitals < Math.max(2, tokens.length * 0.75);
}

/** After these a capital "May" is the month. */
const MONTH_AFTER = new Set(['in', 'of', 'since', 'until', 'by', 'early', 'late', 'last', 'next']);

const SCALES = new Map([
  ['thousand', 1_000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
]);

/** "one million", "a million", "1.5 million" and "half a million" as the one number they are. */
function countMillions(words: readonly Word[]): Word[] {
  const counted: Word[] = [];
  for (const word of words) {
    const scale = SCALES.get(word.form);
    const factor = scale === undefined ? null : factorOf(counted);
    if (scale === undefined || factor === null) {
      counted.push(word);
      continue;
    }
    const parts = counted.splice(counted.length - factor.words);
    const surface = [...parts, word].map((part) => part.surface).join(' ');
    const form = String(factor.value * scale);
    counted.push({ ...word, surface, form, stem: form, stop: false, unknown: false });
  }
  return counted;
}

function factorOf(words: readonly Word[]): { readonly value: number; readonly words: number } | null {
  const last = words.at(-1)?.form ?? '';
  if (/^\d+(?:\.\d+)?$/u.test(last)) return { value: Number(last), words: 1 };
  if (last === 'a' && words.at(-2)?.form === 'half') return { value: 0.5, words: 2 };
  return last === 'a' || last === 'one' ? { value: 1, words: 1 } : null;
}
