/**
 * What has to be done so that Slack holds what is wanted: a comparison, with no call, no clock and no memory.
 *
 * Whoever carries the changes out records an intent before each call (the store gives it to one process only) and the
 * outcome after it; then reads everything anew and asks again, until no change is left. An outcome that isn't known is
 * not recorded, and a call that may not be through before its lease ends is not begun. So a crash at any point, a
 * second process, an answer that is lost or comes late all lead back here.
 */
import { compareText } from '../corpus.ts';
import type { Delivery, DeliveryState, Slot } from './delivery.ts';

export interface Wanted {
  readonly slot: Slot;
  readonly day: string;
  readonly content: string;
}

/** A message that Slack holds for later. */
export interface Held {
  readonly slot: Slot;
  readonly messageId: string;
}

/** `delivery` is the slot's record as it was read, whose version the store compares; `null` where it has none. */
export type Change =
  /** No call: the record catches up with what is known. */
  | { readonly kind: 'record'; readonly slot: Slot; readonly delivery: Delivery; readonly state: DeliveryState }
  /** Intent, `chat.deleteScheduledMessage`, then `after` as the outcome. */
  | {
      readonly kind: 'withdraw';
      readonly slot: Slot;
      readonly delivery: Delivery | null;
      readonly messageId: string;
      readonly after: DeliveryState;
    }
  /** Intent, `chat.scheduleMessage`, then the message's id as the outcome. */
  | { readonly kind: 'queue'; readonly slot: Slot; readonly delivery: Delivery | null; readonly wanted: Wanted };

/**
 * What posts within so many seconds is not taken back. Slack documents 60; but up to about five minutes before its time
 * it says that a message is deleted, lists it no more, and posts it all the same (slackapi/bolt-js#1857,
 * slackhq/slack-api-docs#107). A call takes its time, too.
 */
export const DELETE_SECONDS = 360;
/** What is nearer is posted as it is: taken back, it might not be queued again in time. */
const REPLACE_SECONDS = 420;

/**
 * For one workspace.
 * @param held read after `recorded`, so that what was recorded as queued was to be seen
 * @param now when the reading of `held` began, however long ago: a call under a lease that ran out since may have come
 *   through unseen
 * @returns at most one change a slot, in the order to carry them out
 */
export function reconcile(
  wanted: readonly Wanted[],
  held: readonly Held[],
  recorded: readonly Delivery[],
  now: number,
): readonly Change[] {
  const situations = new Map<string, Situation>();
  const at = (slot: Slot): Situation => {
    const key = `${slot.postAt} ${slot.channelId}`;
    const known = situations.get(key) ?? { slot, wanted: null, held: [], delivery: null, dayTaken: false };
    situations.set(key, known);
    return known;
  };
  for (const { slot, messageId } of held) at(slot).held.push(messageId);
  for (const delivery of recorded) at(delivery.slot).delivery = delivery;
  const taken = new Map<string, Set<number>>();
  for (const { slot, day } of recorded.filter(takesDay)) {
    const key = `${slot.channelId} ${day}`;
    taken.set(key, (taken.get(key) ?? new Set()).add(slot.postAt));
  }
  for (const each of wanted) {
    const others = new Set(taken.get(`${each.slot.channelId} ${each.day}`));
    others.delete(each.slot.postAt);
    const situation = at(each.slot);
    situation.wanted = each;
    situation.dayTaken = others.size > 0;
  }
  return [...situations.values()]
    .flatMap((situation) => changeOf(situation, now) ?? [])
    .sort(
      (a, b) =>
        ORDER[a.kind] - ORDER[b.kind] ||
        a.slot.postAt - b.slot.postAt ||
        compareText(a.slot.channelId, b.slot.channelId),
    );
}

/** What is taken back makes room for what is queued. */
const ORDER = { record: 0, withdraw: 1, queue: 2 } as const;

/** Everything known of one slot. */
interface Situation {
  readonly slot: Slot;
  wanted: Wanted | null;
  /** Ids of messages. More than one where a call that seemed lost came through late. */
  readonly held: string[];
  delivery: Delivery | null;
  /** The channel has, or perhaps has, a digest at another time of the same day. */
  dayTaken: boolean;
}

