/** What listeners are given. They translate between Slack and these, and decide nothing themselves. */
import type { Handle, Library } from '../../bot/handle.ts';
import type { Log } from '../../bot/log.ts';
import type { Metrics } from '../../bot/metrics.ts';

export interface ListenerDependencies {
  readonly handle: Handle;
  readonly library: () => Library;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What a person reads where something went wrong on our side. */
export const SORRY = 'Something went wrong, and the question was not answered. Please try again.';
