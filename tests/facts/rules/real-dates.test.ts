import { describe, expect, test } from 'vitest';
import { realDates } from '../../../src/facts/rules/real-dates.ts';
import { runRule } from './run-rule.ts';

const DATE = '{ on: 2024-04-29, written: Monday }';
const AT = `statements[council-closed-bridge].date.on: `;

test('real days that agree with the words pass, and so does a plan that lies ahead', async () => {
  expect(await runRule(realDates)).toEqual([]);
});

test('days that no calendar has are reported, in dates and in texts', async () => {
  const found = await runRule(realDates, {
    'published: 2024-05-02': 'published: 2024-06-31',
    'on 29 April 2024': 'on 31 April 2024',
    [DATE]: '{ on: 2023-02-29, written: then }',
    'will cost about 4 million crowns': 'will cost about 4 million crowns as of February 30, 2024,',
  });
  expect(found).toEqual([
    `article.published: there is no 2024-06-31 in the calendar. Correct the day or the month.`,
    `statements[council-closed-bridge].text: there is no 31 April 2024 in the calendar. ` +
      'Correct the day or the month.',
    `${AT}there is no 2023-02-29 in the calendar. Correct the day or the month.`,
    `statements[repair-cost].text: there is no February 30, 2024 in the calendar. ` + 'Correct the day or the month.',
  ]);
});

describe('a day of the future is reported unless the text tells of a plan', () => {
  test('no plan', async () => {
    expect(await runRule(realDates, { [DATE]: '{ on: 2024-05-03, written: then }' })).toEqual([
      `${AT}2024-05-03 is after 2024-05-02, when the article was published, and the text tells of no plan. ` +
        'Correct the date, or say in the text that this was still to come ("will", "was scheduled").',
    ]);
  });

  test('the day of publication and its month are not the future', async () => {
    expect(await runRule(realDates, { [DATE]: '{ on: 2024-05-02, written: then }' })).toEqual([]);
    expect(await runRule(realDates, { [DATE]: '{ on: 2024-05, written: this month }' })).toEqual([]);
  });
});

describe('a date that contradicts the words it resolves is reported', () => {
  test('another weekday', async () => {
    expect(await runRule(realDates, { [DATE]: '{ on: 2024-04-28, written: last Monday }' })).toEqual([
      `${AT}2024-04-28 is a Sunday, and the article says "last Monday". Correct the one that is wrong.`,
    ]);
  });

  test('another month', async () => {
    expect(await runRule(realDates, { [DATE]: '{ on: 2024-03, written: in February }' })).toEqual([
      `${AT}2024-03 is not in February, and the article says "in February". Correct the one that is wrong.`,
    ]);
  });

  test('not a day that is counted from a weekday', async () => {
    expect(await runRule(realDates, { [DATE]: '{ on: 2024-05-01, written: two days after Monday }' })).toEqual([]);
  });
});
