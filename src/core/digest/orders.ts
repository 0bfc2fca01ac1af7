/** What becomes of a channel's subscription when somebody orders, changes, pauses or resumes its digests. */
import type { Corpus } from '../corpus.ts';
import { turnOn } from './compose.ts';
import { addDays, DAY_SECONDS, type Weekday, weekdays } from './days.ts';
import { DELETE_SECONDS } from './reconcile.ts';
import { nextPosts } from './schedule.ts';
import type { Subscription } from './subscription.ts';
import type { Timing } from './typed.ts';

/** What a person orders. */
export interface Order extends Timing {
  readonly teamId: string;
  readonly channelId: string;
  /** Statements in each digest. */
  readonly count: number;
  readonly orderedBy: string;
}

const WORKDAYS: readonly Weekday[] = weekdays.slice(0, 5);

/**
 * What an order starts from where it doesn't say otherwise: what the channel has; else the morning of a working day, in
 * the time zone that most of the workspace's digests have, or UTC where there is none. (The app may not read a person's
 * own time zone.)
 */
export function usualOrder(known: Subscription | null, others: readonly Subscription[]): Timing & { count: number } {
  if (known !== null) return known;
  return { time: '09:00', zone: commonZone(others) ?? 'UTC', days: WORKDAYS, count: 3 };
}

function commonZone(others: readonly Subscription[]): string | null {
  const counts = new Map<string, number>();
  for (const { zone } of others) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? null;
}

/**
 * The channel's subscription from now on, active whatever it was before. It goes on in the order of statements where
 * `known` stands, and never posts on a day on which `known` did.
 * @param now epoch seconds
 */
export function orderDigest(corpus: Corpus, known: Subscription | null, order: Order, now: number): Subscription {
  const { teamId, channelId, time, zone, count, orderedBy } = order;
  const days = weekdays.filter((day) => order.days.includes(day));
  const plan = { teamId, channelId, time, zone, days, count, orderedBy, status: { kind: 'active' } } as const;
  if (known === null) return startingAt({ ...plan, turn: { from: FIRST_DAY, after: null } }, now);
  const { after, notBefore } = standing(corpus, known, now);
  return startingAt({ ...plan, turn: { from: notBefore, after } }, now);
}

/** Nothing is posted from now on, and the channel's place in its order is kept. */
export function pauseDigest(corpus: Corpus, known: Subscription, now: number): Subscription {
  const { after, notBefore } = standing(corpus, known, now);
  return { ...known, status: { kind: 'paused' }, turn: { from: notBefore, after } };
}

/** Goes on where it was paused, or where Slack refused it. */
export function resumeDigest(corpus: Corpus, known: Subscription, now: number): Subscription {
  return orderDigest(corpus, known, known, now);
}

/** Before any day of a digest. */
const FIRST_DAY = '1970-01-01';

/** Which statement was the last to be shown, and the first local day that is still to have a digest. */
function standing(
  corpus: Corpus,
  known: Subscription,
  now: number,
): { readonly after: string | null; readonly notBefore: string } {
  const { turn } = known;
  if (known.status.kind !== 'active') return { after: turn.after, notBefore: notBefore(turn) };
  // What is nearer can't be taken back any more, and so counts as posted.
  const settled = now + DELETE_SECONDS;
  // Far enough back for a digest that posts once a week.
  const posts = nextPosts(known, settled - 9 * DAY_SECONDS, 12);
  const last = posts.filter(({ slot }) => slot.postAt <= settled).at(-1);
  const next = posts.find(({ slot }) => slot.postAt > settled);
  if (last === undefined || next === undefined) return { after: turn.after, notBefore: notBefore(turn) };
  return { after: turnOn(corpus, known, next.day).after, notBefore: addDays(last.day, 1) };
}

/** A plan that never showed anything may start on any day, today too. */
function notBefore({ from, after }: Subscription['turn']): string {
  return after === null ? FIRST_DAY : from;
}

/** With its turn on the day of its next digest. */
function startingAt(subscription: Subscription, now: number): Subscription {
  const [next] = nextPosts(subscription, now, 1);
  return next === undefined ? subscription : { ...subscription, turn: { ...subscription.turn, from: next.day } };
}
