/**
 * A few days of digests against a Slack that breaks, by processes that crash, in simulated time.
 * Slack, the store's rules and the pass are modelled; what decides is the real `reconcile`.
 */
import { createClock } from '../../../src/core/digest/calendar.ts';
import { addDays, weekdays } from '../../../src/core/digest/days.ts';
import type { Delivery, DeliveryState, Slot } from '../../../src/core/digest/delivery.ts';
import { type Change, type Held, reconcile, type Wanted } from '../../../src/core/digest/reconcile.ts';
import { wantedSlots } from '../../../src/core/digest/schedule.ts';
import type { Subscription } from '../../../src/core/digest/subscription.ts';

export interface Options {
  readonly processes: 1 | 2;
  /** Chance of a crash at each step, and of each call to go wrong. */
  readonly trouble: number;
  /** Whether times and words change on the way. */
  readonly edits?: boolean;
  /** How far ahead messages are queued. Where that is minutes, trouble may cost a digest, but never doubles one. */
  readonly horizon?: number;
}

export interface Outcome {
  /** What must not be: a day without its digest, or with two, or with words long out of date. */
  readonly problems: readonly string[];
  readonly posts: number;
  readonly crashes: number;
  readonly calls: { queue: number; withdraw: number; stillHeld: number };
}

const clock = createClock();
const START = Date.parse('2024-03-29T00:00:00Z') / 1000;
const DAYS = 5;
const TWO_DAYS = 48 * 3600;
const PASS_SECONDS = 300;
/** Longer than any call can take to come through. */
const LEASE_SECONDS = 120;
const LATE_SECONDS = 90;

export function simulate(seed: number, { processes, trouble, edits = true, horizon = TWO_DAYS }: Options): Outcome {
  const random = createRandom(seed);
  const chance = (probability: number) => random() < probability;
  const slack = createSlack();
  const records = createRecords();
  const plans = createPlans(random, edits);
  const calls = { queue: 0, withdraw: 0, stillHeld: 0 };
  let now = START;
  let crashes = 0;

  /** One pass; each yield is a moment at which the process may be killed, or another may act. */
  function* pass(): Generator<void> {
    for (let round = 0; round < 5; round += 1) {
      const recorded = records.list();
      yield;
      const seen = now;
      const held = slack.list();
      yield;
      const changes = reconcile(plans.wanted(seen, horizon), held, recorded, seen);
      if (changes.length === 0) return;
      for (const change of changes) yield* carryOut(change);
    }
  }

  function* carryOut(change: Change): Generator<void> {
    if (change.kind === 'record') {
      records.record(change.delivery, change.state);
      return;
    }
    const { slot, delivery } = change;
    const intent =
      change.kind === 'queue'
        ? { ...change.wanted, state: { kind: 'queueing' } as const }
        : {
            slot,
            day: delivery?.day ?? '',
            content: delivery?.content ?? '',
            state: { kind: 'withdrawing', messageId: change.messageId } as const,
          };
    const claimed = records.claim(intent, delivery?.version ?? null, now);
    yield;
    // What stood still for too long must not call: by then another may have taken over.
    if (claimed === null || now + LATE_SECONDS > claimed.leaseUntil) return;
    const late = chance(trouble) ? Math.floor(random() * LATE_SECONDS) : 0;
    const lost = late > 0 || chance(trouble);
    const never = chance(trouble / 2);
    let outcome: DeliveryState | null = null;
    calls[change.kind] += 1;
    if (!never && change.kind === 'queue') {
      outcome = { kind: 'queued', messageId: slack.schedule(slot, change.wanted, now + late, now) };
    }
    if (!never && change.kind === 'withdraw' && slack.remove(change.messageId, now)) outcome = change.after;
    yield;
    if (outcome !== null && !lost) records.record(claimed, outcome);
    yield;
  }

  for (let next = START; next < START + DAYS * 86_400; next += PASS_SECONDS) {
    const running = Array.from({ length: processes }, pass);
    while (running.length > 0) {
      const index = Math.floor(random() * running.length);
      const process = running[index];
      const crashed = chance(trouble / 2);
      if (crashed) crashes += 1;
      if (crashed || process?.next().done !== false) running.splice(index, 1);
      // Calls take a moment, and sometimes the whole process stands still.
      now = Math.min(next + PASS_SECONDS, now + (chance(0.02) ? 150 : Math.round(random())));
      slack.advance(now);
    }
    now = Math.max(now, next + PASS_SECONDS);
    slack.advance(now);
  }
  calls.stillHeld = slack.list().length;
  return { problems: plans.check(slack.posts, horizon === TWO_DAYS), posts: slack.posts.length, crashes, calls };
}

interface Message extends Held {
  readonly content: string;
  readonly day: string;
  readonly lands: number;
  readonly isHidden: boolean;
}

