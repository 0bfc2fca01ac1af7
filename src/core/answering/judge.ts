/** What a question comes to before it is worded: which statements fit, how surely, and what it takes for granted. */
import type { Corpus } from '../corpus.ts';
import { createGuess, type GuessIndex, indexGuess } from '../learned/guess.ts';
import { createOwnReader, createReader, type Question, type Reader, type ReaderIndex } from '../question/analysis.ts';
import { type ContradictionsIndex, createContradictions, indexContradictions } from './contradictions.ts';
import { type Assumption, type CorrectionsIndex, createCorrections, indexCorrections } from './corrections.ts';
import { decide, SURE_FROM } from './decision.ts';
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
  /** The question takes the assumption for granted rather than asking whether it is so. */
  readonly presumes: boolean;
  /** It is small talk: nothing is asked. */
  readonly smallTalk: boolean;
  readonly answered: boolean;
}

export interface Judge {
  readonly corpus: Corpus;
  readonly reader: Reader;
  readonly evidence: Evidence;
  judge(question: Question): Judged;
  /** The same with what editors' questions teach; `judge` itself where they wrote none. */
  weighAll(question: Question): Judged;
}

/** From this share of its likelihood on what was typed is taken for small talk. */
const SMALL_TALK_FROM = 0.5;

/** All that is read of a corpus before anybody asks: plain data. */
export interface JudgeIndex {
  readonly reader: ReaderIndex;
  readonly evidence: EvidenceIndex;
  readonly corrections: CorrectionsIndex;
  readonly speakers: SpeakersIndex;
  readonly contradictions: ContradictionsIndex;
  /** `null` where nobody wrote questions down. */
  readonly guess: GuessIndex | null;
}

export function indexJudge(corpus: Corpus): JudgeIndex {
  const reader = createOwnReader(corpus);
  const { index: evidence, views } = indexEvidence(corpus, reader);
  const weights = createEvidence(corpus, evidence, reader.terms);
  const contradictions = indexContradictions(corpus, evidence.texts, views);
  const corrections = indexCorrections(corpus, reader, weights);
  const speakers = indexSpeakers(corpus, reader, weights);
  const readerIndex = reader.index();
  return {
    evidence,
    corrections,
    speakers,
    contradictions,
    reader: readerIndex,
    // The questions are read as people's are.
    guess: indexGuess(corpus, createReader(readerIndex)),
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
    return {
      question,
      weighed,
      fits,
      sure,
      assumption,
      presumes: question.asked.presumes,
      smallTalk: false,
      answered: assumption !== null || fitting,
    };
  }

  const makeGuess = index.guess === null ? null : createGuess(index.guess, reader.terms);
  function weighAll(question: Question): Judged {
    const judged = judge(question);
    if (makeGuess === null || judged.weighed.length === 0) return judged;
    const guess = makeGuess(question);
    const decision = decide(judged, guess, evidence);
    if (decision.sure < SURE_FROM) {
      return { ...judged, assumption: null, smallTalk: guess.smallTalk >= SMALL_TALK_FROM, answered: false };
    }
    return { ...judged, ...decision, presumes: decision.assumption !== null, answered: true };
  }

  return { corpus, reader, evidence, judge, weighAll };
}
