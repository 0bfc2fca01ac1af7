/** Local times and instants in time zones. Local times are HH:MM, instants epoch seconds. */
import { Temporal } from 'temporal-polyfill';
import { addDays, DAY_SECONDS } from './days.ts';

/** The local day at an instant. */
export function dayAt(instant: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant * 1000)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}

/** The local time at an instant, HH:MM. */
export function timeAt(instant: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant * 1000)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
}

/** Answers `instantOf` for many subscriptions at once: each zone's days are looked up once. */
export interface Clock {
  /**
   * The instant of a local time. One that a clock change skips moves forward by what was skipped; of one that comes
   * twice it is the first. `null` where the zone has no such day (Apia had no 30 December 2011).
   */
  instantOf(day: string, time: string, zone: string): number | null;
}

/** All zones for a few days; past days are of no more use. */
const MAX_KNOWN = 10_000;

export function createClock(): Clock {
  /** The day's midnight where all its hours are alike, `null` where a clock change makes them need a closer look. */
  const midnights = new Map<string, number | null>();
  return {
    instantOf(day, time, zone) {
      const key = `${day} ${zone}`;
      const known = midnights.get(key);
      const midnight = known === undefined ? plainMidnight(day, zone) : known;
      if (midnights.size >= MAX_KNOWN) midnights.clear();
      if (known === undefined) midnights.set(key, midnight);
      return midnight === null ? instantAtChange(day, time, zone) : midnight + secondsOf(time);
    },
  };
}

function plainMidnight(day: string, zone: string): number | null {
  const start = startOf(day, zone);
  return start !== null && startOf(addDays(day, 1), zone) === start + DAY_SECONDS ? start : null;
}

/** When the local day begins; `null` where there is no such day. */
function startOf(day: string, zone: string): number | null {
  const start = Temporal.PlainDate.from(day).toZonedDateTime(zone);
  return start.toPlainDate().toString() === day ? start.epochMilliseconds / 1000 : null;
}

function instantAtChange(day: string, time: string, zone: string): number | null {
  if (startOf(day, zone) === null) return null;
  const local = Temporal.PlainDateTime.from(`${day}T${time}`);
  return local.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds / 1000;
}

function secondsOf(time: string): number {
  const [hours, minutes] = time.split(':');
  return (Number(hours) * 60 + Number(minutes)) * 60;
}

/** The zone's name as the time zone database writes it ("europe/london" is "Europe/London"); `null` where it has none. */
export function findZone(name: string): string | null {
  try {
    const { timeZoneId } = new Temporal.ZonedDateTime(0n, name);
    return /^[+-]/.test(timeZoneId) ? null : timeZoneId;
  } catch {
    return null;
  }
}
