/** Remembers keys for a while: to do once what arrives twice. */

export interface Recent {
  /** `true` the first time within the time to live, `false` each time after. */
  isFirst(key: string): boolean;
  /** The next time counts as the first again. */
  forget(key: string): void;
  readonly size: number;
}

/**
 * Bounded in time and in number. Over `max` the oldest key is forgotten, although its time is not up.
 * @param ttlMs counted from the first time a key is seen; seeing it again doesn't prolong it
 * @param now milliseconds; must not go backwards by much
 */
export function createRecent(ttlMs: number, max: number, now: () => number): Recent {
  /** Insertion order is order of expiry, as every key lives equally long. */
  const expiries = new Map<string, number>();
  const forgetOldest = (): void => {
    const [oldest] = expiries.keys();
    if (oldest !== undefined) expiries.delete(oldest);
  };
  return {
    isFirst(key) {
      const time = now();
      for (const [old, expiry] of expiries) {
        if (expiry > time) break;
        expiries.delete(old);
      }
      if (expiries.has(key)) return false;
      if (expiries.size >= max) forgetOldest();
      expiries.set(key, time + ttlMs);
      return true;
    },
    forget(key) {
      expiries.delete(key);
    },
    get size() {
      return expiries.size;
    },
  };
}
