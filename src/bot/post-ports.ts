/** What is kept so that corrections reach what was posted. Implemented, and to be used, as `ports.ts` says. */
import type { Post, PostContent, PostedMessage, PostedStatement } from '../core/correction/post.ts';
import type { StatementVersion } from '../core/correction/shown.ts';

/** Messages with statements in them. */
export interface Posts {
  /** Replaces what was recorded of the message; it keeps the time of the first recording. */
  save(message: PostedMessage, content: PostContent, now: number): Promise<void>;
  find(message: PostedMessage): Promise<Post | null>;
  /** The message holds no statement any more, or can't be changed. */
  delete(message: PostedMessage): Promise<void>;
  /**
   * Messages of known timestamp posted at or after `since` that show one of these, that nobody holds and that were not postponed beyond
   * `now`: newest first, at most `limit`.
   * @param teamId of one workspace; `null` for all
   */
  listShowing(
    shown: readonly PostedStatement[],
    range: { readonly teamId: string | null; readonly since: number; readonly now: number; readonly limit: number },
  ): Promise<readonly Post[]>;
  /** A message that Slack held for later, and has posted, is this one. `false` where none was recorded under `held`. */
  identify(held: PostedMessage, ts: string): Promise<boolean>;
  /** Of one channel, those that Slack holds or held, recorded under times from the first to the second, latest first. */
  listHeld(from: PostedMessage, to: PostedMessage): Promise<readonly Post[]>;
  /** How many messages posted at or after `since` show one of these, by channel. */
  countShowing(shown: readonly PostedStatement[], since: number): Promise<readonly PostCount[]>;
  /** The same of messages that Slack posted for us without telling which they are, from the first time to the second. */
  countUnreachable(shown: readonly PostedStatement[], since: number, until: number): Promise<readonly PostCount[]>;
  /** Of all processes that claim a message at once, one gets it. `null` where it was changed, or another holds it. */
  claim(post: Post, now: number, seconds: number): Promise<Post | null>;
  /** Ends the lease. @returns `false`, with nothing changed, where the message was recorded anew meanwhile */
  amend(post: Post, content: PostContent): Promise<boolean>;
  /** Nobody is to act on it before `until`. @returns as `amend` */
  postpone(post: Post, until: number): Promise<boolean>;
  /** Deletes what was posted before `postedAt`; how many. */
  purge(postedAt: number): Promise<number>;
  /** Deletes all of a workspace. */
  forget(teamId: string): Promise<void>;
}

export interface PostCount {
  readonly teamId: string;
  readonly channelId: string;
  readonly posts: number;
}

/** Editions that were served, and the wordings of their statements: a message says what it read before. */
export interface Editions {
  /** The edition is served from now on; of several processes the last to say so is right. */
  adopt(edition: string, versions: readonly StatementVersion[], now: number): Promise<void>;
  /** The edition adopted last. */
  current(): Promise<string | null>;
  /** Still served: these wordings are kept. */
  keep(versions: readonly StatementVersion[], now: number): Promise<void>;
  /** The wordings that were served last. */
  served(): Promise<readonly StatementVersion[]>;
  /** All wordings that are kept, by id and name. */
  versions(): Promise<readonly StatementVersion[]>;
  /**
   * Deletes wordings that were last served before `servedAt`, and editions but the one adopted last and those that a post
   * agrees with; how many wordings.
   */
  purge(servedAt: number): Promise<number>;
}
