/** Slack's scheduled messages as a table: answers at once, refuses what is over its rates, and counts. */
import type { Outcome, ScheduledMessages } from '../src/bot/scheduled-messages.ts';
import type { Slot } from '../src/core/digest/delivery.ts';
import type { Held } from '../src/core/digest/reconcile.ts';
import { createPace } from '../src/slack/digests/pace.ts';

export interface SimulatedSlack extends ScheduledMessages {
  /** @returns the message's id */
  hold(slot: Slot): string;
  readonly calls: number;
  readonly queued: number;
  readonly posted: number;
  /** Calls of one method in one workspace, in the minute with the most. */
  readonly busiest: number;
}

const PAGE = 100;

/** @param now milliseconds since 1970 */
export function createSimulatedSlack(now: () => number): SimulatedSlack {
  const held = new Map<string, Map<string, Slot>>();
  const pace = createPace(now);
  const minutes = new Map<string, number>();
  let minute = 0;
  let made = 0;
  const counts = { calls: 0, queued: 0, posted: 0, busiest: 0 };

  function call(teamId: string, method: string): Outcome<null> {
    const seconds = pace.take(teamId, method);
    if (seconds > 0) return { ok: false, failure: { kind: 'later', error: 'own_rate', seconds } };
    counts.calls += 1;
    if (minute !== Math.floor(now() / 60_000)) minutes.clear();
    minute = Math.floor(now() / 60_000);
    const key = `${teamId} ${method}`;
    const count = (minutes.get(key) ?? 0) + 1;
    minutes.set(key, count);
    counts.busiest = Math.max(counts.busiest, count);
    return { ok: true, value: null };
  }

  function hold(slot: Slot): string {
    made += 1;
    const own = held.get(slot.teamId) ?? new Map<string, Slot>();
    held.set(slot.teamId, own);
    own.set(`Q${made}`, slot);
    return `Q${made}`;
  }

  return {
    hold,
    get calls() {
      return counts.calls;
    },
    get queued() {
      return counts.queued;
    },
    get posted() {
      return counts.posted;
    },
    get busiest() {
      return counts.busiest;
    },
    async list(teamId, span) {
      const own = held.get(teamId) ?? new Map<string, Slot>();
      for (const [id, { postAt }] of own) {
        if (postAt * 1000 > now()) continue;
        own.delete(id);
        counts.posted += 1;
      }
      const found: Held[] = [];
      for (const [messageId, slot] of own) {
        if (span === null || (slot.postAt >= span.from && slot.postAt <= span.to)) found.push({ slot, messageId });
      }
      for (let page = 0; page === 0 || page * PAGE < found.length; page += 1) {
        const asked = call(teamId, 'list');
        if (asked.ok) continue;
        if (page === 0) return asked;
        // Later pages are waited for, as the real one does; here time stands still meanwhile.
        counts.calls += 1;
      }
      return { ok: true, value: found };
    },
    async queue(slot) {
      const asked = call(slot.teamId, 'schedule');
      if (!asked.ok) return asked;
      counts.queued += 1;
      return { ok: true, value: hold(slot) };
    },
    async withdraw({ teamId }, messageId) {
      const asked = call(teamId, 'delete');
      if (asked.ok) held.get(teamId)?.delete(messageId);
      return asked;
    },
    tellStopped: async ({ teamId }) => call(teamId, 'post'),
  };
}
