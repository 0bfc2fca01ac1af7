import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { createClock, dayAt, findZone } from '../../../src/core/digest/calendar.ts';
import { addDays, countDays, weekdayOf, weekdays } from '../../../src/core/digest/days.ts';
import { nextPosts, wantedSlots } from '../../../src/core/digest/schedule.ts';
import type { Subscription } from '../../../src/core/digest/subscription.ts';

const ZONES = ['Europe/London', 'America/New_York', 'Asia/Gaza', 'Pacific/Apia', 'Australia/Lord_Howe'] as const;

const subscription: Subscription = {
  teamId: 'T1',
  channelId: 'C1',
  time: '09:00',
  zone: 'Europe/London',
  days: [...weekdays],
  count: 3,
  status: { kind: 'active' },
  orderedBy: 'U1',
  turn: { from: '2024-01-01', after: null },
};

const epoch = (instant: string) => Date.parse(instant) / 1000;
const iso = (instant: number | null) => (instant === null ? null : new Date(instant * 1000).toISOString());

/** Every date is out of the years 2000 to 2037, for which the time zone database has rules. */
const anyDay = fc.integer({ min: 0, max: 13_800 }).map((n) => addDays('2000-01-01', n));
const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const anyDays = fc.subarray([...weekdays], { minLength: 1 });

