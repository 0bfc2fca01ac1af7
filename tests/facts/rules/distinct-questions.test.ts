import { expect, test } from 'vitest';
import { distinctQuestions } from '../../../src/facts/rules/distinct-questions.ts';
import { ARTICLE, ENTITIES, readBridge } from '../bridge.ts';
import { runOnFiles, runRule } from './run-rule.ts';

const withQuestions = async (questions: string, more: Readonly<Record<string, string>> = {}) => ({
  [ENTITIES]: await readBridge(ENTITIES),
  [ARTICLE]: await readBridge(ARTICLE),
  'questions.yaml': questions,
  ...more,
});

test('a folder without questions passes, and questions that are all different', async () => {
  expect(await runRule(distinctQuestions)).toEqual([]);
  const questions = 'answered: [{ statement: repair-cost, questions: [cost?] }]\nsilent: [Who paid?]\n';
  expect(await runOnFiles(distinctQuestions, await withQuestions(questions))).toEqual([]);
});

test('a question that is there for two things is named with the line of the first, however it is written', async () => {
  const questions = 'answered:\n  - statement: repair-cost\n    questions: [Who paid?]\nsilent: [who paid]\n';
  expect(await runOnFiles(distinctQuestions, await withQuestions(questions))).toEqual([
    'silent[0]: "who paid" is there already, at questions.yaml:3, as one that "repair-cost" answers. ' +
      'Decide what there is for it, and take the other out.',
  ]);
});

test('a question that stands in two files is named in the later, with the file and the line of the other', async () => {
  const files = await withQuestions('silent: [Who paid?]\nsmall_talk: [thanks]\n', {
    'questions-answered.yaml': 'answered:\n  - statement: repair-cost\n    questions: [the cost?]\n',
    'questions-more.yaml':
      'answered: [{ statement: repair-cost, questions: [The cost] }]\n' +
      'assuming: [{ statement: repair-cost, assumed: it was free, questions: [who paid, "Thanks!"] }]\n',
  });
  expect(await runOnFiles(distinctQuestions, files)).toEqual([
    'answered[0].questions[0]: "The cost" is there already, at questions-answered.yaml:3. Take one of the two out.',
    'silent[0]: "Who paid?" is there already, at questions-more.yaml:2, as one that "repair-cost" corrects, for assuming ' +
      'that it was free. Decide what there is for it, and take the other out.',
    'small_talk[0]: "thanks" is there already, at questions-more.yaml:2, as one that "repair-cost" corrects, for assuming ' +
      'that it was free. Decide what there is for it, and take the other out.',
  ]);
});

test('a question of `asked_as` may be there for the same statement, and for nothing else', async () => {
  const asked = 'How many piers have cracks?';
  const same = `answered: [{ statement: lind-cracks, questions: ["${asked}"] }]\n`;
  expect(await runOnFiles(distinctQuestions, await withQuestions(same))).toEqual([]);
  const [found, ...others] = await runOnFiles(distinctQuestions, await withQuestions(`silent: ["${asked}"]\n`));
  expect(found).toMatch(
    /^silent\[0\]: "How many piers have cracks\?" is there already, at 2024-05-02-harbour-bridge\.yaml:\d+, as one that "lind-cracks" answers\./,
  );
  expect(others).toEqual([]);
});

test('a follow-up may mean something else after another question', async () => {
  const questions =
    'follow_ups:\n  - { after: [repair-cost], questions: [why?] }\n  - { after: [lind-cracks], questions: [why?] }\n' +
    'silent: [why?]\n';
  expect(await runOnFiles(distinctQuestions, await withQuestions(questions))).toEqual([]);
});
