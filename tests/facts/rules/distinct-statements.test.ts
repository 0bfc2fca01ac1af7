import { expect, test } from 'vitest';
import { distinctStatements } from '../../../src/facts/rules/distinct-statements.ts';
import { ARTICLE } from '../bridge.ts';
import { runRule } from './run-rule.ts';

const COST = 'The repair of the Harbour Bridge will cost about 4 million crowns and is planned to start in June 2024.';

function copyOfCost(text: string): Record<string, string> {
  const copy = `  - id: repair-price\n    text: ${text}\n    locator: Key Facts 2.1\n    entities: [harbour-bridge]\n`;
  const rest = '    topics: [repair]\n    asked_as: [repair price]\n';
  return { 'statements:\n': `statements:\n${copy}${rest}` };
}

test('statements that say different things pass, also in nearly the same words', async () => {
  expect(await runRule(distinctStatements)).toEqual([]);
  expect(await runRule(distinctStatements, copyOfCost(COST.replace('4 million crowns', '6 months')))).toEqual([]);
});

test('a statement that says the same in another order or case is reported', async () => {
  const same = 'About 4 million crowns will be the cost of the Harbour Bridge repair planned to start in June 2024.';
  expect(await runRule(distinctStatements, copyOfCost(same))).toEqual([
    `statements[repair-cost].text: this says the same as "repair-price", at ${ARTICLE}:18. ` +
      'Keep one, or let each say what the other does not.',
  ]);
});

test('the same words about others are another statement', async () => {
  const other = copyOfCost(COST)['statements:\n']?.replace('[harbour-bridge]', '[city-council]') ?? '';
  expect(await runRule(distinctStatements, { 'statements:\n': other })).toEqual([]);
});

test('a question that asks for two statements, or twice for one, is reported', async () => {
  const found = await runRule(distinctStatements, {
    '- What will the repair cost?': '- how many piers have cracks',
    '- When does the repair start?': '- When does the repair start?\n      - when does the repair START',
  });
  expect(found).toEqual([
    `statements[repair-cost].asked_as[0]: "how many piers have cracks" asks for "lind-cracks" too, ` +
      `at ${ARTICLE}:41. Leave the question with the statement that answers it best.`,
    `statements[repair-cost].asked_as[2]: "when does the repair START" is listed already. ` + 'Take this one out.',
  ]);
});
