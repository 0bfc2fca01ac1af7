/** What a question comes to before it is worded: which statements fit, how surely, and what it takes for granted. */
import type { Corpus } from '../corpus.ts';
import { createReader, type Question, type Reader } from '../question/analysis.ts';
import { createContradictions } from './contradictions.ts';
import { type Assumption, createCorrections } from './corrections.ts';
import { createEvidence, type Evidence } from './evidence.ts';
import { type Fit, matchStatements, type Weighed, weigh } from './match.ts';
import { ANSWERED_FROM, confidence, unknownNames } from './silence.ts';
import { createSpeakers } from './speakers.ts';

/** Everything an answer is made from. */
export interface Judged {
  readonly question: Question;
  readonly weighed: readonly Weighed[];
  /** Best first. */
  readonly fits: readonly Fit[];
  /** How surely the best one answers, 0 to 1. */
  readonly sure: number;
  readonly assumption: Assumption | null;
  readonly answered: boolean;
}

export interface Judge {
  readonly corpus: Corpus;
  readonly reader: Reader;
  readonly evidence: Evidence;
  judge(question: Question): Judged;
}

export function createJudge(corpus: Corpus): Judge {
  const reader = createReader(corpus);
  const evidence = createEvidence(corpus, reader);
  const findCorrection = createCorrections(corpus, reader, evidence);
  const findSpeaker = createSpeakers(corpus, reader, evidence);
  const findContradiction = createContradictions(corpus, reader, evidence);
  function judge(question: Question): Judged {
    const weighed = weigh(question, evidence);
    const fits = matchStatements(question, weighed, evidence);
    const [best] = fits;
    const sure = best === undefined || weighed.length === 0 ? 0 : confidence(question, best, weighed, evidence);
    const knowsAll = unknownNames(question, weighed).length === 0;
    const fitting = sure >= ANSWERED_FROM && knowsAll && best !== undefined;
    const assumption =
      findSpeaker(question) ??
      findCorrection(question) ??
      (knowsAll ? findContradiction(question, weighed, fits) : null);
    return { question, weighed, fits, sure, assumption, answered: assumption !== null || fitting };
  }

  return { corpus, reader, evidence, judge };
}
