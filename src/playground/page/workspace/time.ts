/** Times as people read them, in a zone that is given. */
import type { Ts } from '../../protocol.ts';

export function toMillis(ts: Ts): number {
  return Number(ts) * 1000;
}

export function formatTime(millis: number, timeZone: string): string {
  return format(millis, timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** "Today", "Yesterday", or "Monday, 1 April 2024". */
export function formatDay(millis: number, now: number, timeZone: string): string {
  const day = dayKey(millis, timeZone);
  if (day === dayKey(now, timeZone)) return 'Today';
  if (day === dayKey(now - 86_400_000, timeZone)) return 'Yesterday';
  const date = format(millis, timeZone, { day: 'numeric', month: 'long', year: 'numeric' });
  return `${format(millis, timeZone, { weekday: 'long' })}, ${date}`;
}

/** "Mon 1 Apr 2024, 09:00" */
export function formatMoment(millis: number, timeZone: string): string {
  const date = format(millis, timeZone, { day: 'numeric', month: 'short', year: 'numeric' });
  return `${format(millis, timeZone, { weekday: 'short' })} ${date}, ${formatTime(millis, timeZone)}`;
}

/** A key that two moments share when they fall on the same day there: `2024-04-01`. */
export function dayKey(millis: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(millis);
}

/** "2 days 3 hours", "45 minutes"; the two largest units that are not zero. */
export function formatSpan(millis: number): string {
  const minutes = Math.round(Math.abs(millis) / 60_000);
  const parts = [
    [Math.floor(minutes / 1440), 'day'],
    [Math.floor((minutes % 1440) / 60), 'hour'],
    [minutes % 60, 'minute'],
  ] as const;
  const named = parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`);
  return named.slice(0, 2).join(' ') || 'less than a minute';
}

function format(millis: number, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(millis);
}