function createSlack() {
  const messages = new Map<string, Message>();
  const posts: Message[] = [];
  let made = 0;
  let clock = START;
  return {
    posts,
    list: (): Held[] => [...messages.values()].filter(({ lands, isHidden }) => lands <= clock && !isHidden),
    schedule(slot: Slot, { day, content }: Wanted, lands: number, now: number): string {
      made += 1;
      const messageId = `Q${made}`;
      if (slot.postAt > now) messages.set(messageId, { slot, day, content, lands, messageId, isHidden: false });
      return messageId;
    },
    remove(messageId: string, now: number): boolean {
      const message = messages.get(messageId);
      if (message === undefined || message.isHidden || message.slot.postAt - now <= 60) return false;
      // In the last five minutes Slack says that it is deleted, lists it no more, and posts it all the same.
      if (message.slot.postAt - now > 300) messages.delete(messageId);
      else messages.set(messageId, { ...message, isHidden: true });
      return true;
    },
    advance(now: number): void {
      clock = now;
      for (const message of messages.values()) {
        if (message.slot.postAt > now) continue;
        messages.delete(message.messageId);
        if (message.lands < message.slot.postAt) posts.push(message);
      }
    },
  };
}

/** The rules that `tests/store/contract.ts` holds both engines to. */
function createRecords() {
  const rows = new Map<string, Delivery>();
  const keyOf = ({ channelId, postAt }: Slot) => `${channelId} ${postAt}`;
  return {
    list: (): Delivery[] => [...rows.values()],
    claim(intent: Pick<Delivery, 'slot' | 'day' | 'content' | 'state'>, known: number | null, now: number) {
      const row = rows.get(keyOf(intent.slot));
      if ((row?.version ?? null) !== known || (row?.leaseUntil ?? 0) > now) return null;
      const claimed: Delivery = { ...intent, leaseUntil: now + LEASE_SECONDS, version: (known ?? 0) + 1 };
      rows.set(keyOf(intent.slot), claimed);
      return claimed;
    },
    record({ slot, version }: Delivery, state: DeliveryState): boolean {
      const row = rows.get(keyOf(slot));
      if (row === undefined || row.version !== version) return false;
      rows.set(keyOf(slot), { ...row, state, leaseUntil: 0, version: version + 1 });
      return true;
    },
  };
}

/** Subscriptions of three channels, and how they change. */
function createPlans(random: () => number, edits: boolean) {
  const time = () => `${String(Math.floor(random() * 24)).padStart(2, '0')}:${random() < 0.5 ? '00' : '30'}`;
  const zones = ['Europe/London', 'America/New_York', 'Asia/Gaza'];
  const channels = zones.map((zone, i) => ({
    first: subscriptionOf(`C${i}`, zone, time()),
    next: subscriptionOf(`C${i}`, zone, time()),
    changesAt: START + (edits ? Math.floor((1 + random() * 2) * 86_400) : DAYS * 86_400),
    editedAt: START + (edits ? Math.floor((1 + random() * 2) * 86_400) : DAYS * 86_400),
  }));
  const contentAt = (channel: (typeof channels)[number], day: string, now: number) =>
    `${day} ${now < channel.editedAt ? 'first' : 'edited'}`;
  return {
    wanted(now: number, horizon: number): Wanted[] {
      const active = channels.map(({ first, next, changesAt }) => (now < changesAt ? first : next));
      return wantedSlots(active, now, horizon, clock).map(({ slot, day }) => {
        const channel = channels.find(({ first }) => first.channelId === slot.channelId) ?? channels[0];
        return { slot, day, content: channel === undefined ? '' : contentAt(channel, day, now) };
      });
    },
    check(posts: readonly Message[], mustPost: boolean): string[] {
      return channels.flatMap((channel) => {
        const { first, changesAt, editedAt } = channel;
        const own = posts.filter(({ slot }) => slot.channelId === first.channelId);
        // A day around the change has one digest or none, by whether its new time has passed; no day has two.
        const changeDay = new Date(changesAt * 1000).toISOString().slice(0, 10);
        const open = [-1, 0, 1].map((days) => addDays(changeDay, days));
        const days = Array.from({ length: DAYS - 2 }, (_, i) => addDays('2024-03-30', i));
        const counts = days.flatMap((day) => {
          const count = own.filter((post) => post.day === day).length;
          return count > 1 || (count === 0 && mustPost && !open.includes(day))
            ? [`${first.channelId} ${day}: ${count} posts`]
            : [];
        });
        // Near to its time a message is left as it is: two minutes, and the passes and calls that come before.
        const settled = 2 * PASS_SECONDS + LEASE_SECONDS + LATE_SECONDS + 120;
        const stale = own
          .filter(({ slot }) => slot.postAt > editedAt + 3 * settled)
          .filter(({ content }) => content.endsWith('first'))
          .map(({ day }) => `${first.channelId} ${day}: old words`);
        return [...counts, ...stale];
      });
    },
  };
}

function subscriptionOf(channelId: string, zone: string, time: string): Subscription {
  return {
    teamId: 'T1',
    channelId,
    time,
    zone,
    days: [...weekdays],
    count: 3,
    status: { kind: 'active' },
    orderedBy: 'U1',
    turn: { from: '2024-03-29', after: null },
  };
}

/** mulberry32: numbers from 0 to 1 that a seed repeats. */
function createRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}
