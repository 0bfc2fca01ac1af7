import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Corpus } from '../../../src/core/corpus.ts';
import { composeDigest } from '../../../src/core/digest/compose.ts';
import { weekdays } from '../../../src/core/digest/days.ts';
import { type Order, orderDigest, pauseDigest, resumeDigest, usualOrder } from '../../../src/core/digest/orders.ts';
import { DELETE_SECONDS } from '../../../src/core/digest/reconcile.ts';
import { nextPosts } from '../../../src/core/digest/schedule.ts';
import { type Subscription, subscriptionSchema } from '../../../src/core/digest/subscription.ts';
import { ferryCorpus } from '../fixture.ts';

const ferry = ferryCorpus();
const [pattern] = ferry.statements;
const n = 13;
/** Statements that differ in their ids only; a number that no count divides. */
const [head, ...tail] = Array.from({ length: n }, (_, i) => ({ ...pattern, id: `statement-${i}` }));
const corpus: Corpus = { ...ferry, statements: [head ?? pattern, ...tail] };
const at = (iso: string): number => Date.parse(iso) / 1000;

const order: Order = {
  teamId: 'T1',
  channelId: 'C1',
  time: '09:00',
  zone: 'Europe/London',
  days: weekdays.slice(0, 5),
  count: 3,
  orderedBy: 'U1',
};

/** The channel's order of statements: a digest of one statement on each of as many days. */
const inOrder = Array.from({ length: n }, (_, i) => {
  const plan = { ...order, days: [...weekdays], count: 1, turn: { from: '2024-01-01', after: null } };
  return composeDigest(corpus, plan, new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10)).statements[0].id;
});

const daysOf = (subscription: Subscription, now: number): readonly string[] =>
  nextPosts(subscription, now, 2).map(({ day }) => day);

describe('an order', () => {
  // 2 April 2024 was a Tuesday.
  const tuesdayNoon = at('2024-04-02T12:00:00Z');

  it('starts with the next of its times, today’s where that is still to come', () => {
    expect(orderDigest(corpus, null, order, tuesdayNoon).turn).toEqual({ from: '2024-04-03', after: null });
    expect(orderDigest(corpus, null, { ...order, time: '17:00' }, tuesdayNoon).turn.from).toBe('2024-04-02');
  });

  it('corrected on the day on which it was given, before anything was posted, may still post on that day', () => {
    const first = orderDigest(corpus, null, order, tuesdayNoon);
    const second = orderDigest(corpus, first, { ...order, time: '17:00' }, tuesdayNoon + 60);
    expect(daysOf(second, tuesdayNoon + 60)).toEqual(['2024-04-02', '2024-04-03']);
  });

  it('changed after the day’s digest was posted posts no second one on that day', () => {
    const first = orderDigest(corpus, null, order, at('2024-04-01T00:00:00Z'));
    const second = orderDigest(corpus, first, { ...order, time: '17:00' }, tuesdayNoon);
    expect(daysOf(second, tuesdayNoon)).toEqual(['2024-04-03', '2024-04-04']);
    expect(second.turn.after).toBe(inOrder[(2 * 3 - 1) % n]);
  });

  it('is active, whatever was before, and names who gave it', () => {
    const failing: Subscription = {
      ...orderDigest(corpus, null, order, tuesdayNoon),
      status: { kind: 'failing', error: 'is_archived' },
    };
    const next = orderDigest(corpus, failing, { ...order, orderedBy: 'U2' }, tuesdayNoon);
    expect(next).toMatchObject({ status: { kind: 'active' }, orderedBy: 'U2' });
  });

  it('that was paused goes on where it was, however long that took', () => {
    const first = orderDigest(corpus, null, order, at('2024-04-01T00:00:00Z'));
    const paused = pauseDigest(corpus, first, tuesdayNoon);
    expect(paused.status).toEqual({ kind: 'paused' });
    const resumed = resumeDigest(corpus, paused, at('2024-06-01T12:00:00Z'));
    expect(resumed).toMatchObject({
      status: { kind: 'active' },
      orderedBy: 'U1',
      turn: { from: '2024-06-03', after: inOrder[(2 * 3 - 1) % n] },
    });
  });

  it('sets days in the order of the week, each once', () => {
    const { days } = orderDigest(corpus, null, { ...order, days: ['fri', 'mon', 'fri'] }, tuesdayNoon);
    expect(days).toEqual(['mon', 'fri']);
  });
});

