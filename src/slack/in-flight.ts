/** Work that Slack has an acknowledgement for and that is not done yet: what a shutdown has to wait for. */

export interface InFlight {
  /** Counts `work` until it settles, and gives back its outcome. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Resolves with `true` once nothing is left, or with `false` after the time is up. */
  idle(timeoutMs: number): Promise<boolean>;
  readonly size: number;
}

export function createInFlight(): InFlight {
  const running = new Set<Promise<unknown>>();
  return {
    async track(work) {
      running.add(work);
      try {
        return await work;
      } finally {
        running.delete(work);
      }
    },
    async idle(timeoutMs) {
      let isTimeUp = false;
      let timer: NodeJS.Timeout | undefined;
      const timeUp = new Promise<void>((resolve) => {
        timer = setTimeout(() => {
          isTimeUp = true;
          resolve();
        }, timeoutMs);
      });
      while (running.size > 0 && !isTimeUp) await Promise.race([Promise.allSettled([...running]), timeUp]);
      clearTimeout(timer);
      return running.size === 0;
    },
    get size() {
      return running.size;
    },
  };
}
