/** The shipped facts, and the questions that are asked about them. */
import { join } from 'node:path';
import { readQuestionFiles } from '../../src/cli/score.ts';
import type { Corpus } from '../../src/core/corpus.ts';
import { createEngine, type Engine, type EngineIndex, indexEngine } from '../../src/core/engine.ts';
import { loadFacts } from '../../src/facts/load.ts';

const ROOT = join(import.meta.dirname, '../..');

interface ShippedFacts {
  readonly corpus: Corpus;
  readonly engine: Engine;
  /** What `engine` was made of; another engine can be. */
  readonly index: EngineIndex;
}

/** As the build has compiled them. Where it has not, they are read and learnt from anew, which takes many seconds. */
export async function loadShippedFacts(): Promise<ShippedFacts> {
  const loaded = await loadFacts(join(ROOT, 'facts'), join(ROOT, 'dist/facts.bin'));
  if (!loaded.ok) throw new Error('the shipped facts do not load');
  const { corpus, index = indexEngine(corpus) } = loaded;
  return { corpus, engine: createEngine(corpus, index), index };
}

/** Every question of every file in tests/questions, threads included. */
export async function readAllQuestions(): Promise<readonly string[]> {
  const files = await readQuestionFiles(join(ROOT, 'tests/questions'));
  if (typeof files === 'string') throw new Error(files);
  return files.flatMap(({ lines }) =>
    lines.flatMap((line) => ('turns' in line ? line.turns : [line])).map(({ question }) => question),
  );
}
