/** Slack's rate limits as they are for us: for each method and workspace by itself. */

/** Calls a minute: tier 3, which all methods for scheduled messages are in (`MethodsRateLimits.java` of the Java SDK). */
const CALLS_A_MINUTE = 50;
const MINUTE_MS = 60_000;

export interface Pace {
  /** Counts a call to be made now, where one may be made. @returns otherwise the seconds to wait, at least one; else 0 */
  take(teamId: string, method: string): number;
  /** Slack said to make no such call for a while. */
  hold(teamId: string, method: string, seconds: number): void;
}

/** @param now milliseconds since 1970 */
export function createPace(now: () => number): Pace {
  /** The times of the last minute's calls, and until when there are to be none. */
  const known = new Map<string, { calls: number[]; heldUntil: number }>();
  let sweepAt = now() + MINUTE_MS;

  function sweep(): void {
    if (now() < sweepAt) return;
    sweepAt = now() + MINUTE_MS;
    for (const [key, { calls, heldUntil }] of known) {
      if (heldUntil <= now() && (calls.at(-1) ?? 0) <= now() - MINUTE_MS) known.delete(key);
    }
  }

  function entryOf(teamId: string, method: string) {
    const key = `${teamId} ${method}`;
    const entry = known.get(key) ?? { calls: [], heldUntil: 0 };
    known.set(key, entry);
    entry.calls = entry.calls.filter((at) => at > now() - MINUTE_MS);
    return entry;
  }

  return {
    take(teamId, method) {
      sweep();
      const { calls, heldUntil } = entryOf(teamId, method);
      const oldest = calls.length < CALLS_A_MINUTE ? undefined : calls[0];
      const freeAt = Math.max(heldUntil, oldest === undefined ? 0 : oldest + MINUTE_MS);
      if (freeAt > now()) return Math.ceil((freeAt - now()) / 1000);
      calls.push(now());
      return 0;
    },
    hold(teamId, method, seconds) {
      entryOf(teamId, method).heldUntil = now() + seconds * 1000;
    },
  };
}
