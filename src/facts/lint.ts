/** Every problem of a folder of facts: what loading needs, what an editor has to mind, what the engine makes of it. */
import type { Answer } from '../core/answer.ts';
import { buildCorpus, type Corpus } from '../core/corpus.ts';
import { createEngine, type Engine } from '../core/engine.ts';
import { checkFolder } from './check.ts';
import { readFolder } from './folder.ts';
import { type Problem, sortProblems } from './problem.ts';
import type { Ask } from './rule.ts';
import { EDITORIAL_RULES, ENGINE_RULES } from './rules/index.ts';

export interface Linted {
  /** In reading order. */
  readonly problems: readonly Problem[];
  /** `null` where the files can't be loaded; the engine's rules did not run then. */
  readonly corpus: Corpus | null;
}

export async function lintFacts(dir: string): Promise<Linted> {
  const { parsed, source, edition, problems } = checkFolder(await readFolder(dir));
  const { facts, locate, place } = parsed;
  const editorial = EDITORIAL_RULES.flatMap((rule) => rule(facts, locate));
  if (source === null) return { problems: sortProblems([...problems, ...editorial.map(place)]), corpus: null };
  const corpus = buildCorpus(source, edition);
  const ask = rememberAnswers(createEngine(corpus));
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
