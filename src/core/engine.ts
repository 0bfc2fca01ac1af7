/** The question answerer over one corpus. */
import type { Answer } from './answer.ts';
import { createAnswerer } from './answering/answerer.ts';
import { createClaimChecker } from './answering/claim.ts';
import { createJudge } from './answering/judge.ts';
import type { Corpus } from './corpus.ts';
import type { Verdict } from './reply.ts';

export interface Engine {
  /**
   * Deterministic: equal corpus, question and previous questions give an equal answer.
   * @param previous earlier questions of the same conversation, oldest first
   */
  answer(question: string, previous?: readonly string[]): Answer;
  /** Judges a claim by the statements, part by part where it has several. */
  check(claim: string): Verdict;
}

/** Reads the whole corpus once; the engine keeps no state between questions. */
export function createEngine(corpus: Corpus): Engine {
  const judge = createJudge(corpus);
  const answerer = createAnswerer(judge);
  return {
    answer: (question, previous = []) => answerer.answer(question, previous),
    check: createClaimChecker(judge),
  };
}
