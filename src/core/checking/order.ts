/** What came before what. */
import type { Question } from '../question/analysis.ts';
import type { Unit } from '../question/units.ts';
import type { Difference, Means } from './comparison.ts';
import type { Clause, Telling } from './reading.ts';
import { isVerb } from './verbs.ts';

const BEFORE = new Set(['before', 'ahead', 'prior']);
const AFTER = new Set(['after', 'following', 'since']);

/** What follows upon something else. */
const THEN = new Set(['when', 'once', 'because', 'over', 'later', 'followed', 'upon']);

interface Order {
  readonly isAfter: boolean;
  /** As typed. */
  readonly mark: string;
  readonly words: readonly number[];
  readonly ahead: readonly Unit[];
  readonly behind: readonly Unit[];
}

/** "the vote came after the cancellation" where it came before. "A after B" is "B before A". */
export function turnedOrder(
  { question }: Clause,
  telling: Telling,
  means: Means,
): { readonly missing: readonly Unit[]; readonly differences: readonly Difference[] } {
  const claimed = orderIn(question);
  const told = orderIn(telling.question);
  const none = { missing: [], differences: [] };
  if (claimed === null) return none;
  const marks = question.units.filter((unit) => unit.words.some((at) => claimed.words.includes(at)));
  // "two days after" is one unit, and no unit where it is a length of time.
  const own = marks.length > 0 ? marks : claimed.behind.slice(0, 1);
  if (told === null) {
    const follows = claimed.isAfter && telling.question.words.some(({ form }) => THEN.has(form));
    return follows ? none : { missing: own, differences: [] };
  }
  const [mark] = claimed.behind;
  const isIn = (units: readonly Unit[]) => mark !== undefined && units.some((unit) => means(mark, unit));
  const [left, right] = claimed.isAfter === told.isAfter ? [told.ahead, told.behind] : [told.behind, told.ahead];
  if (!isIn(left) || (isIn(right) && claimed.isAfter === told.isAfter)) return none;
  if (isIn(right)) return { missing: own, differences: [] };
  return { missing: [], differences: [{ claimed: claimed.mark, told: told.mark, units: own }] };
}

/** "the deal was canceled" where the deal was discussed after something else was canceled: told of another time. */
export function mixesTimes({ question, content }: Clause, telling: Telling, means: Means): boolean {
  const told = orderIn(telling.question);
  if (told === null || orderIn(question) !== null) return false;
  const isOnlyIn = (units: readonly Unit[], others: readonly Unit[]) => (unit: Unit) =>
    units.some((other) => means(unit, other)) && !others.some((other) => means(unit, other));
  const own = content.filter(({ kind }) => kind !== 'name');
  const isBehind = isOnlyIn(told.behind, told.ahead);
  return own.some((unit) => isBehind(unit) && isVerb(unit, question)) && own.some(isOnlyIn(told.ahead, told.behind));
}

function orderIn({ words, units }: Question): Order | null {
  const at = words.findIndex(({ form }) => BEFORE.has(form) || AFTER.has(form));
  const word = words[at];
  if (word === undefined) return null;
  const starts = ({ words: own }: Unit) => own[0] ?? 0;
  const behind = units.filter((unit) => starts(unit) > at && words[starts(unit)]?.clause === word.clause);
  return {
    isAfter: AFTER.has(word.form),
    mark: word.surface,
    words: [at],
    ahead: units.filter((unit) => !behind.includes(unit) && !unit.words.includes(at)),
    behind: behind.filter(({ kind }) => kind !== 'name' && kind !== 'number'),
  };
}
