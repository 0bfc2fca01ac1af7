/** Days and months that a claim or a statement names, and whether they agree. */

import type { Question } from '../question/analysis.ts';
import { isWeekday, weekdayOf } from '../question/calendar.ts';
import type { Word } from '../question/words.ts';

/** What a text says of a day; what it leaves open is `null`. */
export interface NamedDate {
  /** 1 to 12 */
  readonly month: number | null;
  /** 1 to 31 */
  readonly day: number | null;
  readonly year: number | null;
  readonly weekday: string | null;
  /** A week is named by its Monday rather than a day of it. */
  readonly isWeek: boolean;
  /** As typed. */
  readonly text: string;
  /** Indexes of its words. */
  readonly words: readonly number[];
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const SHORT = new Map(
  MONTHS.flatMap(
    (name, at) =>
      [[name, at + 1], [name.slice(0, 3), at + 1], ...(name === 'september' ? [['sept', 9] as const] : [])] as [
        string,
        number,
      ][],
  ),
);
const MILLISECONDS_A_DAY = 86_400_000;

/** @param asOf the day that "last Monday" and "today" are counted from, YYYY-MM-DD */
export function readDates({ words }: Pick<Question, 'words'>, asOf: string): NamedDate[] {
  const found: NamedDate[] = [];
  const taken = new Set<number>();
  const put = (date: Partial<NamedDate>, own: readonly number[]) => {
    for (const at of own) taken.add(at);
    const text = own.map((at) => words[at]?.surface ?? '').join(' ');
    found.push({ month: null, day: null, year: null, weekday: null, isWeek: false, ...date, text, words: own });
  };
  words.forEach((_, at) => {
    if (taken.has(at)) return;
    const relative = relativeAt(words, at, asOf);
    if (relative !== null) {
      put(relative.date, relative.words);
      return;
    }
    const month = monthAt(words, at);
    if (month === null) return;
    const own = [at];
    const before = words[at - 1]?.form === 'of' ? at - 2 : at - 1;
    const day = dayOf(words[before]) ?? dayOf(words[at + 1]);
    if (day !== null) own.push(dayOf(words[before]) === null ? at + 1 : before);
    const yearAt = [...own, at + 2].map((index) => index + 1).find((index) => yearOf(words[index]) !== null);
    if (yearAt !== undefined) own.push(yearAt);
    const places = [...new Set(own)].sort((a, b) => a - b);
    put(
      { month, day, year: yearOf(words[yearAt ?? -1]), isWeek: day !== null && isWeekOf(words, places[0] ?? at) },
      places,
    );
  });
  words.forEach((word, at) => {
    if (!taken.has(at) && isWeekday(word.form)) put({ weekday: word.form }, [at]);
  });
  return found;
}

/** "the week of 25 March". */
function isWeekOf(words: readonly Word[], at: number): boolean {
  const before = words.slice(Math.max(0, at - WEEK_REACH), at).map(({ form }) => form);
  const week = before.lastIndexOf('week');
  return week !== -1 && before.slice(week + 1).every((form) => form === 'of' || form === 'the' || isWeekday(form));
}
const WEEK_REACH = 4;

function monthAt(words: readonly Word[], at: number): number | null {
  const word = words[at];
  const month = SHORT.get(word?.form ?? '') ?? null;
  if (month === null || word === undefined) return null;
  // "may" and "march" are verbs, too.
  if (word.form !== 'may' && word.form !== 'march' && word.form !== 'mar') return month;
  const near = dayOf(words[at - 1]) !== null || dayOf(words[at + 1]) !== null || yearOf(words[at + 1]) !== null;
  return near || (word.capitalised && AT_MONTH.has(words[at - 1]?.form ?? '')) ? month : null;
}
const AT_MONTH = new Set(['in', 'of', 'since', 'until', 'by', 'early', 'late', 'last', 'next', 'on']);

function dayOf(word: Word | undefined): number | null {
  const day = Number(/^(\d{1,2})(?:st|nd|rd|th)?$/u.exec(word?.form ?? '')?.[1] ?? 0);
  return day >= 1 && day <= 31 ? day : null;
}

function yearOf(word: Word | undefined): number | null {
  return /^(?:19|20)\d\d$/u.test(word?.form ?? '') ? Number(word?.form) : null;
}

const SIGNS: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
]);

