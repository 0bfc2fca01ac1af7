/** When a subscription posts. */
import { compareText } from '../corpus.ts';
import { type Clock, createClock } from './calendar.ts';
import { addDays, weekdayOf } from './days.ts';
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
 * A day has at most one slot; a day whose time is skipped by a clock change has it as soon as clocks run again.
 * @param clock one for all calls saves most of the work
 */
export function wantedSlots(
  subscriptions: readonly Subscription[],
  now: number,
  horizon: number,
  clock: Clock = createClock(),
): readonly (Post & { readonly subscription: Subscription })[] {
  const wanted: (Post & { subscription: Subscription })[] = [];
  const days = Math.ceil(horizon / 86_400) + MARGIN_DAYS;
  for (const subscription of subscriptions) {
    if (subscription.status.kind !== 'active') continue;
    for (const post of postsFrom(subscription, now, days, clock)) {
      if (post.slot.postAt > now && post.slot.postAt <= now + horizon) wanted.push({ ...post, subscription });
    }
  }
  return wanted.sort((a, b) => a.slot.postAt - b.slot.postAt || compareText(a.slot.channelId, b.slot.channelId));
}

/** The next posts after `now`, as a confirmation lists them. Status is not looked at. */
export function nextPosts(subscription: Subscription, now: number, count: number): readonly Post[] {
  // A week holds at least one, and a zone that skips a day skips no other for years.
  const posts = [...postsFrom(subscription, now, 7 * (count + 2), createClock())];
  return posts.filter(({ slot }) => slot.postAt > now).slice(0, count);
}

/** At any instant the local day is at most one off that of UTC, and a skipped time moves on by at most a day. */
const MARGIN_DAYS = 5;

/** Those of `days` local days, of which the first are over at `now` in every zone. */
function* postsFrom(subscription: Subscription, now: number, days: number, clock: Clock): Generator<Post> {
  const { teamId, channelId, time, zone } = subscription;
  const first = addDays(new Date(now * 1000).toISOString().slice(0, 10), -2);
  for (let i = 0; i < days; i += 1) {
    const day = addDays(first, i);
    if (!subscription.days.includes(weekdayOf(day))) continue;
    const postAt = clock.instantOf(day, time, zone);
    if (postAt !== null) yield { slot: { teamId, channelId, postAt }, day };
  }
}
