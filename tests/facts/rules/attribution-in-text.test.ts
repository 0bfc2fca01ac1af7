import { describe, expect, test } from 'vitest';
import { attributionInText } from '../../../src/facts/rules/attribution-in-text.ts';
import { runRule } from './run-rule.ts';

describe('a text that names its speaker passes', () => {
  test.for([
    ['by name', 'Mayor Anna Berg said'],
    ['by alias', 'Berg said'],
    ['by office, whatever its case', 'The mayor said'],
    ['with a possessive', 'Berg’s view was'],
  ])('%s', async ([, text = '']) => {
    expect(await runRule(attributionInText, { 'Mayor Anna Berg said': text })).toEqual([]);
  });

  test('in the capacity that the attribution gives', async () => {
    const changes = {
      'Mayor Anna Berg said': 'The head of the harbour board said',
      '{ speaker: anna-berg }': '{ speaker: anna-berg, capacity: head of the harbour board }',
    };
    expect(await runRule(attributionInText, changes)).toEqual([]);
  });
});

test('a text that leaves its speaker out is reported', async () => {
  expect(await runRule(attributionInText, { 'Mayor Anna Berg said': 'It was said' })).toEqual([
    `statements[berg-safety-first].text: the text does not name "anna-berg", who says this. ` +
      'Name Anna Berg in the sentence, by name, alias or office.',
  ]);
});

test('a name within a longer word does not count', async () => {
  const found = await runRule(attributionInText, { 'Mayor Anna Berg said': 'The Bergen office said' });
  expect(found).toHaveLength(1);
});

test('a text that leaves the outlet out is reported', async () => {
  expect(await runRule(attributionInText, { 'the Harbour Post reported': 'it was reported' })).toEqual([
    `statements[lind-cracks].text: the text does not name "harbour-post", which reported this. ` +
      'Name Harbour Post in the sentence, by name, alias or office.',
  ]);
});
