/** One sending of a digest, and where it stands. */

/** One place in a channel's schedule; there is at most one delivery for it, ever. */
export interface Slot {
  readonly teamId: string;
  readonly channelId: string;
  /** Epoch seconds. */
  readonly postAt: number;
}

/**
 * The two "-ing" states are recorded before the call to Slack, the others after it: a crash between leaves an intent
 * whose outcome only Slack knows.
 */
export type DeliveryState =
  | { readonly kind: 'queueing' }
  | { readonly kind: 'queued'; readonly messageId: string }
  | { readonly kind: 'withdrawing'; readonly messageId: string }
  | { readonly kind: 'withdrawn' }
  /** Its time came while Slack held it. */
  | { readonly kind: 'posted' }
  /** Its time came while only Slack knew whether it held it: it may have been posted, and is not sent again. */
  | { readonly kind: 'unsure' }
  /** Slack refused for good; `error` is Slack's own word for why. */
  | { readonly kind: 'failed'; readonly error: string };

export interface Delivery {
  readonly slot: Slot;
  /** Local day in the subscription's zone, YYYY-MM-DD: a channel has one digest a day. */
  readonly day: string;
  /** Names the message's content, so that an edit of facts or subscription shows. */
  readonly content: string;
  readonly state: DeliveryState;
  /** Who claimed it alone may act on it until then, in epoch seconds; 0 when nobody does. */
  readonly leaseUntil: number;
  /** Grows with every change; a claim or record that knows an older one changes nothing. */
  readonly version: number;
}

/** Whether it isn't known yet what becomes of it. */
export function isOpen({ state }: Delivery): boolean {
  return state.kind === 'queueing' || state.kind === 'queued' || state.kind === 'withdrawing';
}
