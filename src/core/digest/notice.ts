/** What the bot tells a person about the digests of channels. Nothing in it is a fact from the article. */
import type { Subscription } from './subscription.ts';

/** A digest to come. */
export interface Upcoming {
  /** Epoch seconds. */
  readonly at: number;
  /** Of the subscription; the reader's own is the surface's business. */
  readonly zone: string;
}

export type Notice =
  /** It posts from now on. */
  | {
      readonly kind: 'scheduled';
      readonly change: 'started' | 'changed' | 'resumed';
      readonly subscription: Subscription;
      readonly next: readonly Upcoming[];
      /** No time zone was named, and the channel had none. */
      readonly zoneAssumed: boolean;
      /** `false`: Slack could not be asked whether it takes posts there. */
      readonly checked: boolean;
    }
  | {
      readonly kind: 'status';
      readonly subscription: Subscription;
      readonly next: readonly Upcoming[];
      /** User who ordered it; `null` where to name them would call them. */
      readonly orderedBy: string | null;
    }
  /** Slack refused a digest, which the person who ordered it is told unasked; the status holds its own word for why. */
  | { readonly kind: 'stopped'; readonly subscription: Subscription }
  | { readonly kind: 'paused' | 'ended' | 'none'; readonly channelId: string }
  /** Of the workspace, as far as the person may see them. */
  | {
      readonly kind: 'list';
      readonly entries: readonly { readonly subscription: Subscription; readonly next: Upcoming | null }[];
    }
  /** Slack takes no post in the channel, so nothing was changed; `error` is its own word for why. */
  | { readonly kind: 'refused'; readonly channelId: string; readonly hasDigest: boolean; readonly error: string }
  /** What was typed can't be carried out; the sentence says what to type instead. */
  | { readonly kind: 'problem'; readonly problem: string }
  /** Where no dialog can be opened by itself: it takes a press. */
  | { readonly kind: 'offer' }
  | { readonly kind: 'help' };
