/** Every problem of a folder of facts: what loading needs, what an editor has to mind, what the engine makes of it. */
import type { Answer } from '../core/answer.ts';
import { buildCorpus, type Corpus } from '../core/corpus.ts';
import { createEngine, type Engine } from '../core/engine.ts';
import { checkFolder } from './check.ts';
import { readCompiled } from './compiled.ts';
import { hashFiles, readFolder } from './folder.ts';
import { type Problem, sortProblems } from './problem.ts';
import type { Ask } from './rule.ts';
import { EDITORIAL_RULES, ENGINE_RULES } from './rules/index.ts';

export interface Linted {
  /** In reading order. */
  readonly problems: readonly Problem[];
  /** `null` where the files can't be loaded; the engine's rules did not run then. */
  readonly corpus: Corpus | null;
}

/**
 * @param compiled a file that `facts compile` wrote: where it was made from exactly these files by exactly this code, the
 *   engine that the rules ask is the one in it, and nothing is learnt anew. What is found is the same.
 */
export async function lintFacts(dir: string, compiled?: string): Promise<Linted> {
  const folder = await readFolder(dir);
  const { parsed, source, edition, problems } = checkFolder(folder);
  const { facts, locate, place } = parsed;
  const editorial = EDITORIAL_RULES.flatMap((rule) => rule(facts, locate));
  if (source === null) return { problems: sortProblems([...problems, ...editorial.map(place)]), corpus: null };
  const ready = compiled === undefined ? null : await readCompiled(compiled, hashFiles(folder.files));
  const corpus = ready?.corpus ?? buildCorpus(source, edition);
  const ask = rememberAnswers(createEngine(corpus, ready?.index));
  const asked = ENGINE_RULES.flatMap((rule) => rule(facts, ask));
  return { problems: sortProblems([...editorial, ...asked].map(place)), corpus };
}

/** Several rules ask the same question; the engine answers it once. */
function rememberAnswers(engine: Engine): Ask {
  const answers = new Map<string, Answer>();
  return (question) => {
    const answer = answers.get(question) ?? engine.answer(question);
    answers.set(question, answer);
    return answer;
  };
}
