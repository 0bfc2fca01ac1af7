/** Days and months as the rules on dates need them. */

export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export { MONTHS } from '../core/attribution.ts';

/** @param date YYYY-MM-DD or YYYY-MM; `true` for any other form, which is the schema's to report */
export function isInCalendar(date: string): boolean {
  const [, year, month, day = '01'] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(date) ?? [];
  if (year === undefined) return true;
  const time = new Date(0);
  time.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return time.getUTCMonth() === Number(month) - 1 && time.getUTCDate() === Number(day);
}

/** @param day YYYY-MM-DD */
export function nameWeekday(day: string): string | undefined {
  return WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()];
}
