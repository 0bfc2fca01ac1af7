import { expect, test } from 'vitest';
import { quotesAttributed } from '../../../src/facts/rules/quotes-attributed.ts';
import { runRule } from './run-rule.ts';

const AT = `statements[berg-safety-first].quotes[0].speaker: `;
const SPEAKER = 'speaker: anna-berg\n';

test('a quote of the one whom the statement is attributed to passes', async () => {
  expect(await runRule(quotesAttributed)).toEqual([]);
});

test('words of somebody else than the attributed speaker are reported', async () => {
  expect(await runRule(quotesAttributed, { [SPEAKER]: 'speaker: tom-lind\n' })).toEqual([
    `${AT}"tom-lind" is quoted, but the statement is not attributed to "tom-lind". ` +
      'Set attribution.speaker to "tom-lind", or correct the quote\'s speaker.',
  ]);
});

test('a quoted person in a statement without attribution is reported', async () => {
  expect(await runRule(quotesAttributed, { '    attribution: { speaker: anna-berg }\n': '' })).toEqual([
    `${AT}"anna-berg" is quoted, but the statement is not attributed to "anna-berg". ` +
      'Set attribution.speaker to "anna-berg", or correct the quote\'s speaker.',
  ]);
});

test('an outlet is quoted where the statement is attributed through it', async () => {
  const quote = { [SPEAKER]: 'speaker: harbour-post\n' };
  expect(await runRule(quotesAttributed, quote)).toEqual([
    `${AT}"harbour-post" is quoted, but the statement is not attributed to "harbour-post". ` +
      'Set attribution.through to "harbour-post", or correct the quote\'s speaker.',
  ]);
  const attribution = { '{ speaker: anna-berg }': '{ speaker: anna-berg, through: harbour-post }' };
  expect(await runRule(quotesAttributed, { ...attribution, ...quote })).toEqual([]);
});

test('a document is quoted without an attribution, and the text names it', async () => {
  const document = { 'kind: term\n    name: Harbour Bridge': 'kind: document\n    name: Harbour Bridge Order' };
  const quote = { [SPEAKER]: 'speaker: harbour-bridge\n', '    attribution: { speaker: anna-berg }\n': '' };
  expect(await runRule(quotesAttributed, quote, document)).toEqual([
    `${AT}the text quotes "harbour-bridge" without naming it. Name it: Harbour Bridge Order.`,
  ]);
  const named = { 'said that the closure was': 'said that the Harbour Bridge Order was' };
  expect(await runRule(quotesAttributed, { ...quote, ...named }, document)).toEqual([]);
});

test('places and terms have no words', async () => {
  expect(await runRule(quotesAttributed, { [SPEAKER]: 'speaker: northport\n' })).toEqual([
    `${AT}"northport" is a place, which does not speak. Name the person or the document.`,
  ]);
});
