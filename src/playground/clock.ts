/**
 * The workspace's clock: the machine's time plus an offset that tests and the page may grow. It never goes back.
 *
 * Timers are due by this clock, so moving it forward runs what falls between, in order, each at its own moment.
 */
export class Clock {
  readonly #source: () => number;
  readonly #ticking: boolean;
  #offset: number;
  #timers: { readonly at: number; readonly run: () => void }[] = [];
  #wake: NodeJS.Timeout | undefined;
  #stopped = false;

  /**
   * @param startAt Unix milliseconds to start at; default: the machine's time.
   * @param frozen When true, time stands still between calls of `advance` and `moveTo`.
   */
  constructor(options: { readonly startAt?: number; readonly frozen?: boolean } = {}) {
    const base = options.startAt ?? Date.now();
    this.#ticking = options.frozen !== true;
    this.#source = this.#ticking ? Date.now : () => base;
    this.#offset = base - this.#source();
  }

  /** Unix milliseconds. */
  now(): number {
    return Math.floor(this.#source() + this.#offset);
  }

  /** Unix seconds, rounded down. */
  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  /** How far this clock is from the machine's, in milliseconds. */
  get offset(): number {
    return this.now() - Date.now();
  }

  /** Runs `run` once when the clock reaches `at` (Unix milliseconds); returns a function that cancels it. */
  runAt(at: number, run: () => void): () => void {
    const timer = { at, run };
    const later = this.#timers.findIndex((other) => other.at > at);
    this.#timers.splice(later === -1 ? this.#timers.length : later, 0, timer);
    this.#sleep();
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
      this.#sleep();
    };
  }

  /** @throws RangeError when `milliseconds` is negative or not finite. */
  advance(milliseconds: number): void {
    this.moveTo(this.now() + milliseconds);
  }

  /** @throws RangeError when `target` (Unix milliseconds) is in the past or not finite. */
  moveTo(target: number): void {
    if (!Number.isFinite(target) || target < this.now()) throw new RangeError('The clock only moves forward.');
    this.#runUntil(target);
    this.#offset += Math.max(0, target - this.now());
    this.#sleep();
  }

  /** Drops all timers; nothing runs any more. */
  stop(): void {
    this.#stopped = true;
    this.#timers = [];
    clearTimeout(this.#wake);
  }

  #runUntil(target: number): void {
    for (let due = this.#timers[0]; due !== undefined && due.at <= target; due = this.#timers[0]) {
      this.#timers.shift();
      this.#offset += Math.max(0, due.at - this.now());
      due.run();
    }
  }

  #sleep(): void {
    clearTimeout(this.#wake);
    const next = this.#timers[0];
    if (next === undefined || !this.#ticking || this.#stopped) return;
    const longest = 2 ** 31 - 1; // what setTimeout can hold
    this.#wake = setTimeout(
      () => {
        this.#runUntil(this.now());
        this.#sleep();
      },
      Math.min(Math.max(0, next.at - this.now()), longest),
    );
    this.#wake.unref();
  }
}
