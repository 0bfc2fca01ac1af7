import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findZone } from '../../../src/core/digest/calendar.ts';
import { weekdays } from '../../../src/core/digest/days.ts';
import { parseDigest, type Timing } from '../../../src/core/digest/typed.ts';

const usual: Timing = { time: '08:15', zone: 'UTC', days: ['tue'] };
const everyDay = [...weekdays];
const workdays = everyDay.slice(0, 5);

const typed = (text: string) => parseDigest(text.split(' ').filter(Boolean), usual);

function problemOf(text: string): string {
  const request = typed(text);
  if (request.kind !== 'problem') throw new Error(`"${text}" was understood: ${JSON.stringify(request)}`);
  return request.problem;
}

describe('a digest command', () => {
  test('without words opens the dialog', () => {
    expect(typed('')).toEqual({ kind: 'open' });
  });

  test.each(['off', 'pause', 'resume', 'status', 'preview', 'list', 'help'])('%s stands alone', (word) => {
    expect(typed(word)).toEqual({ kind: word });
    expect(typed(word.toUpperCase())).toEqual({ kind: word });
    expect(problemOf(`${word} please`)).toBe(`\`digest ${word}\` takes nothing after it; leave out "please".`);
  });

  test.each([
    ['on', usual],
    ['on 9am', { ...usual, time: '09:00' }],
    ['on 9 am', { ...usual, time: '09:00' }],
    ['on 9', { ...usual, time: '09:00' }],
    ['on 09:00', { ...usual, time: '09:00' }],
    ['on 0930', { ...usual, time: '09:30' }],
    ['on 9.30', { ...usual, time: '09:30' }],
    ['on 17h30', { ...usual, time: '17:30' }],
    ['on 17h', { ...usual, time: '17:00' }],
    ['on 5:30pm', { ...usual, time: '17:30' }],
    ['on 5:30 p.m.', { ...usual, time: '17:30' }],
    ['on 12am', { ...usual, time: '00:00' }],
    ['on 12pm', { ...usual, time: '12:00' }],
    ['on noon', { ...usual, time: '12:00' }],
    ['on midnight', { ...usual, time: '00:00' }],
    ['on 23:59', { ...usual, time: '23:59' }],
    ['on Europe/London', { ...usual, zone: 'Europe/London' }],
    ['on america/new_york', { ...usual, zone: 'America/New_York' }],
    ['on London', { ...usual, zone: 'Europe/London' }],
    ['on new york', { ...usual, zone: 'America/New_York' }],
    ['on utc', { ...usual, zone: 'UTC' }],
    ['on gaza', { ...usual, zone: 'Asia/Gaza' }],
    ['on weekdays', { ...usual, days: workdays }],
    ['on daily', { ...usual, days: everyDay }],
    ['on every day', { ...usual, days: everyDay }],
    ['on weekends', { ...usual, days: ['sat', 'sun'] }],
    ['on mon,wed', { ...usual, days: ['mon', 'wed'] }],
    ['on wed, mon', { ...usual, days: ['mon', 'wed'] }],
    ['on mon+wed', { ...usual, days: ['mon', 'wed'] }],
    ['on mon/wed', { ...usual, days: ['mon', 'wed'] }],
    ['on mon and wed', { ...usual, days: ['mon', 'wed'] }],
    ['on Mondays & Thursdays', { ...usual, days: ['mon', 'thu'] }],
    ['on tues weds thurs', { ...usual, days: ['tue', 'wed', 'thu'] }],
    ['on mon-fri', { ...usual, days: workdays }],
    ['on mon - fri', { ...usual, days: workdays }],
    ['on monday to friday', { ...usual, days: workdays }],
    ['on fri-mon', { ...usual, days: ['mon', 'fri', 'sat', 'sun'] }],
    ['on 9am Europe/London weekdays', { time: '09:00', zone: 'Europe/London', days: workdays }],
    ['on weekdays at 9am in Europe/London', { time: '09:00', zone: 'Europe/London', days: workdays }],
    [
      'on every mon, wed and fri at 7:45 new york time',
      { time: '07:45', zone: 'America/New_York', days: ['mon', 'wed', 'fri'] },
    ],
  ] satisfies [string, Timing][])('%s', (text, timing) => {
    expect(typed(text)).toEqual({ kind: 'on', ...timing, zoneTyped: expect.any(Boolean) });
  });

  test.each([
    ['on 25:00', '"25:00" is not a time of day. Type it as 9am, 09:00 or 17:30.'],
    ['on 9:60', '"9:60" is not a time of day. Type it as 9am, 09:00 or 17:30.'],
    ['on 13pm', '"13pm" is not a time of day. Type it as 9am, 09:00 or 17:30.'],
    ['on 9am 5pm', '09:00 and 17:00 are two times, and a channel has one digest a day. Type one.'],
    ['on Europe/London Asia/Gaza', 'Europe/London and Asia/Gaza are two time zones. Type one.'],
    ['on Europe/Lundon', '"europe/lundon" is not a time zone. Did you mean Europe/London?'],
    ['on 9am est', '"est" is not a time zone. Did you mean America/New_York?'],
    ['on 9am BST', '"bst" is not a time zone. Did you mean Europe/London?'],
    ['on 9am rafah', '"rafah" is not a time zone. Did you mean Asia/Gaza?'],
    [
      'on 9am +02:00',
      '"+02:00" is an offset, which changes where clocks do. Name a place instead, such as Europe/London.',
    ],
    [
      'on 9am utc+2',
      '"utc+2" is an offset, which changes where clocks do. Name a place instead, such as Europe/London.',
    ],
    ['on wekdays', '"wekdays" is not a day. Did you mean weekdays?'],
    ['on wendesday', '"wendesday" is not a day. Did you mean wednesday?'],
    [
      'on whenever',
      '"whenever" is no time, time zone or day that I know. Type something like `digest on 9am Europe/London weekdays`.',
    ],
    ['pasue', '"pasue" is nothing a digest knows. Did you mean `digest pause`?'],
    ['stop', '"stop" is nothing a digest knows. Type one of: on, off, pause, resume, status, preview, list, help.'],
  ])('%s is answered with what to type instead', (text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  test('gives a timing that can be kept, or a sentence, whatever is typed', () => {
    const words = fc.constantFrom(
      'on',
      '9am',
      '24:00',
      'mon-sun',
      'mon-',
      '-',
      'to',
      'new',
      'york',
      'utc',
      '__proto__',
      'constructor',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'grapheme' })), { maxLength: 8 }), (rest) => {
        const request = parseDigest(['on', ...rest], usual);
        if (request.kind === 'problem') {
          expect(request.problem).toMatch(/\.$|\?$/);
          return;
        }
        if (request.kind !== 'on') throw new Error(request.kind);
        expect(request.time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
        expect(findZone(request.zone)).toBe(request.zone);
        expect(request.days).toEqual(weekdays.filter((day) => request.days.includes(day)));
        expect(request.days.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});

test('every zone that the machine knows can be typed by its name, in lower case', () => {
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    if (!zone.includes('/')) continue;
    expect(parseDigest(['on', zone.toLowerCase()], usual)).toMatchObject({ kind: 'on', zone });
  }
});