/** "last Monday", "this week", "yesterday". */
function relativeAt(
  words: readonly Word[],
  at: number,
  asOf: string,
): { date: Partial<NamedDate>; words: number[] } | null {
  const form = words[at]?.form ?? '';
  const next = words[at + 1]?.form ?? '';
  const today = new Date(`${asOf}T00:00:00Z`);
  const dayAt = (offset: number): Partial<NamedDate> => {
    const day = new Date(today.getTime() + offset * MILLISECONDS_A_DAY);
    return { month: day.getUTCMonth() + 1, day: day.getUTCDate(), year: day.getUTCFullYear() };
  };
  if (form === 'yesterday') return { date: dayAt(-1), words: [at] };
  if (form === 'today') return { date: dayAt(0), words: [at] };
  if (form === 'tomorrow') return { date: dayAt(1), words: [at] };
  const sign = SIGNS.get(form);
  if (sign === undefined) return null;
  if (next === 'month') {
    const month = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + sign, 1));
    return { date: { month: month.getUTCMonth() + 1, year: month.getUTCFullYear() }, words: [at, at + 1] };
  }
  if (next === 'week') {
    const monday = (today.getUTCDay() + 6) % 7;
    return { date: { ...dayAt(7 * sign - monday), isWeek: true }, words: [at, at + 1] };
  }
  if (!isWeekday(next) || sign === 0) return null;
  for (let days = 1; days <= 7; days++) {
    const day = dayAt(days * sign);
    if (weekdayOf(isoOf(day)) === next) return { date: day, words: [at, at + 1] };
  }
  return null;
}

function isoOf({ year, month, day }: Partial<NamedDate>): string {
  const two = (value: number | null | undefined) => String(value ?? 0).padStart(2, '0');
  return day == null ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}

/** @param on YYYY-MM-DD or YYYY-MM */
export function dateOn(on: string): NamedDate {
  const [year = null, month = null, day = null] = on.split('-').map(Number);
  return { month, day, year, weekday: weekdayOf(on), isWeek: false, text: on, words: [] };
}

/** Whether both can be the same day. What neither or only one says does not part them; see `tells`. */
export function agree(claimed: NamedDate, told: NamedDate): boolean {
  if (claimed.isWeek) return isWithin(told, claimed);
  if (told.isWeek) return isWithin(claimed, told);
  for (const part of ['month', 'day', 'year'] as const) {
    if (claimed[part] !== null && told[part] !== null && claimed[part] !== told[part]) return false;
  }
  const weekday = weekdayIn(told);
  return claimed.weekday === null || weekday === null || claimed.weekday === weekday;
}

/** Whether the day may be one of the week's; `true` where either leaves open which day. */
function isWithin(day: NamedDate, week: NamedDate): boolean {
  if (week.month === null || week.day === null || day.month === null) return true;
  const year = week.year ?? day.year ?? 0;
  const from = Date.UTC(year, week.month - 1, week.day);
  const end = new Date(from + 6 * MILLISECONDS_A_DAY);
  if (day.day === null) return day.month === week.month || day.month === end.getUTCMonth() + 1;
  const at = Date.UTC(day.year ?? year, day.month - 1, day.day);
  return at >= from && at < from + 7 * MILLISECONDS_A_DAY;
}

/** Whether the second says everything that the first says. */
export function tells(claimed: NamedDate, told: NamedDate): boolean {
  if (!agree(claimed, told) || (told.isWeek && !claimed.isWeek && (claimed.day ?? claimed.weekday) !== null))
    return false;
  if (claimed.month !== null && told.month === null) return false;
  if (claimed.day !== null && told.day === null) return false;
  return claimed.weekday === null || weekdayIn(told) !== null;
}

function weekdayIn({ weekday, year, month, day, isWeek }: NamedDate): string | null {
  if (isWeek) return weekday;
  return weekday ?? (year === null || month === null || day === null ? null : weekdayOf(isoOf({ year, month, day })));
}
