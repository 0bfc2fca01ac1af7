/** Carries out one change at Slack: the intent is recorded, then the call is made, then its outcome recorded. */
import { composeDigest } from '../core/digest/compose.ts';
import type { Delivery, DeliveryState } from '../core/digest/delivery.ts';
import type { Planned } from '../core/digest/plan.ts';
import { type Change, DELETE_SECONDS } from '../core/digest/reconcile.ts';
import type { Subscription } from '../core/digest/subscription.ts';
import type { Library } from './handle.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Deliveries, Subscriptions } from './ports.ts';
import { CALL_SECONDS, type Failure, type Outcome, type ScheduledMessages } from './scheduled-messages.ts';

export interface DigestChangesDependencies {
  readonly subscriptions: Subscriptions;
  readonly deliveries: Deliveries;
  readonly messages: ScheduledMessages;
  /** Asked anew for each call, so that an edition can be replaced between two of them. */
  readonly library: () => Library;
  readonly metrics: Metrics;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What came of a change. */
export type Step =
  /** It is as it should be now, as far as that can be known. */
  | { readonly kind: 'done' }
  /** Something changed since it was planned, and nothing was done: another process was first, or a person. */
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface DigestChanges {
  /** @param planned what is wanted in the change's slot; `null` where nothing is */
  carryOut(change: Change, planned: Planned | null): Promise<Step>;
  /** Without a token nothing can be posted and nobody told: the status says so. It goes on when there is one. */
  noteMissingToken(planned: readonly Planned[], error: string): Promise<void>;
}

/** For one call. It must outlast any time that the call may take at Slack, twice over: clocks of machines differ. */
const LEASE_SECONDS = 120;

export function createDigestChanges(dependencies: DigestChangesDependencies): DigestChanges {
  const { subscriptions, deliveries, messages, library, metrics, log } = dependencies;
  const seconds = (): number => Math.floor(dependencies.now() / 1000);

  /** The outcome is not known until a later pass sees what Slack holds: nothing is recorded, and the lease runs on. */
  async function settle<T>(
    claimed: Delivery,
    outcome: Outcome<T>,
    after: (value: T) => DeliveryState,
    before: DeliveryState,
  ) {
    if (outcome.ok) await deliveries.record(claimed, after(outcome.value), seconds());
    else if (outcome.failure.kind !== 'unknown') await deliveries.record(claimed, before, seconds());
  }

  async function queue(
    { slot, delivery, wanted }: Extract<Change, { kind: 'queue' }>,
    planned: Planned,
  ): Promise<Step> {
    const { day, content } = wanted;
    const { corpus } = library();
    // Planned a while ago, perhaps: calls wait for each other.
    const current = await subscriptions.find(slot.teamId, slot.channelId);
    if (current === null || !isSame(current, planned.subscription)) return OVERTAKEN;
    const intent = { slot, day, content, state: { kind: 'queueing' } } as const;
    const claimed = await deliveries.claim(intent, delivery?.version ?? null, seconds(), LEASE_SECONDS);
    // A process that stood still since then leaves the call to whoever takes over.
    if (claimed === null || seconds() + CALL_SECONDS > claimed.leaseUntil) return OVERTAKEN;
    const outcome = await messages.queue(slot, composeDigest(corpus, current, day));
    await settle(claimed, outcome, (messageId) => ({ kind: 'queued', messageId }), withoutMessage(delivery, outcome));
    if (!outcome.ok) return fail(outcome.failure, current);
    metrics.digests.count({ outcome: 'queued' });
    if (current.status.kind === 'failing') await resume(current);
    return DONE;
  }

  async function withdraw({ slot, delivery, messageId, after }: Extract<Change, { kind: 'withdraw' }>): Promise<Step> {
    // Other calls may have taken long: too near to its time Slack can't be believed.
    if (slot.postAt - seconds() <= DELETE_SECONDS) return OVERTAKEN;
    const { day, content } = delivery ?? { day: '', content: '' };
    const intent = { slot, day, content, state: { kind: 'withdrawing', messageId } } as const;
    const claimed = await deliveries.claim(intent, delivery?.version ?? null, seconds(), LEASE_SECONDS);
    if (claimed === null || seconds() + CALL_SECONDS > claimed.leaseUntil) return OVERTAKEN;
    const outcome = await messages.withdraw(slot, messageId);
    await settle(claimed, outcome, () => after, intent.state);
    if (!outcome.ok) return fail(outcome.failure, null);
    metrics.digests.count({ outcome: 'withdrawn' });
    return DONE;
  }

  /** @param subscription whose digest Slack didn't take; `null` where it was to give one back */
  async function fail(failure: Failure, subscription: Subscription | null): Promise<Step> {
    if (failure.kind === 'channel' && subscription !== null) await refuse(subscription, failure.error);
    return { kind: 'failed', failure };
  }

  /** The person is told once, by the process that was first to see it. */
  async function refuse(subscription: Subscription, error: string): Promise<void> {
    const { teamId, channelId, status } = subscription;
    if (status.kind === 'failing' && status.error === error) return;
    const next: Subscription = { ...subscription, status: { kind: 'failing', error } };
    if (!(await subscriptions.replace(subscription, next, seconds())) || status.kind === 'failing') return;
    log.warn('Slack refuses the digests of a channel', { teamId, channelId, error });
    const told = await messages.tellStopped(next);
    if (!told.ok) log.warn('Nobody could be told of it', { teamId, channelId, error: told.failure.error });
  }

  async function resume(subscription: Subscription): Promise<void> {
    const { teamId, channelId } = subscription;
    if (!(await subscriptions.replace(subscription, { ...subscription, status: { kind: 'active' } }, seconds())))
      return;
    log.info('Slack takes the digests of a channel again', { teamId, channelId });
  }

  return {
    async noteMissingToken(planned, error) {
      const active = planned.filter(({ subscription }) => subscription.status.kind === 'active');
      for (const subscription of new Set(active.map((each) => each.subscription))) {
        await subscriptions.replace(subscription, { ...subscription, status: { kind: 'failing', error } }, seconds());
      }
    },

    async carryOut(change, planned) {
      switch (change.kind) {
        case 'record': {
          const recorded = await deliveries.record(change.delivery, change.state, seconds());
          const { kind } = change.state;
          if (recorded && (kind === 'posted' || kind === 'unsure')) metrics.digests.count({ outcome: kind });
          return recorded ? DONE : OVERTAKEN;
        }
        case 'withdraw':
          return withdraw(change);
        case 'queue':
          return planned === null ? OVERTAKEN : queue(change, planned);
      }
    },
  };
}

const DONE: Step = { kind: 'done' };
const OVERTAKEN: Step = { kind: 'overtaken' };

/** What is recorded where Slack certainly holds nothing. */
function withoutMessage(delivery: Delivery | null, outcome: Outcome<unknown>): DeliveryState {
  if (!outcome.ok && outcome.failure.kind !== 'later') return { kind: 'failed', error: outcome.failure.error };
  return delivery?.state.kind === 'failed' ? delivery.state : { kind: 'withdrawn' };
}

/** Both as the store reads them: equal subscriptions have their keys in the same order. */
function isSame(one: Subscription, other: Subscription): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