function takesDay({ state }: Delivery): boolean {
  return state.kind !== 'withdrawn' && state.kind !== 'failed';
}

function changeOf(situation: Situation, now: number): Change | null {
  const { slot, delivery, held } = situation;
  // Somebody is at it.
  if (delivery !== null && delivery.leaseUntil > now) return null;
  // Slack may be a little late; nothing is settled while it still holds the message.
  if (slot.postAt <= now) return delivery === null || held.length > 0 ? null : settle(delivery);
  const left = slot.postAt - now;
  switch (delivery?.state.kind) {
    case 'queueing':
      return afterQueueing(situation, delivery);
    case 'queued':
      return afterQueued(situation, delivery, delivery.state.messageId, left);
    case 'withdrawing':
      return afterWithdrawing(situation, delivery, delivery.state.messageId, left);
    default:
      return fromNothing(situation, left);
  }
}

/** Its time has come. */
function settle(delivery: Delivery): Change | null {
  switch (delivery.state.kind) {
    case 'queued':
      return record(delivery, { kind: 'posted' });
    case 'queueing':
    case 'withdrawing':
      return record(delivery, { kind: 'unsure' });
    default:
      return null;
  }
}

/** No message should be there; one that is there all the same has a content that nobody knows any more. */
function fromNothing({ slot, delivery, held, wanted, dayTaken }: Situation, left: number): Change | null {
  const [stray] = held;
  if (stray === undefined) return wanted === null || dayTaken ? null : { kind: 'queue', slot, delivery, wanted };
  if (left <= (wanted === null ? DELETE_SECONDS : REPLACE_SECONDS)) return null;
  return { kind: 'withdraw', slot, delivery, messageId: stray, after: { kind: 'withdrawn' } };
}

/** The process that meant to queue it has ended, or never heard whether it succeeded. */
function afterQueueing({ slot, held, wanted, dayTaken }: Situation, delivery: Delivery): Change {
  const [found] = held;
  if (found !== undefined) return record(delivery, { kind: 'queued', messageId: found });
  if (wanted === null || dayTaken) return record(delivery, { kind: 'withdrawn' });
  return { kind: 'queue', slot, delivery, wanted };
}

function afterQueued(
  { slot, held, wanted, dayTaken }: Situation,
  delivery: Delivery,
  messageId: string,
  left: number,
): Change | null {
  const [other] = held.filter((id) => id !== messageId);
  if (!held.includes(messageId)) {
    if (other !== undefined) return record(delivery, { kind: 'queued', messageId: other });
    // Somebody deleted it at Slack; or, this near to its time, Slack is about to post it.
    if (left <= REPLACE_SECONDS) return null;
    if (wanted === null || dayTaken) return record(delivery, { kind: 'withdrawn' });
    return { kind: 'queue', slot, delivery, wanted };
  }
  if (other !== undefined) {
    if (left <= DELETE_SECONDS) return null;
    return { kind: 'withdraw', slot, delivery, messageId: other, after: delivery.state };
  }
  if (wanted?.content === delivery.content) return null;
  if (left <= (wanted === null ? DELETE_SECONDS : REPLACE_SECONDS)) return null;
  return { kind: 'withdraw', slot, delivery, messageId, after: { kind: 'withdrawn' } };
}

/** The process that meant to take it back has ended, or never heard whether it succeeded. */
function afterWithdrawing({ slot, held }: Situation, delivery: Delivery, messageId: string, left: number): Change {
  const [other] = held.filter((id) => id !== messageId);
  const after: DeliveryState = other === undefined ? { kind: 'withdrawn' } : { kind: 'queued', messageId: other };
  if (!held.includes(messageId)) return record(delivery, after);
  if (left <= DELETE_SECONDS) return record(delivery, { kind: 'queued', messageId });
  return { kind: 'withdraw', slot, delivery, messageId, after };
}

function record(delivery: Delivery, state: DeliveryState): Change {
  return { kind: 'record', slot: delivery.slot, delivery, state };
}
