/** Messages that Slack holds for later, as a digest pass needs them. `src/slack` implements this over the Web API. */
import type { Digest } from '../core/digest/compose.ts';
import type { Slot } from '../core/digest/delivery.ts';
import type { Held } from '../core/digest/reconcile.ts';
import type { Subscription } from '../core/digest/subscription.ts';

/** Each call is made once: whether and when to try again is the pass's to decide. None rejects for what Slack does. */
export interface ScheduledMessages {
  /** What Slack holds of this app's for the workspace; with `span` only what posts from its first to its last second. */
  list(teamId: string, span: Span | null): Promise<Outcome<readonly Held[]>>;
  /** @returns Slack's id of the message */
  queue(slot: Slot, digest: Digest): Promise<Outcome<string>>;
  withdraw(slot: Slot, messageId: string): Promise<Outcome<null>>;
  /** Tells the person who ordered a channel's digests, in a direct message, that Slack refuses them, why, and what to do. */
  tellStopped(subscription: Subscription): Promise<Outcome<null>>;
}

/** Epoch seconds, both inclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** What a failed call means for who made it. */
export type Failure =
  /** Nothing was done: too many calls, or Slack can't be reached. It may be tried again after so many seconds. */
  | { readonly kind: 'later'; readonly error: string; readonly seconds: number }
  /** No answer, or one that leaves it open: it may have been done, or may be done yet, within `CALL_SECONDS`. */
  | { readonly kind: 'unknown'; readonly error: string }
  /** Slack takes no post of ours in the channel, until a person changes something there. */
  | { readonly kind: 'channel'; readonly error: string }
  /** Slack takes no call of ours in the workspace, until a person changes something. */
  | { readonly kind: 'workspace'; readonly error: string }
  /** The app is no longer installed; what was kept for the workspace is deleted. */
  | { readonly kind: 'uninstalled'; readonly error: string }
  /** It is too late: the time has passed, or the message can't be taken back any more. */
  | { readonly kind: 'late'; readonly error: string }
  /** The call itself is wrong, which is a bug of ours, or new in Slack. */
  | { readonly kind: 'bug'; readonly error: string };

/** Until a call is tried again in a workspace that takes none. */
export const CLOSED_SECONDS = 10 * 60;

/** The error of a workspace where the app has no token, in Slack's word for it. */
export const NO_TOKEN = 'team_access_not_granted';

/**
 * How long after a call began Slack may still carry it out, in seconds, with or without our hearing of it: the time
 * limit of a call, and as much again for what is under way at Slack when it ends.
 */
export const CALL_SECONDS = 40;
