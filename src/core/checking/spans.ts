/** Lengths of time between two things: "two days after", "minutes later", "the day before". */
import type { Word } from '../question/words.ts';

export interface Span {
  /** In minutes, of one of its unit. */
  readonly unit: number;
  /** `null` where nobody says how many: "minutes after". */
  readonly count: number | null;
  /** "within an hour of": it may be less. */
  readonly isLimit: boolean;
  /** As typed. */
  readonly text: string;
  /** Indexes of its words. */
  readonly words: readonly number[];
}

const UNITS: Readonly<Record<string, number>> = {
  second: 1 / 60,
  minute: 1,
  hour: 60,
  day: 1_440,
  week: 10_080,
  month: 43_200,
  year: 525_600,
};
const MARKS = new Set(['after', 'before', 'later', 'earlier', 'following', 'ahead', 'prior']);
const REACH = 3;

export function readSpans(words: readonly Word[]): Span[] {
  return words.flatMap((word, at): Span[] => {
    const unit = UNITS[word.surface.toLowerCase().replace(/s$/u, '')];
    if (unit === undefined) return [];
    const next = words[at + 1]?.form ?? '';
    const before = words[at - 1];
    const isLimit = words.slice(Math.max(0, at - REACH), at).some(({ form }) => form === 'within');
    if (!MARKS.has(next) && !(isLimit && next === 'of')) return [];
    const plural = /s$/iu.test(word.surface);
    const number = /^\d+$/u.test(before?.form ?? '') ? Number(before?.form) : null;
    const count = number ?? (plural ? null : 1);
    const own =
      number === null && before?.form !== 'a' && before?.form !== 'one' && before?.form !== 'an' ? [at] : [at - 1, at];
    return [{ unit, count, isLimit, text: own.map((index) => words[index]?.surface ?? '').join(' '), words: own }];
  });
}

/** Whether both can be the same time, or one says more than the other. */
export function compareSpans(claimed: Span, told: Span): 'same' | 'differs' | 'open' {
  if (claimed.isLimit || told.isLimit) return compareLimits(claimed, told);
  if (claimed.count !== null && told.count !== null) {
    return claimed.count * claimed.unit === told.count * told.unit ? 'same' : 'differs';
  }
  if (claimed.unit !== told.unit) return 'differs';
  return claimed.count === null ? 'same' : 'open';
}

/** "within an hour" is right where it was minutes and wrong where it was days; "an hour" is left open by "within an hour". */
function compareLimits(claimed: Span, told: Span): 'same' | 'differs' | 'open' {
  const [most, least] = [mostOf(claimed), leastOf(told)];
  if (claimed.isLimit) {
    if (mostOf(told) <= most) return 'same';
    return !told.isLimit && least > most ? 'differs' : 'open';
  }
  if (claimed.count === null && claimed.unit === told.unit && told.count === null) return 'same';
  return leastOf(claimed) > mostOf(told) ? 'differs' : 'open';
}

/** "minutes" are fewer than an hour of them, "days" fewer than a week: so many at most, in minutes. */
function mostOf({ unit, count }: Span): number {
  if (count !== null) return count * unit;
  return Math.min(...Object.values(UNITS).filter((longer) => longer > unit), unit * MANY);
}
const MANY = 10;

function leastOf({ unit, count }: Span): number {
  return (count ?? 2) * unit;
}
