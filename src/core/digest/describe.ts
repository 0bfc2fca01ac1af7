/** Days and times of digests in words. */
import { formatDate } from '../attribution.ts';
import { dayAt, timeAt } from './calendar.ts';
import { type Weekday, weekdayOf, weekdays } from './days.ts';

export const WEEKDAY_NAMES: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

/** "every day", "Monday to Friday", "Monday, Wednesday and Friday". */
export function describeWeekdays(days: readonly Weekday[]): string {
  const names = weekdays.filter((day) => days.includes(day)).map((day) => WEEKDAY_NAMES[day]);
  const [first = '', ...rest] = names;
  const last = rest.at(-1);
  if (last === undefined) return `${first}s`;
  if (names.length === weekdays.length) return 'every day';
  const isRun = weekdays.indexOf(days.at(-1) ?? 'mon') - weekdays.indexOf(days[0] ?? 'mon') === names.length - 1;
  if (isRun && names.length > 2) return `${first} to ${last}`;
  return `${[first, ...rest.slice(0, -1)].join(', ')} and ${last}`;
}

/** "Wednesday 3 April 2024, 09:00", in the zone. */
export function describeTime(at: number, zone: string): string {
  const day = dayAt(at, zone);
  return `${WEEKDAY_NAMES[weekdayOf(day)]} ${formatDate(day)}, ${timeAt(at, zone)}`;
}
