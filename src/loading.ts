/** The facts that are served: at the start, and again when they were edited. */
import type { Library } from './bot/handle.ts';
import { createEngine } from './core/engine.ts';
import { formatProblem, type Loaded, loadFacts } from './facts/load.ts';
import { loadFactsApart } from './facts/load-apart.ts';

export interface FirstLibrary extends Library {
  /** "read at start" where the build's is absent or stale: such a start takes several times as long. */
  readonly factsIndex: 'built' | 'read at start';
}

/** @returns what is wrong, for the person who runs the bot, where the facts can't be served */
export async function loadFirst(dir: string, compiled: string | undefined): Promise<FirstLibrary | string> {
  const loaded = await loadFacts(dir, compiled);
  if (loaded.ok) {
    const { corpus, index } = loaded;
    const factsIndex = index === undefined ? 'read at start' : 'built';
    return { corpus, engine: createEngine(corpus, index), factsIndex };
  }
  const lines = loaded.problems.map((problem) => `\n  ${formatProblem(problem)}`).join('');
  return `The facts in FACTS_DIR (${dir}) can't be used:${lines}`;
}

export interface LoadingOptions {
  /** A file that `facts compile` made. */
  readonly compiledFacts?: string;
  /** `facts/worker.ts`, built: a thread reads edited facts. Without it, answers wait for that. */
  readonly factsWorker?: URL;
}

export function loadAgain(dir: string, { factsWorker, compiledFacts }: LoadingOptions): Promise<Loaded> {
  return factsWorker === undefined ? loadFacts(dir) : loadFactsApart(factsWorker, dir, compiledFacts);
}
