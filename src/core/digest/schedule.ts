/** When a subscription posts. */
import { compareText } from '../corpus.ts';
import { type Clock, createClock } from './calendar.ts';
import { addDays, type Weekday, weekdayOf } from './days.ts';
import type { Slot } from './delivery.ts';
import type { Subscription } from './subscription.ts';

/** A slot, and the local day it stands for. */
export interface Post {
  readonly slot: Slot;
  /** YYYY-MM-DD in the subscription's zone. */
  readonly day: string;
}

/**
 * What the active subscriptions want posted after `now` and until `horizon` seconds later: by time, then by channel.
 * A day has at most one slot; a day whose time is skipped by a clock change has it as soon as clocks run again. Days
 * before the subscription's turn have none: they are posted already, or were before it was ordered.
 * @param clock one for all calls saves most of the work
 */
export function wantedSlots(
  subscriptions: readonly Subscription[],
  now: number,
  horizon: number,
  clock: Clock = createClock(),
): readonly (Post & { readonly subscription: Subscription })[] {
  const wanted: (Post & { subscription: Subscription })[] = [];
  const days = daysFrom(now, Math.ceil(horizon / 86_400) + MARGIN_DAYS);
  for (const subscription of subscriptions) {
    if (subscription.status.kind !== 'active') continue;
    for (const post of postsFrom(subscription, days, clock)) {
      if (post.slot.postAt > now && post.slot.postAt <= now + horizon) wanted.push({ ...post, subscription });
    }
  }
  return wanted.sort((a, b) => a.slot.postAt - b.slot.postAt || compareText(a.slot.channelId, b.slot.channelId));
}

/** The next posts after `now`, as a confirmation lists them. Status is not looked at. */
export function nextPosts(subscription: Subscription, now: number, count: number): readonly Post[] {
  // A week holds at least one, and a zone that skips a day skips no other for years.
  const from = Math.max(now, Date.parse(subscription.turn.from) / 1000);
  const posts = [...postsFrom(subscription, daysFrom(from, 7 * (count + 2)), createClock())];
  return posts.filter(({ slot }) => slot.postAt > now).slice(0, count);
}

/** At any instant the local day is at most one off that of UTC, and a skipped time moves on by at most a day. */
const MARGIN_DAYS = 5;

interface Day {
  readonly day: string;
  readonly weekday: Weekday;
}

/** Days of which the first are over at `now` in every zone. */
function daysFrom(now: number, count: number): readonly Day[] {
  const first = addDays(new Date(now * 1000).toISOString().slice(0, 10), -2);
  return Array.from({ length: count }, (_, i) => {
    const day = addDays(first, i);
    return { day, weekday: weekdayOf(day) };
  });
}

function* postsFrom(subscription: Subscription, days: readonly Day[], clock: Clock): Generator<Post> {
  const { teamId, channelId, time, zone, turn } = subscription;
  for (const { day, weekday } of days) {
    if (day < turn.from) continue;
    const postAt = subscription.days.includes(weekday) ? clock.instantOf(day, time, zone) : null;
    if (postAt !== null) yield { slot: { teamId, channelId, postAt }, day };
  }
}
