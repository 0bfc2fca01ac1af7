/** Whether a message is to be answered anew, changes an answer that is posted, or is settled. */
import { describeError, type Log } from './log.ts';
import type { Place } from './place.ts';
import type { AskingMessage, Exchanges } from './ports.ts';

/** A message that asks, in its latest wording. */
export interface AskingPlace extends Place {
  readonly threadTs: string;
  readonly messageTs: string;
}

export type Claim =
  | { readonly kind: 'new' }
  /** The reply to change. */
  | { readonly kind: 'edit'; readonly replyTs: string }
  /** The message, this edit or a later one is answered already, or the edit comes too late. */
  | { readonly kind: 'settled'; readonly reason: 'repeated' | 'edited_late' };

export interface Claims {
  /**
   * Of all processes that are told of a message, or of an edit, one gets it. Never rejects: where the store is away, a
   * message is answered as if it came once, and an edit is left.
   * @param editedTs Slack's timestamp of the edit; `null` for the message as it was written
   */
  claim(place: AskingPlace, editedTs: string | null): Promise<Claim>;
  /** Never rejects: without the record, an edit is answered by another reply. */
  record(place: AskingPlace, replyTs: string): Promise<void>;
}

export interface ClaimsDependencies {
  readonly exchanges: Exchanges;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** How long after it was written a question can be edited and its answer follows. */
const EDITABLE_SECONDS = 5 * 60;

/** What was asked longer ago may have been answered without a record of it being left. */
const REMEMBERED_SECONDS = 7 * 24 * 60 * 60;

/** For a reply that another handler is posting at this moment. */
const WAIT_MS = 250;
const WAITS = 20;

export function createClaims({ exchanges, log, now }: ClaimsDependencies): Claims {
  const seconds = (): number => Math.floor(now() / 1000);

  async function claimEdit(message: AskingMessage, threadTs: string, editedTs: string): Promise<Claim> {
    const after = Number(editedTs) - Number(message.ts);
    const isOld = after > REMEMBERED_SECONDS;
    // An edit that adds the mention is a question like any other.
    if (!isOld && (await exchanges.claim(message, threadTs, editedTs, seconds()))) return { kind: 'new' };
    if (isOld || after > EDITABLE_SECONDS) return { kind: 'settled', reason: 'edited_late' };
    let exchange = await exchanges.amend(message, editedTs);
    for (let waits = 0; waits < WAITS && exchange?.editedTs === editedTs && exchange.replyTs === null; waits += 1) {
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
      exchange = await exchanges.find(message);
    }
    if (exchange?.editedTs !== editedTs) return { kind: 'settled', reason: 'repeated' };
    return exchange.replyTs === null ? { kind: 'new' } : { kind: 'edit', replyTs: exchange.replyTs };
  }

  return {
    async claim({ teamId, channelId, threadTs, messageTs }, editedTs) {
      const message = { teamId, channelId, ts: messageTs };
      try {
        if (editedTs !== null) return await claimEdit(message, threadTs, editedTs);
        const isFirst = await exchanges.claim(message, threadTs, '', seconds());
        return isFirst ? { kind: 'new' } : { kind: 'settled', reason: 'repeated' };
      } catch (error) {
        log.warn('A question could not be claimed', describeError(error));
        return editedTs === null ? { kind: 'new' } : { kind: 'settled', reason: 'edited_late' };
      }
    },
    async record({ teamId, channelId, messageTs }, replyTs) {
      try {
        await exchanges.record({ teamId, channelId, ts: messageTs }, replyTs);
      } catch (error) {
        log.warn('A reply could not be recorded', describeError(error));
      }
    },
  };
}
