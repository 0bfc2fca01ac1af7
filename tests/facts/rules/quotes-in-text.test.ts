import { describe, expect, test } from 'vitest';
import { quotesInText } from '../../../src/facts/rules/quotes-in-text.ts';
import { runRule } from './run-rule.ts';

const QUOTED = 'only “responsible choice” for';

describe('quotes and quotation marks that agree pass', () => {
  test.for([
    ['only “responsible choice” for'],
    ['only "responsible choice" for'],
    ['only “responsible choice,” for'],
    ["the town's “responsible choice” and the residents’ only one for"],
  ])('%s', async ([text = '']) => {
    expect(await runRule(quotesInText, { [QUOTED]: text })).toEqual([]);
  });
});

test('a declared quote that the text does not have is reported at the quote', async () => {
  expect(await runRule(quotesInText, { 'words: responsible choice': 'words: irresponsible choice' })).toEqual([
    `statements[berg-safety-first].text: the text quotes "responsible choice", which "quotes" does ` +
      'not declare. Add it with its speaker, or take the quotation marks away.',
    `statements[berg-safety-first].quotes[0].words: the text does not have the words "irresponsible ` +
      'choice". Put them into the text between “ and ”, or take the quote out.',
  ]);
});

test('declared words that stand in the text without marks are reported as such', async () => {
  expect(await runRule(quotesInText, { [QUOTED]: 'only responsible choice for' })).toEqual([
    `statements[berg-safety-first].quotes[0].words: the text has the words "responsible choice" ` +
      'without quotation marks. Put them into the text between “ and ”, or take the quote out.',
  ]);
});

test('a quotation that is declared nowhere is reported', async () => {
  const found = await runRule(quotesInText, { 'cracks in three': '“big” cracks in three' });
  expect(found).toEqual([
    `statements[lind-cracks].text: the text quotes "big", which "quotes" does not declare. ` +
      'Add it with its speaker, or take the quotation marks away.',
  ]);
});

test('a mark without a partner and single marks are reported', async () => {
  const open = await runRule(quotesInText, { 'cracks in three': '“big cracks in three' });
  expect(open).toEqual([`statements[lind-cracks].text: a quotation mark has no partner. Write quotations as “…”.`]);
  const single = await runRule(quotesInText, { 'cracks in three': "'big' cracks in three" });
  expect(single).toEqual([
    `statements[lind-cracks].text: "'big'" stands between single quotation marks. ` +
      'Write it as “…”, and declare it in "quotes".',
  ]);
});
