/** The shipped facts, and the questions that are asked about them. */
import { join } from 'node:path';
import { readQuestionFiles } from '../../src/cli/score.ts';
import type { Corpus } from '../../src/core/corpus.ts';
import { createEngine, type Engine } from '../../src/core/engine.ts';
import { loadFacts } from '../../src/facts/load.ts';

const ROOT = join(import.meta.dirname, '../..');

export async function loadShippedFacts(): Promise<{ readonly corpus: Corpus; readonly engine: Engine }> {
  const loaded = await loadFacts(join(ROOT, 'facts'));
  if (!loaded.ok) throw new Error('the shipped facts do not load');
  return { corpus: loaded.corpus, engine: createEngine(loaded.corpus) };
}

/** Every question of every file in tests/questions, threads included. */
export async function readAllQuestions(): Promise<readonly string[]> {
  const files = await readQuestionFiles(join(ROOT, 'tests/questions'));
  if (typeof files === 'string') throw new Error(files);
  return files.flatMap(({ lines }) =>
    lines.flatMap((line) => ('turns' in line ? line.turns : [line])).map(({ question }) => question),
  );
}
