/** Counts that are kept by day. */

const DAY_SECONDS = 24 * 60 * 60;

/** How long counts for the editor are kept, today included. */
const KEPT_DAYS = 90;

/** YYYY-MM-DD in UTC. @param now epoch seconds */
export function dayOf(now: number): string {
  return new Date(now * 1000).toISOString().slice(0, 10);
}

/** The first day that is kept yet. */
export function firstKeptDay(now: number): string {
  return dayOf(now - (KEPT_DAYS - 1) * DAY_SECONDS);
}