describe('the instant of a local time', () => {
  test.each<[string, string, string, string | null, string]>([
    ['Europe/London', '2024-03-30', '09:00', '2024-03-30T09:00:00.000Z', 'the day before clocks go forward'],
    ['Europe/London', '2024-03-31', '09:00', '2024-03-31T08:00:00.000Z', 'the day they do'],
    ['Europe/London', '2024-03-31', '01:30', '2024-03-31T01:30:00.000Z', 'skipped: an hour later by the clock, 02:30'],
    ['Europe/London', '2024-10-27', '01:30', '2024-10-27T00:30:00.000Z', 'comes twice: the first'],
    ['Europe/London', '2024-10-27', '02:00', '2024-10-27T02:00:00.000Z', 'once they went back'],
    ['America/New_York', '2024-03-10', '02:30', '2024-03-10T07:30:00.000Z', 'skipped: 03:30'],
    ['America/New_York', '2024-11-03', '01:30', '2024-11-03T05:30:00.000Z', 'comes twice: the first'],
    ['Asia/Gaza', '2024-04-20', '02:30', '2024-04-20T00:30:00.000Z', 'skipped: 03:30'],
    ['Asia/Gaza', '2024-10-26', '01:30', '2024-10-25T22:30:00.000Z', 'comes twice: the first'],
    ['Asia/Gaza', '2012-03-30', '00:30', '2012-03-29T22:30:00.000Z', 'a day that starts at 01:00'],
    ['Pacific/Apia', '2011-12-29', '09:00', '2011-12-29T19:00:00.000Z', 'the day before one that never was'],
    ['Pacific/Apia', '2011-12-30', '09:00', null, 'the day that never was'],
    ['Pacific/Apia', '2011-12-31', '09:00', '2011-12-30T19:00:00.000Z', 'the day after'],
    ['Pacific/Apia', '2012-04-01', '03:30', '2012-03-31T13:30:00.000Z', 'comes twice: the first'],
    ['Pacific/Apia', '2012-09-30', '03:30', '2012-09-29T14:30:00.000Z', 'skipped: 04:30'],
    ['Australia/Lord_Howe', '2024-10-06', '02:15', '2024-10-05T15:45:00.000Z', 'half an hour is skipped: 02:45'],
    ['Australia/Lord_Howe', '2024-04-07', '01:45', '2024-04-06T14:45:00.000Z', 'half an hour comes twice: the first'],
  ])('%s, %s %s is %s (%s)', (zone, day, time, expected) => {
    expect(iso(createClock().instantOf(day, time, zone))).toBe(expected);
  });

  test('is what Temporal says, in every zone, whatever was asked before', () => {
    const clock = createClock();
    fc.assert(
      fc.property(fc.constantFrom(...Intl.supportedValuesOf('timeZone')), anyDay, anyTime, (zone, day, time) => {
        const exact = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone);
        const instant = clock.instantOf(day, time, zone);
        if (instant === null)
          expect(Temporal.PlainDate.from(day).toZonedDateTime(zone).toPlainDate().toString()).not.toBe(day);
        else expect(iso(instant)).toBe(iso(exact.epochMilliseconds / 1000));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('wanted slots', () => {
  test('are those within the horizon, by time, of subscriptions that are active', () => {
    const morning = { ...subscription, channelId: 'C2', time: '08:00' };
    const paused: Subscription = { ...subscription, channelId: 'C3', status: { kind: 'paused' } };
    const failing: Subscription = {
      ...subscription,
      channelId: 'C4',
      status: { kind: 'failing', error: 'is_archived' },
    };
    const slots = wantedSlots([subscription, morning, paused, failing], epoch('2024-03-30T08:30:00Z'), 172_800);
    expect(slots.map(({ slot, day }) => [slot.channelId, day, iso(slot.postAt)])).toEqual([
      ['C1', '2024-03-30', '2024-03-30T09:00:00.000Z'],
      ['C2', '2024-03-31', '2024-03-31T07:00:00.000Z'],
      ['C1', '2024-03-31', '2024-03-31T08:00:00.000Z'],
      ['C2', '2024-04-01', '2024-04-01T07:00:00.000Z'],
      ['C1', '2024-04-01', '2024-04-01T08:00:00.000Z'],
    ]);
  });

  test('leave out the very moment, and take in the end of the horizon', () => {
    const now = epoch('2024-03-28T09:00:00Z');
    expect(wantedSlots([subscription], now, 86_400).map(({ day }) => day)).toEqual(['2024-03-29']);
    expect(wantedSlots([subscription], now - 1, 1).map(({ day }) => day)).toEqual(['2024-03-28']);
  });

  test('are one for each of its days, in order, whichever pass finds them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), anyDay, anyTime, anyDays, (zone, day, time, days) => {
        const own = { ...subscription, zone, time, days };
        const start = epoch(`${day}T00:00:00Z`);
        const whole = wantedSlots([own], start, 10 * 86_400);
        // Passes of 7 h one after the other find the same as one pass over all.
        const passes = Array.from({ length: 35 }, (_, i) => wantedSlots([own], start + i * 25_200, 25_200)).flat();
        const end = start + 10 * 86_400;
        expect(passes.filter(({ slot }) => slot.postAt <= end)).toEqual(whole);
        expect(new Set(whole.map((post) => post.day)).size).toBe(whole.length);
        const instants = whole.map(({ slot }) => slot.postAt);
        expect(instants).toEqual([...new Set(instants)].sort((a, b) => a - b));
        for (const post of whole) {
          expect(days).toContain(weekdayOf(post.day));
          const shown = Temporal.Instant.fromEpochMilliseconds(post.slot.postAt * 1000).toZonedDateTimeISO(zone);
          const late = shown
            .toPlainDateTime()
            .since(Temporal.PlainDateTime.from(`${post.day}T${time}`))
            .total('minutes');
          expect([0, 30, 60]).toContain(late);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('of ten thousand channels in forty zones are found within two seconds', () => {
    const zones = Intl.supportedValuesOf('timeZone').filter((_, i) => i % 10 === 0);
    const many = Array.from({ length: 10_000 }, (_, i) => ({
      ...subscription,
      channelId: `C${i}`,
      zone: zones[i % zones.length] ?? 'UTC',
      time: `${String(i % 24).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}`,
    }));
    const start = performance.now();
    const slots = wantedSlots(many, epoch('2024-03-30T00:00:00Z'), 172_800);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(slots.length).toBeGreaterThan(19_000);
  });
});

test('the next posts are listed across a weekend and a clock change', () => {
  const weekdaysOnly = { ...subscription, days: weekdays.slice(0, 5) };
  expect(nextPosts(weekdaysOnly, epoch('2024-03-28T12:00:00Z'), 3).map(({ slot }) => iso(slot.postAt))).toEqual([
    '2024-03-29T09:00:00.000Z',
    '2024-04-01T08:00:00.000Z',
    '2024-04-02T08:00:00.000Z',
  ]);
});

describe('days', () => {
  test('are counted by weekday, forwards and backwards', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 400 }), anyDays, (from, length, days) => {
        const to = addDays(from, length);
        const all = Array.from({ length }, (_, i) => weekdayOf(addDays(from, i)));
        expect(countDays(from, to, days)).toBe(all.filter((day) => days.includes(day)).length);
        expect(countDays(to, from, days)).toBe(0 - countDays(from, to, days));
      }),
    );
  });

  test('know their weekday', () => {
    expect(weekdayOf('2024-04-01')).toBe('mon');
    expect(weekdayOf('1969-12-31')).toBe('wed');
  });

  test('are local: at one instant it is another day in Apia than in New York', () => {
    const instant = epoch('2024-04-01T03:00:00Z');
    expect(dayAt(instant, 'Pacific/Apia')).toBe('2024-04-01');
    expect(dayAt(instant, 'America/New_York')).toBe('2024-03-31');
  });
});

test('a zone is found in any case and written as the database writes it; an offset is none', () => {
  expect(findZone('europe/london')).toBe('Europe/London');
  expect(findZone('UTC')).toBe('UTC');
  expect(findZone('+02:00')).toBeNull();
  expect(findZone('Europe/Lundon')).toBeNull();
});
