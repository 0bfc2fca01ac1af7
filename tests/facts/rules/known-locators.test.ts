import { expect, test } from 'vitest';
import { knownLocators } from '../../../src/facts/rules/known-locators.ts';
import { runRule } from './run-rule.ts';

test('locators that the article lists pass', async () => {
  expect(await runRule(knownLocators)).toEqual([]);
});

test('a locator that it does not list is reported with the nearest that it does', async () => {
  expect(await runRule(knownLocators, { 'locator: Key Facts 1.2': 'locator: Key Fact 1.2' })).toEqual([
    `statements[lind-cracks].locator: the article has no locator "Key Fact 1.2". ` + 'The nearest is "Key Facts 1.2".',
  ]);
  expect(await runRule(knownLocators, { 'locator: Topline 1': 'locator: Background 4.4' })).toEqual([
    `statements[council-closed-bridge].locator: the article has no locator "Background 4.4". ` +
      'Cite a locator of article.locators, or add this one there.',
  ]);
});
