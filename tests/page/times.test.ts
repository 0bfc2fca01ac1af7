import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSlackDate } from '../../src/playground/page/blocks/slack-date.ts';
import { fromZonedText, toZonedText } from '../../src/playground/page/controls/zoned-time.ts';
import { readPlace, writePlace } from '../../src/playground/page/workspace/place.ts';
import { formatDay, formatMoment, formatSpan } from '../../src/playground/page/workspace/time.ts';

const moment = Date.parse('2024-04-01T07:05:00Z');

describe('times', () => {
  it('are those of the person’s zone', () => {
    expect(formatMoment(moment, 'Europe/Berlin')).toBe('Mon 1 Apr 2024, 09:05');
    expect(formatMoment(moment, 'America/New_York')).toBe('Mon 1 Apr 2024, 03:05');
  });

  it('name today and yesterday by the workspace’s clock', () => {
    const day = 86_400_000;
    expect(formatDay(moment, moment, 'UTC')).toBe('Today');
    expect(formatDay(moment, moment + day, 'UTC')).toBe('Yesterday');
    expect(formatDay(moment, moment + 2 * day, 'UTC')).toBe('Monday, 1 April 2024');
  });

  it('say a span by its two largest units', () => {
    expect(formatSpan(20_000)).toBe('less than a minute');
    expect(formatSpan(3_600_000)).toBe('1 hour');
    expect(formatSpan(((25 * 60 + 3) * 60 + 1) * 1000)).toBe('1 day 1 hour');
    expect(formatSpan(24 * 3_600_000 + 120_000)).toBe('1 day 2 minutes');
  });

  it('fill Slack’s date tokens and leave those that are not known', () => {
    expect(formatSlackDate(moment / 1000, '{date_num} {time} {other}', 'Europe/Berlin')).toBe(
      '2024-04-01 09:05 {other}',
    );
    expect(formatSlackDate(moment / 1000, '{date_long}', 'UTC')).toMatch(/^Monday,? 1 April 2024$/);
  });

  it('come back from a date and time input as they went in', () => {
    const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Kiritimati');
    const minutes = fc.integer({ min: 0, max: 60_000_000 });
    fc.assert(
      fc.property(zones, minutes, (zone, minute) => {
        const text = toZonedText(minute * 60, zone);
        const back = fromZonedText(text, zone);
        // The hour that a change of clocks repeats has two moments for one text.
        expect(back === null ? null : toZonedText(back, zone)).toBe(text);
      }),
    );
    expect(fromZonedText('', 'UTC')).toBe(null);
  });
});

describe('places', () => {
  it('come back from the address as they went in', () => {
    const places = [
      { kind: 'start' },
      { kind: 'home' },
      { kind: 'channel', channelId: 'C1', threadTs: null },
      { kind: 'channel', channelId: 'C1', threadTs: '1711987200.000100' },
    ] as const;
    expect(places.map(writePlace).map(readPlace)).toEqual(places);
  });
});
