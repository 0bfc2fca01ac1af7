/** Numbers of a claim, with what they count and how they are compared: "more than a million", "fewer than 15". */
import type { Question } from '../question/analysis.ts';
import type { Unit } from '../question/units.ts';
import { isVerb } from './verbs.ts';

export type Bound = 'exact' | 'above' | 'below' | 'about' | 'least' | 'most';

export interface Counted {
  /** `null` for "one". */
  readonly unit: Unit | null;
  /** As typed. */
  readonly text: string;
  readonly value: number;
  readonly isRank: boolean;
  readonly bound: Bound;
  /** "all but one": it counts who is left out of what is told. */
  readonly isLeftOut: boolean;
  /** "14 of 15": a part of the number that follows. */
  readonly isPart: boolean;
  /** What follows it up to the next number of its clause: what is counted, and what is done. */
  readonly counts: readonly Unit[];
  /** What the number before it counts: "of 15 members, 14 agreed" tells of 14 members. */
  readonly borrowed: readonly Unit[];
}

const BOUNDS: readonly (readonly [RegExp, Bound])[] = [
  [/(?:more than|greater than|over|above|upwards of|in excess of|exceeds?|exceeded|beyond|tops?|topped)$/u, 'above'],
  [/(?:fewer than|less than|under|below|not even|no more than|short of|nearly|almost|just under)$/u, 'below'],
  [/(?:at least|no fewer than|no less than|not fewer than|not less than)$/u, 'least'],
  [/(?:at most|up to|as many as)$/u, 'most'],
  [/(?:about|around|roughly|approximately|some|circa|an estimated)$/u, 'about'],
];
const LEFT_OUT = /(?:^| )(?:but|except|save|bar)(?: for)?$/u;
const WORDS_BEFORE = 3;

/** @param skipped indexes of words that are dates */
export function readNumbers(question: Question, skipped: ReadonlySet<number>): Counted[] {
  const { units, words } = question;
  const places = words.flatMap((_, at) => (skipped.has(at) || !isNumber(question, at) ? [] : [at]));
  const found: Counted[] = [];
  for (const [index, at] of places.entries()) {
    const form = words[at]?.form ?? '';
    const following = places[index + 1];
    const isOfNext = following !== undefined && between(question, at, following) === 'of';
    const next = (isOfNext ? places[index + 2] : following) ?? words.length;
    const before = words
      .slice(Math.max(0, at - WORDS_BEFORE), at)
      .map((word) => word.form)
      .join(' ');
    const starts = (unit: Unit) => unit.words[0] ?? 0;
    const unit = units.find((each) => each.words.includes(at) && each.kind === 'number') ?? null;
    const counts = units.filter(
      (each) =>
        starts(each) > at &&
        starts(each) < next &&
        each.kind !== 'number' &&
        words[starts(each)]?.clause === words[at]?.clause,
    );
    const by = words[at - 1]?.form === 'by' ? units.filter((each) => starts(each) < at).slice(-1) : [];
    const previous = found.at(-1);
    const isOf = between(question, places[index - 1], at) === 'of';
    found.push({
      unit,
      text: words[at]?.surface ?? '',
      value: form === 'one' ? 1 : amountOf(form),
      isRank: RANK.test(form),
      bound: BOUNDS.find(([pattern]) => pattern.test(before.replace(/ an?$/u, '')))?.[1] ?? 'exact',
      isLeftOut: LEFT_OUT.test(before),
      isPart: isOfNext,
      // "14 of the 15 members agreed": the members are 15, those who agreed 14.
      counts: isOfNext
        ? counts.slice(verbIn(counts, question))
        : isOf
          ? counts.slice(0, verbIn(counts, question))
          : [...by, ...counts],
      borrowed: isOfNext
        ? counts.slice(0, verbIn(counts, question))
        : isOf || previous === undefined || previous.isRank
          ? []
          : [...previous.counts, ...previous.borrowed],
    });
  }
  return found;
}

/** The words between two places, without articles. */
function between({ words }: Question, from: number | undefined, to: number): string | null {
  if (from === undefined) return null;
  const inner = words.slice(from + 1, to).filter(({ form }) => form !== 'the' && form !== 'its');
  return inner.map(({ form }) => form).join(' ');
}

/** How many of the units stand before the first verb. */
function verbIn(units: readonly Unit[], question: Question): number {
  const at = units.findIndex((unit) => isVerb(unit, question));
  return at === -1 ? units.length : at;
}

/** "one abstained" counts; "the one that abstained" points. */
function isNumber({ units, words }: Question, at: number): boolean {
  // "the first meeting" is the original one.
  if (words[at]?.form === '1st') return false;
  if (words[at]?.form !== 'one') return units.some(({ kind, words: own }) => kind === 'number' && own.includes(at));
  const before = words[at - 1]?.form ?? '';
  return (
    before !== 'the' &&
    before !== 'no' &&
    before !== 'this' &&
    before !== 'that' &&
    units.some((unit) => unit.words[0] === at + 1)
  );
}

const RANK = /^\d+(?:st|nd|rd|th)$/u;

function amountOf(form: string): number {
  const [, digits = '0', scale = ''] = /^([\d.]+)(k|m|mn)?/u.exec(form) ?? [];
  return Number(digits) * (scale === 'k' ? 1_000 : scale === '' ? 1 : 1_000_000);
}

export type Agreement = 'same' | 'differs' | 'open';

/** Whether what the claim says of the amount follows from what is told, is ruled out by it, or is left open. */
export function compareAmounts(claimed: Counted, told: Counted): Agreement {
  const { value, bound } = claimed;
  if (claimed.isRank !== told.isRank) return 'open';
  switch (told.bound) {
    case 'above':
    case 'least': {
      if (bound === 'below' || bound === 'most') return value <= told.value ? 'differs' : 'open';
      if (bound === 'above' || bound === 'least') return value <= told.value ? 'same' : 'open';
      if (value === told.value) return bound === 'exact' ? 'same' : 'open';
      // Nobody who is told "more than a million" is told of two.
      return value < told.value || value >= 2 * told.value ? 'differs' : 'open';
    }
    case 'below':
    case 'most': {
      if (bound === 'above' || bound === 'least') return value >= told.value ? 'differs' : 'open';
      if (bound === 'below' || bound === 'most') return value >= told.value ? 'same' : 'open';
      return value > told.value ? 'differs' : 'open';
    }
    case 'about':
      return value === told.value && bound !== 'above' && bound !== 'below' ? 'same' : 'open';
    case 'exact': {
      if (bound === 'above') return told.value > value ? 'same' : 'differs';
      if (bound === 'below') return told.value < value ? 'same' : 'differs';
      if (bound === 'least') return told.value >= value ? 'same' : 'differs';
      if (bound === 'most') return told.value <= value ? 'same' : 'differs';
      return told.value === value ? 'same' : bound === 'about' ? 'open' : 'differs';
    }
  }
}
