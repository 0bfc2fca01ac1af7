/** The question answerer over one corpus. */
import type { Answer, Hit } from './answer.ts';
import { createEvidence } from './answering/evidence.ts';
import { type Fit, matchStatements, weigh } from './answering/match.ts';
import { ANSWERED_FROM, confidence, silenceOf, unknownNames } from './answering/silence.ts';
import type { Corpus } from './corpus.ts';
import { createReader } from './question/analysis.ts';
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
  const reader = createReader(corpus);
  const evidence = createEvidence(corpus, reader);
  const hitOf = ({ statement, score }: Fit): Hit[] => {
    const found = corpus.statements[statement];
    return found === undefined ? [] : [{ statement: found, score: Math.round(Math.min(1, score) * 100) / 100 }];
  };
  return {
    answer(text) {
      const question = reader.read(text);
      const weighed = weigh(question, evidence);
      const fits = matchStatements(question, weighed, evidence);
      const [first, ...rest] = fits.filter(({ score }) => score > 0.3).flatMap(hitOf);
      const best = fits[0];
      if (
        unknownNames(question, weighed).length > 0 ||
        first === undefined ||
        best === undefined ||
        confidence(question, best, weighed, evidence) < ANSWERED_FROM
      )
        return { status: 'not_stated', question: text, silence: silenceOf(question, weighed, evidence), related: [] };
      return { status: 'answered', question: text, hits: [first, ...rest.slice(0, 2)], premise: null };
    },
    check: () => ({ kind: 'not_stated', related: [] }),
  };
}
