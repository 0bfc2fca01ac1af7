/**
 * What the bot keeps, in its own words; `src/store` implements these over SQL.
 *
 * Instants are epoch seconds, and `now` is always the caller's. Each call is atomic and, once it resolves, durable.
 * All are safe to call from several processes on one database. A call rejects only where the database does.
 */
import type { Delivery, DeliveryState } from '../core/digest/delivery.ts';
import type { Subscription } from '../core/digest/subscription.ts';

/** Whom an installation serves: one workspace, or every workspace of an Enterprise organisation. */
export type Tenant =
  | { readonly kind: 'workspace'; readonly teamId: string }
  | { readonly kind: 'organisation'; readonly enterpriseId: string };

/**
 * The app installed by OAuth: what a later call to Slack needs, and no more.
 * The app asks for no user scopes, so there is no user's token to keep.
 */
export interface Installation {
  readonly tenant: Tenant;
  /** The organisation that a workspace belongs to, where it belongs to one. */
  readonly enterpriseId: string | null;
  readonly appId: string | null;
  /** User who installed it. */
  readonly installedBy: string;
  readonly bot: {
    readonly id: string;
    readonly userId: string;
    readonly token: string;
    readonly scopes: readonly string[];
    /** `null` where the app has no token rotation; `expiresAt` is when `token` stops working. */
    readonly rotation: { readonly refreshToken: string; readonly expiresAt: number } | null;
  };
}

/** Permission to renew an installation's tokens, for a while. */
export interface RenewalLease {
  readonly until: number;
}

export interface Installations {
  /** Replaces what the tenant had. A renewal under way is thereby void. */
  save(installation: Installation, now: number): Promise<void>;
  /** @throws UnreadableTokens where the encryption key that sealed them is not at hand, or the row was altered */
  find(tenant: Tenant): Promise<Installation | null>;
  /**
   * Slack may tell of a removal after the app was installed anew: what was installed after the removal stays.
   * @param removedAt when the app was removed
   * @returns whether the tenant now has no installation
   */
  delete(tenant: Tenant, removedAt: number): Promise<boolean>;
  /**
   * At most one holder at a time, over all processes: Slack's refresh tokens work once.
   * `null` where another holds the lease or there is no installation: go on with the token there is.
   */
  claimRenewal(tenant: Tenant, now: number, seconds: number): Promise<RenewalLease | null>;
  /** Saves renewed tokens; `false` and nothing saved where the lease was lost, or the app was removed or installed anew. */
  renew(installation: Installation, lease: RenewalLease): Promise<boolean>;
}

/** A thread in a channel or DM. */
export interface Thread {
  readonly teamId: string;
  readonly channelId: string;
  readonly threadTs: string;
}

/**
 * What was asked earlier in a thread, so that "and who abstained?" is understood.
 * The only place where the words of a question are kept: for at most seven days, and the newest few of a thread.
 */
export interface Conversations {
  /**
   * @param ts Slack's timestamp of the message, which orders a thread; the same message again (after an edit) replaces
   *   what it asked
   */
  add(thread: Thread, ts: string, question: string, now: number): Promise<void>;
  /** Questions of the thread before the message `ts`, oldest first, never any older than seven days. */
  before(thread: Thread, ts: string, now: number): Promise<readonly string[]>;
  /** Deletes what is older than seven days; how many questions that was. */
  purge(now: number): Promise<number>;
  /** Deletes all of a workspace. */
  forget(teamId: string): Promise<void>;
}

/** A message that asks, as Slack names it. */
export interface AskingMessage {
  readonly teamId: string;
  readonly channelId: string;
  readonly ts: string;
}

export interface Exchange {
  /** `null` until the reply is posted. */
  readonly replyTs: string | null;
  /** Of the latest edit that was claimed; empty for the message as it was written. */
  readonly editedTs: string;
}

/**
 * Which message of ours answers which message, so that a question is answered once, by whichever process, and an edited
 * one changes its answer. Slack's timestamps only: no text and nobody's name.
 */
