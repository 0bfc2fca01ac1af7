/** What listeners are given. They translate between Slack and these, and decide nothing themselves. */
import type { Claims } from '../../bot/claims.ts';
import type { Converse } from '../../bot/converse.ts';
import type { FollowUps } from '../../bot/follow-ups.ts';
import type { Handle, Library } from '../../bot/handle.ts';
import type { Log } from '../../bot/log.ts';
import type { Metrics } from '../../bot/metrics.ts';
import type { Greetings, Tenant } from '../../bot/ports.ts';
import type { Posting } from '../../bot/posting.ts';
import type { Ratings } from '../../bot/report-ports.ts';
import type { Subscribing } from '../../bot/subscribing.ts';
import type { ScoreSummary } from '../../core/scorecard.ts';
import type { Fetch } from '../fetch.ts';

export interface ListenerDependencies {
  /** For the addresses at which Slack takes an answer; the Web API's calls go through Bolt's client. */
  readonly fetch: Fetch;
  readonly handle: Handle;
  readonly converse: Converse;
  /** As `converse`, for what was not addressed to the bot: nothing of it is counted. */
  readonly overhear: Converse;
  readonly subscribing: Subscribing;
  readonly claims: Claims;
  readonly followUps: FollowUps;
  readonly greetings: Greetings;
  readonly posting: Posting;
  readonly library: () => Library;
  readonly ratings: Ratings;
  /** Shown on the app's Home; `null` where nobody measured. */
  readonly scores: ScoreSummary | null;
  /**
   * Deletes what is kept for a workspace or organisation that removed the app.
   * @param removedAt epoch seconds; Slack may tell of it late
   * @returns `false`, with nothing deleted, where the app has been installed there again meanwhile
   */
  readonly forget: (tenant: Tenant, removedAt: number) => Promise<boolean>;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What a person reads where something went wrong on our side. */
export const SORRY = 'Something went wrong, and the question was not answered. Please try again.';
