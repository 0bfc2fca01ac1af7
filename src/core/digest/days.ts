/** Days of the calendar, as YYYY-MM-DD, wherever that is. */

/** In the order of the week. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export type Weekday = (typeof weekdays)[number];

export const DAY_SECONDS = 24 * 60 * 60;

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_SECONDS * 1000).toISOString().slice(0, 10);
}

export function weekdayOf(day: string): Weekday {
  // 1970-01-01 was a Thursday.
  return weekdays[floorMod(dayNumber(day) + 3, 7)] ?? 'mon';
}

/** Days of the set in [from, to); negative, and counted in [to, from), where `to` comes first. */
export function countDays(from: string, to: string, days: readonly Weekday[]): number {
  const first = dayNumber(from);
  const length = dayNumber(to) - first;
  if (length < 0) return 0 - countDays(to, from, days);
  const rest = Array.from({ length: length % 7 }, (_, i) => weekdayOf(addDays(from, i)));
  return Math.floor(length / 7) * days.length + rest.filter((day) => days.includes(day)).length;
}

function dayNumber(day: string): number {
  return Date.parse(day) / (DAY_SECONDS * 1000);
}

/** Like `%`, but never negative. */
export function floorMod(value: number, modulus: number): number {
  return ((value % modulus) + modulus) % modulus;
}
