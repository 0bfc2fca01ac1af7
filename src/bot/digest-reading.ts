/** A workspace's digests by our own records: what is wanted, what was recorded, and what that leaves to do. */
import type { Corpus } from '../core/corpus.ts';
import type { Clock } from '../core/digest/calendar.ts';
import type { Delivery } from '../core/digest/delivery.ts';
import { createPlan, type Planned } from '../core/digest/plan.ts';
import { type Change, type Held, reconcile } from '../core/digest/reconcile.ts';
import { moveTurn } from '../core/digest/turns.ts';
import { keyOf } from './digest-patience.ts';
import type { Deliveries, Subscriptions } from './ports.ts';

export interface DigestReading {
  readonly recorded: readonly Delivery[];
  readonly planned: readonly Planned[];
  readonly bySlot: ReadonlyMap<string, Planned>;
  /** What there is to do if Slack holds what was recorded. */
  readonly pending: readonly Change[];
  /** When the records alone will next leave something to do: a digest is posted, a lease ends, a slot comes in sight. */
  readonly nextAt: number;
}

export interface DigestReadingOptions {
  readonly subscriptions: Subscriptions;
  readonly deliveries: Deliveries;
  /** One for all that plans, which saves most of the work. */
  readonly clock: Clock;
}

/** Deliveries that are done with are looked at so far back from the last look that left nothing to do. */
const RECENT_SECONDS = 3 * 24 * 60 * 60;

export type ReadDigests = (
  teamId: string,
  corpus: Corpus,
  now: number,
  quietAt: number,
) => Promise<DigestReading | null>;

/** @returns `null` where turns moved on, so that all has to be read anew. Instants are epoch seconds. */
export function createReadDigests({ subscriptions, deliveries, clock }: DigestReadingOptions): ReadDigests {
  const plan = createPlan(clock);

  async function moveTurns(corpus: Corpus, planned: readonly Planned[], recorded: readonly Delivery[], now: number) {
    let moved = false;
    for (const [channelId, { day, subscription }] of firstByChannel(planned)) {
      if (day <= subscription.turn.from) continue;
      const own = recorded.filter(({ slot }) => slot.channelId === channelId);
      const turn = moveTurn(corpus, subscription, own, day);
      if (turn === subscription.turn) continue;
      await subscriptions.replace(subscription, { ...subscription, turn }, now);
      moved = true;
    }
    return moved;
  }

  return async (teamId, corpus, now, quietAt) => {
    const ordered = await subscriptions.list(teamId);
    const recorded = await deliveries.list(teamId, quietAt - RECENT_SECONDS);
    const { planned, inSightAt } = plan(corpus, ordered, now);
    if (await moveTurns(corpus, planned, recorded, now)) return null;
    return {
      recorded,
      planned,
      bySlot: new Map(planned.map((each) => [keyOf(each.slot), each])),
      pending: reconcile(planned, heldByRecord(recorded, now), recorded, now),
      nextAt: recorded.reduce((least, delivery) => Math.min(least, nextOf(delivery, now)), inSightAt),
    };
  };
}

function nextOf({ slot, state, leaseUntil }: Delivery, now: number): number {
  if (leaseUntil > now) return leaseUntil;
  return state.kind === 'queued' && slot.postAt > now ? slot.postAt : Number.POSITIVE_INFINITY;
}

/** Slack holds what was recorded: nothing more and nothing less. */
function heldByRecord(recorded: readonly Delivery[], now: number): readonly Held[] {
  return recorded.flatMap(({ slot, state }) =>
    slot.postAt > now && (state.kind === 'queued' || state.kind === 'withdrawing')
      ? [{ slot, messageId: state.messageId }]
      : [],
  );
}

function firstByChannel(planned: readonly Planned[]): ReadonlyMap<string, Planned> {
  const first = new Map<string, Planned>();
  for (const each of planned) if (!first.has(each.slot.channelId)) first.set(each.slot.channelId, each);
  return first;
}
