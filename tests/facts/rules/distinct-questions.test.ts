import { expect, test } from 'vitest';
import { distinctQuestions } from '../../../src/facts/rules/distinct-questions.ts';
import { ARTICLE, ENTITIES, readBridge } from '../bridge.ts';
import { runOnFiles, runRule } from './run-rule.ts';

const withQuestions = async (questions: string) => ({
  [ENTITIES]: await readBridge(ENTITIES),
  [ARTICLE]: await readBridge(ARTICLE),
  'questions.yaml': questions,
});

test('a folder without questions passes, and questions that are all different', async () => {
  expect(await runRule(distinctQuestions)).toEqual([]);
  const questions = 'answered: [{ statement: repair-cost, questions: [cost?] }]\nsilent: [Who paid?]\n';
  expect(await runOnFiles(distinctQuestions, await withQuestions(questions))).toEqual([]);
});

test('a question that is there for two things is named with the line of the first, however it is written', async () => {
  const questions = 'answered:\n  - statement: repair-cost\n    questions: [Who paid?]\nsilent: [who paid]\n';
  expect(await runOnFiles(distinctQuestions, await withQuestions(questions))).toEqual([
    'silent[0]: "who paid" is there already, in line 3. Decide what there is for it, and take the other out.',
  ]);
});

test('a follow-up may mean something else after another question', async () => {
  const questions =
    'follow_ups:\n  - { after: [repair-cost], questions: [why?] }\n  - { after: [lind-cracks], questions: [why?] }\n';
  expect(await runOnFiles(distinctQuestions, await withQuestions(questions))).toEqual([]);
});
