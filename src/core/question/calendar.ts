/** Words of the calendar. */
import { rememberWords } from '../search/word-memory.ts';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

const WEEKDAY_NAMES: ReadonlySet<string> = new Set(WEEKDAYS);

/** @param form folded */
export function isWeekday(form: string): boolean {
  return WEEKDAY_NAMES.has(form);
}

/** Every word that a date is written with. */
export const CALENDAR: readonly string[] = [...WEEKDAYS, ...MONTHS, 'today', 'tomorrow', 'yesterday'];

/** @param date YYYY-MM-DD; `null` for a date without a day */
export const weekdayOf = rememberWords((date): string | null => {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  return WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? null;
});
