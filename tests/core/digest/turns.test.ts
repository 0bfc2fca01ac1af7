import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeDigest } from '../../../src/core/digest/compose.ts';
import { addDays, weekdays } from '../../../src/core/digest/days.ts';
import type { Delivery, DeliveryState } from '../../../src/core/digest/delivery.ts';
import type { Subscription } from '../../../src/core/digest/subscription.ts';
import { moveTurn } from '../../../src/core/digest/turns.ts';
import { ferryCorpus } from '../fixture.ts';

const corpus = ferryCorpus();
const DAY = '2024-04-02';

const subscription: Subscription = {
  teamId: 'T1',
  channelId: 'C1',
  time: '09:00',
  zone: 'UTC',
  days: [...weekdays],
  count: 2,
  status: { kind: 'active' },
  orderedBy: 'U1',
  turn: { from: DAY, after: null },
};

const delivery = (offset: number, state: DeliveryState): Delivery => ({
  slot: { teamId: 'T1', channelId: 'C1', postAt: 1_712_048_400 + offset * 86_400 },
  day: addDays(DAY, offset),
  content: '',
  state,
  leaseUntil: 0,
  version: 1,
});

const idsOn = (plan: Subscription, day: string) => composeDigest(corpus, plan, day).statements.map(({ id }) => id);

describe('a turn', () => {
  test('moves on behind what was posted, and changes nothing that is to come', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 5 }), (days, count) => {
        const plan = { ...subscription, count };
        const deliveries = Array.from({ length: days }, (_, i) => delivery(i, { kind: 'posted' }));
        const turn = moveTurn(corpus, plan, deliveries, addDays(DAY, days));
        expect(turn.from).toBe(addDays(DAY, days));
        for (let ahead = days; ahead < days + 3; ahead += 1) {
          expect(idsOn({ ...plan, turn }, addDays(DAY, ahead))).toEqual(idsOn(plan, addDays(DAY, ahead)));
        }
      }),
    );
  });

  test('is not used up by a day on which nothing was posted', () => {
    for (const state of [{ kind: 'withdrawn' }, { kind: 'failed', error: 'is_archived' }] as const) {
      const turn = moveTurn(corpus, subscription, [delivery(0, state)], addDays(DAY, 3));
      expect(idsOn({ ...subscription, turn }, addDays(DAY, 3))).toEqual(idsOn(subscription, DAY));
    }
  });

  test('counts as used where nobody knows whether it was posted', () => {
    const turn = moveTurn(corpus, subscription, [delivery(0, { kind: 'unsure' })], addDays(DAY, 1));
    expect(idsOn({ ...subscription, turn }, addDays(DAY, 1))).toEqual(idsOn(subscription, addDays(DAY, 1)));
  });

  test('stays until it is known what became of the day before', () => {
    for (const state of [
      { kind: 'queued', messageId: 'Q1' },
      { kind: 'queueing' },
      { kind: 'withdrawing', messageId: 'Q1' },
    ] as const) {
      expect(moveTurn(corpus, subscription, [delivery(0, state)], addDays(DAY, 1))).toBe(subscription.turn);
    }
  });

  test('never goes back', () => {
    expect(moveTurn(corpus, subscription, [delivery(-1, { kind: 'posted' })], DAY)).toBe(subscription.turn);
  });
});
