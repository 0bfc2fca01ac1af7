import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { readQuestionFiles } from '../../src/cli/score.ts';
import { createEngine, type Engine } from '../../src/core/engine.ts';
import { loadFacts } from '../../src/facts/load.ts';

/** Reads the facts itself. */
let fresh: Engine;
/** Has loaded what a build has read. */
let built: Engine;

beforeAll(async () => {
  const [parsed, loaded] = [await loadFacts('facts'), await loadFacts('facts', 'dist/facts.bin')];
  if (!parsed.ok || !loaded.ok) throw new Error('the shipped facts do not load');
  if (loaded.index === undefined) throw new Error('the build is not of these facts and this code: npm run -s build');
  fresh = createEngine(parsed.corpus);
  built = createEngine(loaded.corpus, loaded.index);
}, 180_000);

/** The questions of each conversation in tests/questions, in order; most have one. */
async function readConversations(): Promise<string[][]> {
  const files = await readQuestionFiles(import.meta.dirname);
  if (typeof files === 'string') throw new Error(files);
  return files.flatMap(({ lines }) =>
    lines.map((line) => ('turns' in line ? line.turns : [line]).map(({ question }) => question)),
  );
}

function expectSameBytes(question: string, previous: readonly string[]): void {
  expect(JSON.stringify(built.answer(question, previous))).toBe(JSON.stringify(fresh.answer(question, previous)));
  expect(JSON.stringify(built.check(question))).toBe(JSON.stringify(fresh.check(question)));
}

test('an engine that a build has prepared answers every question to the byte like one that reads the facts itself', async () => {
  const conversations = await readConversations();
  expect(conversations.length).toBeGreaterThan(500);
  for (const questions of conversations) {
    for (const [turn, question] of questions.entries()) expectSameBytes(question, questions.slice(0, turn));
  }
}, 120_000);

test('and so it answers whatever else is typed', async () => {
  const words = (await readConversations()).flat().flatMap((question) => question.split(' '));
  const typed = fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 12 })
    .map((all) => all.join(' '));
  fc.assert(fc.property(typed, fc.array(typed, { maxLength: 2 }), expectSameBytes), { numRuns: 300 });
});
