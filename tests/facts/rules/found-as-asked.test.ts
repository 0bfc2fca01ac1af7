import { expect, test } from 'vitest';
import { lintEngine } from './lint-engine.ts';

/** The changed question is the only thing that can be wrong. */
const lintQuestion = (question: string): Promise<string[]> =>
  lintEngine({ 'What will the repair cost?': JSON.stringify(question) });

const ADVICE =
  "Word the question with what sets this statement apart, reword the text, or give the question to the other's.";

test('a question that finds its statement first passes', async () => {
  expect(await lintQuestion('How much money does the repair take?')).toEqual([]);
});

test('a question that finds another statement is reported with what it found', async () => {
  expect(await lintQuestion('Who was it that closed the Harbour Bridge to lorries?')).toEqual([
    'statements[repair-cost].asked_as[0]: asked "Who was it that closed the Harbour Bridge to lorries?", the bot answers ' +
      `with "council-closed-bridge" and shows this one in place 2. ${ADVICE}`,
  ]);
});

test('a question that asks nothing is reported as such', async () => {
  expect(await lintQuestion('What is it?')).toEqual([
    `statements[repair-cost].asked_as[0]: asked "What is it?", the bot finds no question in it. ${ADVICE}`,
  ]);
});
