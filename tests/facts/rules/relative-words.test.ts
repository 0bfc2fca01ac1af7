import { describe, expect, test } from 'vitest';
import { relativeWords } from '../../../src/facts/rules/relative-words.ts';
import { runRule } from './run-rule.ts';

const DATE = 'on 29 April 2024 to';
const AT = `statements[council-closed-bridge].text: `;

describe('words that are true from one day only are reported', () => {
  test.for([
    ['last Monday to', 'last Monday'],
    ['today to', 'today'],
    ['yesterday to', 'yesterday'],
    ['last week to', 'last week'],
    ['this month to', 'this month'],
    ['two days ago to', 'two days ago'],
    ['recently to', 'recently'],
    ['on Monday to', 'Monday'],
  ])('%s', async ([words = '', shown = '']) => {
    const [found, ...others] = await runRule(relativeWords, { [DATE]: words });
    expect(found).toMatch(AT);
    expect(found).toMatch(`${shown}" is true only as seen from one day. Write "29 April 2024";`);
    expect(others).toEqual([]);
  });
});

describe('a month without its year is reported', () => {
  test.for([
    ['in April to', 'in April'],
    ['on 29 April to', '29 April'],
    ['on April 29 to', 'April 29'],
  ])('%s', async ([words = '', shown = '']) => {
    expect(await runRule(relativeWords, { [DATE]: words })).toEqual([
      `${AT}"${shown}" has no year. Add the year: facts are read years later.`,
    ]);
  });
});

describe('times that stay true pass', () => {
  test.for([
    ['on Monday 29 April 2024 to'],
    ['on April 29, 2024, to'],
    ['in April 2024 to'],
    ['two days after the inspection to'],
    ['a week before the fair of May 2024 to'],
    ['at a march to city hall to'],
    ['and may vote again to'],
    ['“today” to'],
  ])('%s', async ([words = '']) => {
    expect(await runRule(relativeWords, { [DATE]: words })).toEqual([]);
  });
});
