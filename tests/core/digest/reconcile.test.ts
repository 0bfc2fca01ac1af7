import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Delivery, DeliveryState } from '../../../src/core/digest/delivery.ts';
import { type Change, type Held, reconcile, type Wanted } from '../../../src/core/digest/reconcile.ts';
import { simulate } from './simulation.ts';

const NOW = 1_712_000_000;
const SOON = NOW + 7200;

const slotAt = (postAt: number, channelId = 'C1') => ({ teamId: 'T1', channelId, postAt });

function wantedAt(postAt: number, content = 'today'): Wanted {
  return { slot: slotAt(postAt), day: '2024-04-02', content };
}

function heldAt(postAt: number, messageId: string): Held {
  return { slot: slotAt(postAt), messageId };
}

function recordedAt(postAt: number, state: DeliveryState, leaseUntil = 0): Delivery {
  return { slot: slotAt(postAt), day: '2024-04-02', content: 'today', state, leaseUntil, version: 3 };
}

/** The changes without what they were derived from. */
function changes(wanted: Wanted[], held: Held[], recorded: Delivery[], now = NOW): unknown[] {
  return reconcile(wanted, held, recorded, now).map(inShort);
}

function inShort(change: Change): unknown[] {
  switch (change.kind) {
    case 'record':
      return ['record', change.state];
    case 'withdraw':
      return ['withdraw', change.messageId, change.after.kind];
    case 'queue':
      return ['queue', change.slot.postAt, change.delivery?.version ?? null];
  }
}

describe('what is wanted', () => {
  test('and neither recorded nor held is queued', () => {
    expect(changes([wantedAt(SOON)], [], [])).toEqual([['queue', SOON, null]]);
  });

  test('and held as recorded is left alone', () => {
    const queued = recordedAt(SOON, { kind: 'queued', messageId: 'Q1' });
    expect(changes([wantedAt(SOON)], [heldAt(SOON, 'Q1')], [queued])).toEqual([]);
  });

  test('in other words than those held is taken back, and queued once it is gone', () => {
    const queued = recordedAt(SOON, { kind: 'queued', messageId: 'Q1' });
    const edited = wantedAt(SOON, 'edited');
    expect(changes([edited], [heldAt(SOON, 'Q1')], [queued])).toEqual([['withdraw', 'Q1', 'withdrawn']]);
    expect(changes([edited], [], [recordedAt(SOON, { kind: 'withdrawn' })])).toEqual([['queue', SOON, 3]]);
  });

  test('at another time of the day waits until the first is gone, and is dropped once that was posted', () => {
    const [nine, ten] = [SOON, SOON + 3600];
    const queued = recordedAt(nine, { kind: 'queued', messageId: 'Q1' });
    expect(changes([wantedAt(ten)], [heldAt(nine, 'Q1')], [queued])).toEqual([['withdraw', 'Q1', 'withdrawn']]);
    expect(changes([wantedAt(ten)], [], [recordedAt(nine, { kind: 'withdrawn' })])).toEqual([['queue', ten, null]]);
    expect(changes([wantedAt(ten)], [], [recordedAt(nine, { kind: 'posted' })], nine + 60)).toEqual([]);
    expect(changes([wantedAt(ten)], [], [recordedAt(nine, { kind: 'unsure' })], nine + 60)).toEqual([]);
  });

  test('and deleted at Slack by somebody else is queued again', () => {
    const queued = recordedAt(SOON, { kind: 'queued', messageId: 'Q1' });
    expect(changes([wantedAt(SOON)], [], [queued])).toEqual([['queue', SOON, 3]]);
  });

  test('after Slack refused it is tried again', () => {
    const failed = recordedAt(SOON, { kind: 'failed', error: 'not_in_channel' });
    expect(changes([wantedAt(SOON)], [], [failed])).toEqual([['queue', SOON, 3]]);
  });
});

describe('what is no longer wanted', () => {
  const queued = recordedAt(SOON, { kind: 'queued', messageId: 'Q1' });

  test('is taken back', () => {
    expect(changes([], [heldAt(SOON, 'Q1')], [queued])).toEqual([['withdraw', 'Q1', 'withdrawn']]);
  });

  test('is left alone when Slack is about to post it', () => {
    expect(changes([], [heldAt(SOON, 'Q1')], [queued], SOON - 360)).toEqual([]);
    expect(changes([wantedAt(SOON, 'edited')], [heldAt(SOON, 'Q1')], [queued], SOON - 420)).toEqual([]);
  });
});

