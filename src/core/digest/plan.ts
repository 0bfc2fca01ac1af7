/** What a workspace's channels are to be sent: its subscriptions as digests, each with its slot. */
import type { Corpus } from '../corpus.ts';
import type { Clock } from './calendar.ts';
import { composeDigest, nameContent } from './compose.ts';
import { hashText } from './hash.ts';
import type { Wanted } from './reconcile.ts';
import { wantedSlots } from './schedule.ts';
import type { Subscription } from './subscription.ts';

/** A digest that is wanted, and whose it is. */
export interface Planned extends Wanted {
  readonly subscription: Subscription;
}

/** What is queued ahead: longer than most outages, and short enough that an edit of facts has little to take back. */
const HORIZON_SECONDS = 48 * 60 * 60;

export interface Plan {
  readonly planned: readonly Planned[];
  /** When the next digest comes in sight, or at the latest in an hour: until then a plan only loses what is posted. */
  readonly inSightAt: number;
}

/**
 * Where Slack refused to post, digests are wanted as before: what it holds stays, in case it is posted after all, and
 * whoever carries the plan out decides how often to try again. Instants are epoch seconds.
 */
export type PlanDigests = (corpus: Corpus, subscriptions: readonly Subscription[], now: number) => Plan;

const HOUR_SECONDS = 60 * 60;

/** Names of contents that are remembered: those of 100,000 subscriptions take some 30 MB. */
const MAX_NAMES = 400_000;

/** Plans quickly what it planned before: a digest is composed once for each edition and turn. */
export function createPlan(clock: Clock): PlanDigests {
  const names = new Map<number, string>();
  const nameOf = (corpus: Corpus, subscription: Subscription, day: string): string => {
    const { teamId, channelId, days, count, turn } = subscription;
    const key = hashText([corpus.edition, teamId, channelId, days, count, turn.from, turn.after, day].join(' '));
    const known = names.get(key);
    if (known !== undefined) return known;
    const name = nameContent(composeDigest(corpus, subscription, day));
    if (names.size >= MAX_NAMES) names.clear();
    names.set(key, name);
    return name;
  };
  return (corpus, subscriptions, now) => {
    const posting = subscriptions.map((subscription) => ({
      ...subscription,
      status: activeUnlessPaused(subscription),
    }));
    const originals = new Map(subscriptions.map((subscription) => [subscription.channelId, subscription]));
    const planned: Planned[] = [];
    let inSightAt = now + HOUR_SECONDS;
    for (const { slot, day, subscription } of wantedSlots(posting, now, HORIZON_SECONDS + HOUR_SECONDS, clock)) {
      if (slot.postAt > now + HORIZON_SECONDS) {
        inSightAt = slot.postAt - HORIZON_SECONDS;
        break;
      }
      const original = originals.get(slot.channelId) ?? subscription;
      planned.push({ slot, day, content: nameOf(corpus, subscription, day), subscription: original });
    }
    return { planned, inSightAt };
  };
}

function activeUnlessPaused({ status }: Subscription): Subscription['status'] {
  return status.kind === 'failing' ? { kind: 'active' } : status;
}
