import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findZone } from '../../../src/core/digest/calendar.ts';
import { allZones } from '../../../src/core/digest/zone-names.ts';
import { searchZones } from '../../../src/core/digest/zone-search.ts';

describe('time zones to choose from', () => {
  it('are, before anything is typed, some of every part of the world', () => {
    const parts = new Set(searchZones('', 100).map((zone) => zone.split('/')[0]));
    expect([...parts]).toEqual(
      expect.arrayContaining(['UTC', 'America', 'Europe', 'Africa', 'Asia', 'Australia', 'Pacific']),
    );
  });

  it.each([
    ['london', 'Europe/London'],
    ['London ', 'Europe/London'],
    ['new york', 'America/New_York'],
    ['York', 'America/New_York'],
    ['asia/gaza', 'Asia/Gaza'],
    ['est', 'America/New_York'],
    ['rafah', 'Asia/Gaza'],
    ['kyiv', 'Europe/Kyiv'],
    ['buenos', 'America/Argentina/Buenos_Aires'],
    ['utc', 'UTC'],
  ])('are found by “%s”: %s first', (typed, zone) => {
    expect(searchZones(typed, 100)[0]).toBe(zone);
  });

  it('are none where nothing fits, and never more than asked for', () => {
    expect(searchZones('atlantis', 100)).toEqual([]);
    expect(searchZones('a', 100)).toHaveLength(100);
  });

  it('can each be kept, whatever was typed', () => {
    for (const zone of allZones()) expect(findZone(zone), zone).toBe(zone);
    fc.assert(
      fc.property(fc.string(), (typed) => {
        for (const zone of searchZones(typed, 100)) expect(findZone(zone)).toBe(zone);
      }),
    );
  });
});