export interface Exchanges {
  /**
   * The right to answer a message. Of all who claim it, one gets it.
   * @param threadTs the thread that the reply goes to
   * @param editedTs of the edit that is answered; empty for the message as it was written
   * @returns `false` where the message was claimed before, in whatever wording
   */
  claim(message: AskingMessage, threadTs: string, editedTs: string, now: number): Promise<boolean>;
  /**
   * The right to answer an edit of a message that was claimed: of each edit once, and never of an earlier one.
   * @returns `null` where there is nothing to amend
   */
  amend(message: AskingMessage, editedTs: string): Promise<Exchange | null>;
  record(message: AskingMessage, replyTs: string): Promise<void>;
  find(message: AskingMessage): Promise<Exchange | null>;
  /** Whether anything in the thread was answered in the last seven days. */
  isAnsweredIn(thread: Thread, now: number): Promise<boolean>;
  /** Deletes what was claimed seven days ago or earlier; how many. */
  purge(now: number): Promise<number>;
  /** Deletes all of a workspace. */
  forget(teamId: string): Promise<void>;
}

/** Whom the bot has greeted: each person and each channel once. */
export interface Greetings {
  /** `true` the first time for this person or channel, `false` ever after. */
  claim(teamId: string, greeted: string, now: number): Promise<boolean>;
  /** Deletes all of a workspace. */
  forget(teamId: string): Promise<void>;
}

/** Channels that chose to have follow-ups in threads answered without a mention. */
export interface ThreadChoices {
  add(teamId: string, channelId: string, now: number): Promise<void>;
  delete(teamId: string, channelId: string): Promise<void>;
  has(teamId: string, channelId: string): Promise<boolean>;
  /** Deletes all of a workspace. */
  forget(teamId: string): Promise<void>;
}

export interface Revision {
  readonly teamId: string;
  readonly count: number;
  /** Epoch seconds, by the clock of whoever saved it. */
  readonly changedAt: number;
}

export interface Subscriptions {
  /** Replaces the channel's subscription. */
  save(subscription: Subscription, now: number): Promise<void>;
  /** `false`, with nothing changed, where the channel's subscription is no longer `known`. */
  replace(known: Subscription, next: Subscription, now: number): Promise<boolean>;
  find(teamId: string, channelId: string): Promise<Subscription | null>;
  /** Of one workspace, by channel id. */
  list(teamId: string): Promise<readonly Subscription[]>;
  /** Workspaces that have a subscription, sorted, with how many and when one was saved last: by it a change shows. */
  revisions(): Promise<readonly Revision[]>;
  /** Whether there was one. */
  delete(teamId: string, channelId: string): Promise<boolean>;
  /** Deletes all of a workspace. */
  forget(teamId: string): Promise<void>;
}

export interface Deliveries {
  /** A workspace's, with `postAt` at or after `from`, and earlier ones that are open yet; by time and channel. */
  list(teamId: string, from: number): Promise<readonly Delivery[]>;
  /**
   * Records an intent before the call to Slack. Of all processes that claim a slot at once, one gets it.
   * @param known the slot's version as the caller last read it, or `null` where it had no delivery
   * @returns `null` where the slot was changed meanwhile or another's lease still runs
   */
  claim(
    intent: Pick<Delivery, 'slot' | 'day' | 'content'> & {
      readonly state: Extract<DeliveryState, { kind: 'queueing' | 'withdrawing' }>;
    },
    known: number | null,
    now: number,
    seconds: number,
  ): Promise<Delivery | null>;
  /**
   * Records the outcome after the call, and ends the lease.
   * @returns `false`, with nothing changed, where the delivery was changed since it was claimed or read
   */
  record(delivery: Delivery, state: DeliveryState, now: number): Promise<boolean>;
  /** Workspaces that have a delivery which is open yet: intended, or held by Slack when it was last heard of. */
  openTeamIds(): Promise<readonly string[]>;
  /** Deletes deliveries whose time was before `postAt`, but for those that are open yet; how many. */
  purge(postAt: number): Promise<number>;
  /** Deletes all of a workspace. */
  forget(teamId: string): Promise<void>;
}
