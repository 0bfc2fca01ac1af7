/** The question answerer over one corpus. */
import type { Answer } from './answer.ts';
import { createAnswerer } from './answering/answerer.ts';
import type { Corpus } from './corpus.ts';
import type { Verdict } from './reply.ts';

export interface Engine {
  /**
   * Deterministic: equal corpus, question and previous questions give an equal answer.
   * @param previous earlier questions of the same conversation, oldest first
   */
  answer(question: string, previous?: readonly string[]): Answer;
  /** Judges a claim by the statements. */
  check(claim: string): Verdict;
}

export function createEngine(corpus: Corpus): Engine {
  const answerer = createAnswerer(corpus);
  return {
    answer: (question, previous = []) => answerer.answer(question, previous),
    check: () => ({ kind: 'not_stated', related: [] }),
  };
}
