/** What a question comes to before it is worded: which statements fit, how surely, and what it takes for granted. */
import type { Corpus } from '../corpus.ts';
import { createOwnReader, createReader, type Question, type Reader, type ReaderIndex } from '../question/analysis.ts';
import { type ContradictionsIndex, createContradictions, indexContradictions } from './contradictions.ts';
import { type Assumption, type CorrectionsIndex, createCorrections, indexCorrections } from './corrections.ts';
import { createEvidence, type Evidence, type EvidenceIndex, indexEvidence } from './evidence.ts';
import { type Fit, matchStatements, type Weighed, weigh } from './match.ts';
import { ANSWERED_FROM, confidence, unknownNames } from './silence.ts';
import { createSpeakers, indexSpeakers, type SpeakersIndex } from './speakers.ts';

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

/** All that is read of a corpus before anybody asks: plain data. */
export interface JudgeIndex {
  readonly reader: ReaderIndex;
  readonly evidence: EvidenceIndex;
  readonly corrections: CorrectionsIndex;
  readonly speakers: SpeakersIndex;
  readonly contradictions: ContradictionsIndex;
}

export function indexJudge(corpus: Corpus): JudgeIndex {
  const reader = createOwnReader(corpus);
  const { index: evidence, views } = indexEvidence(corpus, reader);
  const weights = createEvidence(corpus, evidence, reader.terms);
  return {
    evidence,
    corrections: indexCorrections(corpus, reader, weights),
    speakers: indexSpeakers(corpus, reader, weights),
    contradictions: indexContradictions(corpus, evidence.texts, views),
    reader: reader.index(),
  };
}

export function createJudge(corpus: Corpus, index: JudgeIndex): Judge {
  const reader = createReader(index.reader);
  const evidence = createEvidence(corpus, index.evidence, reader.terms);
  const findCorrection = createCorrections(index.corrections, reader);
  const findSpeaker = createSpeakers(index.speakers);
  const findContradiction = createContradictions(index.contradictions, reader, evidence);
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
