import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createClock, dayAt, timeAt } from '../../../src/core/digest/calendar.ts';
import { type Weekday, weekdayOf, weekdays } from '../../../src/core/digest/days.ts';
import { orderDigest, usualOrder } from '../../../src/core/digest/orders.ts';
import { nextPosts, wantedSlots } from '../../../src/core/digest/schedule.ts';
import { parseDigest } from '../../../src/core/digest/typed.ts';
import { allZones } from '../../../src/core/digest/zone-names.ts';
import { ferryCorpus } from '../fixture.ts';

const corpus = ferryCorpus();
const two = (n: number) => String(n).padStart(2, '0');

/** A time as somebody may type it, and what it is. */
const typedTime = fc
  .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }), form: fc.nat(2) })
  .map(({ hour, minute, form }) => {
    const half = hour < 12 ? 'am' : 'pm';
    const forms = [
      `${two(hour)}:${two(minute)}`,
      `${hour}.${two(minute)}`,
      `${hour % 12 || 12}:${two(minute)} ${half}`,
    ];
    return { typed: forms[form] ?? '', time: `${two(hour)}:${two(minute)}` };
  });

const NAMES: Readonly<Record<Weekday, string>> = {
  mon: 'Mondays',
  tue: 'tue',
  wed: 'Weds',
  thu: 'thursday',
  fri: 'Fri',
  sat: 'saturdays',
  sun: 'sun',
};

const typedDays = fc.oneof(
  fc.constant({ typed: 'weekdays', days: weekdays.slice(0, 5) }),
  fc.constant({ typed: 'daily', days: [...weekdays] }),
  fc
    .subarray([...weekdays], { minLength: 1 })
    .map((days) => ({ typed: days.map((day) => NAMES[day]).join(', '), days })),
);

it('what is typed is posted: at that time, on those days, in that zone, and as the confirmation says', () => {
  const clock = createClock();
  fc.assert(
    fc.property(
      typedTime,
      fc.constantFrom(...allZones()),
      typedDays,
      fc.shuffledSubarray(['time', 'zone', 'days'], { minLength: 3 }),
      fc.integer({ min: Date.parse('2024-01-01') / 1000, max: Date.parse('2030-01-01') / 1000 }),
      (time, zone, days, order, now) => {
        const typed = { time: time.typed, zone, days: days.typed };
        const words = order.map((part) => typed[part as keyof typeof typed]).join(' ');
        const request = parseDigest(['on', ...words.split(' ')], usualOrder(null, []));
        expect(request).toEqual({ kind: 'on', zoneTyped: true, time: time.time, zone, days: days.days });
        if (request.kind !== 'on') return;
        const ordered = { ...request, teamId: 'T1', channelId: 'C1', count: 3, orderedBy: 'U1' };
        const subscription = orderDigest(corpus, null, ordered, now);
        const slots = wantedSlots([subscription], now, 22 * 86_400, clock);
        expect(slots.length).toBeGreaterThanOrEqual(3);
        for (const { slot, day } of slots) {
          expect(days.days).toContain(weekdayOf(day));
          const shown = timeAt(slot.postAt, zone);
          // A time that a clock change skips moves forward, at the most into the next day.
          if (shown !== time.time) expect(shown > time.time || dayAt(slot.postAt, zone) > day).toBe(true);
          else expect(dayAt(slot.postAt, zone)).toBe(day);
        }
        const said = nextPosts(subscription, now, 3).map(({ slot }) => slot.postAt);
        expect(slots.slice(0, 3).map(({ slot }) => slot.postAt)).toEqual(said);
      },
    ),
    { numRuns: 300 },
  );
});
