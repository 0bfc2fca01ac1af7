import { expect, test } from 'vitest';
import { locatorsCovered } from '../../../src/facts/rules/locators-covered.ts';
import { runRule } from './run-rule.ts';

test('an article whose sentences are all cited passes', async () => {
  expect(await runRule(locatorsCovered)).toEqual([]);
});

test('a sentence that no statement cites is named', async () => {
  expect(await runRule(locatorsCovered, { '- Key Facts 2.1': '- Key Facts 2.1\n    - Key Facts 2.2' })).toEqual([
    `article.locators[4]: no statement cites "Key Facts 2.2". ` + 'Write a statement for each claim of this sentence.',
  ]);
});

test('while a statement could not be read, the sentence that it may cite is not called uncovered', async () => {
  expect(await runRule(locatorsCovered, { 'locator: Key Facts 2.1': 'lokator: Key Facts 2.1' })).toEqual([]);
});
