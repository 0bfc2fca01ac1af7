/** What a process remembers of a workspace's digests: whom to leave alone for a while, and what it has told already. */
import type { Slot } from '../core/digest/delivery.ts';
import type { Change } from '../core/digest/reconcile.ts';
import type { Subscription } from '../core/digest/subscription.ts';
import type { Failure } from './scheduled-messages.ts';

/** Nothing that matters is in it: it is lost at each start. Instants are epoch seconds. */
export interface Patience {
  /** When all that Slack holds was last compared. */
  comparedAt: number;
  /** When nothing was left to do; 0 where that wasn't yet. */
  quietAt: number;
  /** Since when digests have been waiting to be queued, and how many; `null` where none is. */
  waiting: { readonly since: number; readonly count: number } | null;
  /** @returns whether it is news: trouble that goes on is told once */
  noteTrouble(failure: Failure | null): boolean;
  /** Slack refused a change. */
  noteRefusal(change: Change, failure: Failure, now: number): void;
  noteSuccess(change: Change): void;
  /** @param subscription whose digest it is, where it is one */
  isLeftAlone(change: Change, subscription: Subscription | undefined, now: number): boolean;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Rest {
  readonly until: number;
  readonly seconds: number;
}

export function createPatience(): Patience {
  const slots = new Map<string, Rest>();
  const channels = new Map<string, Rest>();
  let trouble = '';
  return {
    comparedAt: 0,
    quietAt: 0,
    waiting: null,
    noteTrouble(failure) {
      const next = failure === null ? '' : `${failure.kind} ${failure.error}`;
      const isNews = next !== trouble;
      trouble = next;
      return isNews;
    },
    noteRefusal({ kind, slot }, failure, now) {
      for (const [key, { until }] of slots) if (until < now) slots.delete(key);
      if (kind === 'queue' && failure.kind === 'channel') {
        // A person has to do something there, and may never.
        const seconds = Math.min(DAY, 2 * (channels.get(slot.channelId)?.seconds ?? HOUR / 2));
        channels.set(slot.channelId, { until: now + seconds, seconds });
        return;
      }
      const seconds = failure.kind === 'late' ? MINUTE : HOUR;
      slots.set(keyOf(slot), { until: now + seconds, seconds });
    },
    noteSuccess({ kind, slot }) {
      if (kind === 'queue') channels.delete(slot.channelId);
    },
    isLeftAlone({ kind, slot }, subscription, now) {
      if (kind === 'record') return false;
      if ((slots.get(keyOf(slot))?.until ?? 0) > now) return true;
      // Where a person says that it works again, it is tried at once.
      return (
        kind === 'queue' && subscription?.status.kind === 'failing' && (channels.get(slot.channelId)?.until ?? 0) > now
      );
    },
  };
}

export function keyOf({ channelId, postAt }: Slot): string {
  return `${postAt} ${channelId}`;
}