describe('what an order starts from', () => {
  const known = orderDigest(corpus, null, { ...order, zone: 'Asia/Gaza' }, at('2024-04-02T12:00:00Z'));

  it('is what the channel has', () => {
    expect(usualOrder(known, [])).toBe(known);
  });

  it('is else the zone that most of the workspace’s digests have, or UTC where there are none', () => {
    const others = ['Asia/Tokyo', 'Asia/Gaza', 'Asia/Tokyo'].map((zone) => ({ ...known, zone }));
    expect(usualOrder(null, others)).toEqual({ time: '09:00', zone: 'Asia/Tokyo', days: order.days, count: 3 });
    expect(usualOrder(null, []).zone).toBe('UTC');
  });
});

const anyOrder: fc.Arbitrary<Order> = fc.record({
  teamId: fc.constant('T1'),
  channelId: fc.constant('C1'),
  time: fc.constantFrom('00:00', '01:30', '02:30', '09:00', '17:15', '23:59'),
  zone: fc.constantFrom('Europe/London', 'America/New_York', 'Asia/Tokyo', 'Pacific/Apia', 'Australia/Lord_Howe'),
  days: fc.subarray([...weekdays], { minLength: 1 }),
  count: fc.integer({ min: 1, max: 5 }),
  orderedBy: fc.constant('U1'),
});

/** What somebody does, and how many seconds after what was done before. */
const anyStep = fc.record({
  after: fc.oneof(fc.integer({ min: 1, max: 400_000 }), fc.integer({ min: 1, max: 3600 })),
  act: fc.oneof(fc.constantFrom('pause' as const, 'resume' as const, 'again' as const), anyOrder),
});

/** What is posted: each digest's local day and the ids in it. What is near can't be taken back any more. */
function simulate(first: Order, steps: readonly { after: number; act: Order | 'pause' | 'resume' | 'again' }[]) {
  const posted: { day: string; ids: readonly string[] }[] = [];
  let now = at('2024-03-20T00:00:00Z');
  let subscription = orderDigest(corpus, null, first, now);
  let seen = now;
  const post = (until: number): void => {
    const days = nextPosts(subscription, seen, 40).filter(({ slot }) => slot.postAt <= until);
    if (subscription.status.kind === 'active') {
      for (const { day } of days) {
        posted.push({ day, ids: composeDigest(corpus, subscription, day).statements.map(({ id }) => id) });
      }
    }
    seen = until;
  };
  for (const { after, act } of steps) {
    now += after;
    post(now + DELETE_SECONDS);
    if (act === 'pause') subscription = pauseDigest(corpus, subscription, now);
    else if (act === 'resume') subscription = resumeDigest(corpus, subscription, now);
    else subscription = orderDigest(corpus, subscription, act === 'again' ? subscription : act, now);
    // What the new order wants may be nearer than what the old one could still have taken back.
    seen = now;
    expect(subscriptionSchema.safeParse(subscription).success).toBe(true);
  }
  post(now + 15 * 86_400);
  return posted;
}

describe('whatever is changed and paused in between', () => {
  it('statements follow one another in the channel’s order, none left out or repeated, and no day has two digests', () => {
    fc.assert(
      fc.property(anyOrder, fc.array(anyStep, { maxLength: 10 }), (first, steps) => {
        const posted = simulate(first, steps);
        let next = 0;
        for (const { ids } of posted) {
          const due = ids.map((_, i) => inOrder[(next + i) % n]);
          expect([...ids].sort()).toEqual(due.sort());
          next += ids.length;
        }
        const days = posted.map(({ day }) => day);
        expect(days).toEqual([...new Set(days)].sort());
      }),
      { numRuns: 100 },
    );
  });
});
