import { expect, test } from 'vitest';
import { locatorsInOrder } from '../../../src/facts/rules/locators-in-order.ts';
import { runRule } from './run-rule.ts';

const LISTED = '- Topline 1\n    - Key Facts 1.1\n    - Key Facts 1.2\n    - Key Facts 2.1\n';

function list(...locators: string[]): Record<string, string> {
  return { [LISTED]: `${locators.map((locator) => `- ${locator}`).join('\n    ')}\n` };
}

test.for([
  [list('Topline 1', 'Key Facts 1.1', 'Key Facts 1.2', 'Key Facts 2.1')],
  [list('Text 1', 'Text 2', 'Text 3')],
  [list('Text 1.1', 'Text 1.2', 'Text 2.1', 'Close 1.1')],
])('sentences listed in reading order without a gap pass: %j', async ([changes]) => {
  expect(await runRule(locatorsInOrder, changes)).toEqual([]);
});

test.for<[Record<string, string>, string]>([
  [
    list('Topline 1', 'Key Facts 1.1', 'Key Facts 2.1', 'Key Facts 3.2'),
    '"Key Facts 3.2" does not follow "Key Facts 2.1"',
  ],
  [list('Topline 1', 'Key Facts 1.1', 'Key Facts 3.1'), '"Key Facts 3.1" does not follow "Key Facts 1.1"'],
  [list('Topline 2'), '"Topline 2" does not follow "nothing"'],
  [list('Text 1.2', 'Text 1.3'), '"Text 1.2" does not follow "nothing"'],
  [list('Text 1.1', 'Text 1.3'), '"Text 1.3" does not follow "Text 1.1"'],
  [list('Text 1.1', 'Close 1.1', 'Text 2.1'), '"Text 2.1" does not follow "Close 1.1"'],
])('a gap or a wrong order is found: %j', async ([changes, problem]) => {
  const found = await runRule(locatorsInOrder, changes);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(`: ${problem}. List every sentence in reading order`);
});