describe('an intent whose outcome is not recorded', () => {
  const queueing = recordedAt(SOON, { kind: 'queueing' });
  const withdrawing = recordedAt(SOON, { kind: 'withdrawing', messageId: 'Q1' });

  test('is left to whoever holds the lease', () => {
    const leased = recordedAt(SOON, { kind: 'queueing' }, NOW + 1);
    expect(changes([wantedAt(SOON)], [heldAt(SOON, 'Q1')], [leased])).toEqual([]);
    expect(changes([wantedAt(SOON)], [heldAt(SOON, 'Q1')], [leased], NOW + 1)).toHaveLength(1);
  });

  test('to queue is found to have succeeded, or done again', () => {
    expect(changes([wantedAt(SOON)], [heldAt(SOON, 'Q1')], [queueing])).toEqual([
      ['record', { kind: 'queued', messageId: 'Q1' }],
    ]);
    expect(changes([wantedAt(SOON)], [], [queueing])).toEqual([['queue', SOON, 3]]);
    expect(changes([], [], [queueing])).toEqual([['record', { kind: 'withdrawn' }]]);
  });

  test('to take back is found to have succeeded, or done again', () => {
    expect(changes([], [], [withdrawing])).toEqual([['record', { kind: 'withdrawn' }]]);
    expect(changes([], [heldAt(SOON, 'Q1')], [withdrawing])).toEqual([['withdraw', 'Q1', 'withdrawn']]);
  });

  test('is never made up for after its time: it may have been posted', () => {
    expect(changes([], [], [queueing], SOON)).toEqual([['record', { kind: 'unsure' }]]);
    expect(changes([], [], [withdrawing], SOON)).toEqual([['record', { kind: 'unsure' }]]);
  });
});

test('of two messages for one slot, one is taken back, and the one recorded stays', () => {
  const queued = recordedAt(SOON, { kind: 'queued', messageId: 'Q2' });
  const both = [heldAt(SOON, 'Q1'), heldAt(SOON, 'Q2')];
  expect(changes([wantedAt(SOON)], both, [queued])).toEqual([['withdraw', 'Q1', 'queued']]);
  const withdrawing = recordedAt(SOON, { kind: 'withdrawing', messageId: 'Q1' });
  expect(changes([wantedAt(SOON)], both, [withdrawing])).toEqual([['withdraw', 'Q1', 'queued']]);
  expect(changes([wantedAt(SOON)], [heldAt(SOON, 'Q2')], [withdrawing])).toEqual([
    ['record', { kind: 'queued', messageId: 'Q2' }],
  ]);
});

test('a message that nobody recorded is taken back before another is queued', () => {
  expect(changes([wantedAt(SOON)], [heldAt(SOON, 'Q9')], [])).toEqual([['withdraw', 'Q9', 'withdrawn']]);
  expect(changes([wantedAt(SOON)], [heldAt(SOON, 'Q9')], [], SOON - 100)).toEqual([]);
});

test('what Slack held when its time came counts as posted, once Slack holds it no more', () => {
  const queued = recordedAt(SOON, { kind: 'queued', messageId: 'Q1' });
  expect(changes([], [heldAt(SOON, 'Q1')], [queued], SOON + 2)).toEqual([]);
  expect(changes([], [], [queued], SOON + 2)).toEqual([['record', { kind: 'posted' }]]);
});

test('changes come in an order that makes room first: records, then what is taken back, then what is queued', () => {
  const later = SOON + 86_400;
  const kinds = reconcile(
    [
      { ...wantedAt(later), day: '2024-04-03' },
      { ...wantedAt(SOON), slot: slotAt(SOON, 'C2') },
    ],
    [heldAt(SOON, 'Q1')],
    [recordedAt(SOON, { kind: 'queued', messageId: 'Q1' }), recordedAt(NOW - 60, { kind: 'queued', messageId: 'Q0' })],
    NOW,
  ).map(({ kind, slot }) => [kind, slot.postAt]);
  expect(kinds).toEqual([
    ['record', NOW - 60],
    ['withdraw', SOON],
    ['queue', SOON],
    ['queue', later],
  ]);
});

describe('whatever breaks', { timeout: 60_000 }, () => {
  test('each day has its digest, once, in the words that were current', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { problems, posts, crashes } = simulate(seed, { processes: 1, trouble: 0.1 });
        expect(problems).toEqual([]);
        expect(posts).toBeGreaterThan(5);
        expect(crashes).toBeGreaterThan(0);
      }),
      { numRuns: 15 },
    );
  });

  test('so too with two processes at once', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(simulate(seed, { processes: 2, trouble: 0.1 }).problems).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test('no digest is doubled even where messages are queued at the last minute', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(simulate(seed, { processes: 2, trouble: 0.2, horizon: 400 }).problems).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test('and where nothing does, every message is queued once and never touched again', () => {
    const { problems, calls, posts } = simulate(1, { processes: 1, trouble: 0, edits: false });
    expect(problems).toEqual([]);
    expect(calls.queue).toBe(posts + calls.stillHeld);
    expect(calls.withdraw).toBe(0);
  });
});
