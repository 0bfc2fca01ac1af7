/** Weeks in which clocks change, in the zones where people get it wrong; what counts is what stands in the channels. */
import { describe, expect, it } from 'vitest';
import { DAY, digestsIn, localOf, setStage } from './stage.ts';

const TIMES = ['00:00', '00:30', '01:30', '02:00', '02:15', '02:30', '09:00', '23:59'];

interface Week {
  readonly zone: string;
  /** The local day on which clocks change, or that there is not. */
  readonly change: string;
  readonly what: string;
  /** Ordered times that the clock on the wall doesn't show on that day, and what it shows instead. */
  readonly moved?: Readonly<Record<string, string>>;
  /** There is no such day. */
  readonly skipped?: true;
  /** Ordered times that come twice, and the instant of the first. */
  readonly first?: Readonly<Record<string, string>>;
}

const WEEKS: readonly Week[] = [
  { zone: 'Europe/London', change: '2024-03-31', what: '01:00 becomes 02:00', moved: { '01:30': '02:30' } },
  { zone: 'Europe/London', change: '2024-10-27', what: '02:00 becomes 01:00', first: { '01:30': '2024-10-27T00:30Z' } },
  {
    zone: 'America/New_York',
    change: '2024-03-10',
    what: '02:00 becomes 03:00',
    moved: { '02:00': '03:00', '02:15': '03:15', '02:30': '03:30' },
  },
  {
    zone: 'America/New_York',
    change: '2024-11-03',
    what: '02:00 becomes 01:00',
    first: { '01:30': '2024-11-03T05:30Z' },
  },
  {
    zone: 'Asia/Gaza',
    change: '2024-04-20',
    what: '02:00 becomes 03:00',
    moved: { '02:00': '03:00', '02:15': '03:15', '02:30': '03:30' },
  },
  { zone: 'Asia/Gaza', change: '2024-10-26', what: '02:00 becomes 01:00', first: { '01:30': '2024-10-25T22:30Z' } },
  { zone: 'Pacific/Apia', change: '2020-09-27', what: '03:00 becomes 04:00' },
  { zone: 'Pacific/Apia', change: '2021-04-04', what: '04:00 becomes 03:00' },
  { zone: 'Pacific/Apia', change: '2011-12-30', what: 'the day is left out', skipped: true },
  {
    zone: 'Australia/Lord_Howe',
    change: '2024-10-06',
    what: '02:00 becomes 02:30',
    moved: { '02:00': '02:30', '02:15': '02:45' },
  },
  {
    zone: 'Australia/Lord_Howe',
    change: '2024-04-07',
    what: '02:00 becomes 01:30',
    first: { '01:30': '2024-04-06T14:30Z' },
  },
];

describe.each(WEEKS)('the week in $zone in which, on $change, $what', ({ zone, change, moved, skipped, first }) => {
  it('has one digest on each local day, at the minute that was ordered', async () => {
    const start = Date.parse(`${change}T00:00:00Z`) / 1000 - 4 * DAY;
    const stage = await setStage(new Date(start * 1000).toISOString());
    const from = dayAfter(change, -3);
    for (const time of TIMES)
      await stage.prepare(`C${time.replace(':', '')}`, { time, zone, turn: { from, after: null } });
    await stage.pass(9 * DAY);
    const days = [-3, -2, -1, 0, 1, 2, 3].map((offset) => dayAfter(change, offset));
    for (const time of TIMES) {
      const posted = digestsIn(stage.slack, `C${time.replace(':', '')}`).map(({ ts }) => Number(ts));
      const week = posted.map((at) => localOf(at, zone)).filter(({ day }) => days.includes(day));
      expect(week, `ordered at ${time}`).toEqual(
        days
          .filter((day) => !(skipped && day === change))
          .map((day) => ({ day, time: (day === change && moved?.[time]) || time })),
      );
      const early = first?.[time];
      if (early !== undefined) expect(posted).toContain(Date.parse(early) / 1000);
    }
  });
});

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY * 1000).toISOString().slice(0, 10);
}
