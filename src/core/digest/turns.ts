/** How a channel's place in its order of statements moves on. */
import type { Corpus } from '../corpus.ts';
import { turnOn } from './compose.ts';
import { addDays } from './days.ts';
import { type Delivery, isOpen } from './delivery.ts';
import type { Subscription } from './subscription.ts';

/**
 * The turn for a channel whose next digest is of the local day `next`: behind what was posted. Days on which nothing was
 * posted, because Slack refused or nobody queued it in time, take no statement's turn away.
 * @param deliveries the channel's, at least those since its last turn
 * @returns the same turn where nothing changed, or where it isn't known yet what became of an earlier day
 */
export function moveTurn(
  corpus: Corpus,
  subscription: Subscription,
  deliveries: readonly Delivery[],
  next: string,
): Subscription['turn'] {
  const { turn } = subscription;
  const since = deliveries.filter(({ day }) => day >= turn.from && day < next);
  if (next <= turn.from || since.some(isOpen)) return turn;
  const posted = new Set(
    since.filter(({ state }) => state.kind === 'posted' || state.kind === 'unsure').map((it) => it.day),
  );
  let { after } = turn;
  for (const day of [...posted].sort()) {
    ({ after } = turnOn(corpus, { ...subscription, turn: { from: day, after } }, addDays(day, 1)));
  }
  return { from: next, after };
}
