/** What a question comes to before it is worded: which statements fit, how surely, and what it takes for granted. */
import type { Corpus } from '../corpus.ts';
import { createGuess, type GuessIndex, indexGuess } from '../learned/guess.ts';
import { createOwnReader, createReader, type Question, type Reader, type ReaderIndex } from '../question/analysis.ts';
import { type ContradictionsIndex, createContradictions, indexContradictions } from './contradictions.ts';
import { type Assumption, type CorrectionsIndex, createCorrections, indexCorrections } from './corrections.ts';
import { decide, type Ranked, type Signs, SURE_FROM } from './decision.ts';
import { createEvidence, type Evidence, type EvidenceIndex, indexEvidence } from './evidence.ts';
import { type Fit, matchStatements, type Weighed, weigh } from './match.ts';
import { ANSWERED_FROM, confidence, unknownNames } from './silence.ts';
import { createSpeakers, indexSpeakers, type SpeakersIndex } from './speakers.ts';

/** Everything an answer is made from. */
export interface Judged {
  readonly question: Question;
  readonly weighed: readonly Weighed[];
  /** Best first. */
  readonly fits: readonly Ranked[];
  readonly assumption: Assumption | null;
  /** The question takes the assumption for granted rather than asking whether it is so. */
  readonly presumes: boolean;
  /** It is small talk: nothing is asked. */
  readonly smallTalk: boolean;
  readonly answered: boolean;
  /** By what it was told whether it is answered, where editors' questions told. */
  readonly signs: Signs | null;
}

/** The same, by comparison with the statements alone. */
export interface Matched extends Judged {
  readonly fits: readonly Fit[];
  /** How surely the best one answers, 0 to 1. */
  readonly sure: number;
}

export interface Judge {
  readonly corpus: Corpus;
  readonly reader: Reader;
  readonly evidence: Evidence;
  match(question: Question): Matched;
  /**
   * By the questions that editors wrote down. Statements for which they wrote few are found by comparison, where what
   * was written tells of no answer.
   */
  judge(question: Question): Judged;
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
  /** The places of statements for which editors wrote few questions down. */
  readonly untaught: ReadonlySet<number>;
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
    untaught: findUntaught(corpus),
  };
}

export function createJudge(corpus: Corpus, index: JudgeIndex): Judge {
  const reader = createReader(index.reader);
  const evidence = createEvidence(corpus, index.evidence, reader.terms);
  const findCorrection = createCorrections(index.corrections, reader);
  const findSpeaker = createSpeakers(index.speakers);
  const findContradiction = createContradictions(index.contradictions, reader, evidence);

  const findAssumption = (question: Question, weighed: readonly Weighed[], fits: () => readonly Fit[]) =>
    findSpeaker(question) ??
    findCorrection(question) ??
    (unknownNames(question, weighed).length === 0 ? findContradiction(question, weighed, fits) : null);

  function match(question: Question): Matched {
    const weighed = weigh(question, evidence);
    const fits = matchStatements(question, weighed, evidence);
    const [best] = fits;
    const sure = best === undefined || weighed.length === 0 ? 0 : confidence(question, best, weighed, evidence);
    const fitting = sure >= ANSWERED_FROM && unknownNames(question, weighed).length === 0 && best !== undefined;
    const assumption = findAssumption(question, weighed, () => fits);
    return {
      question,
      weighed,
      fits,
      sure,
      assumption,
      presumes: question.asked.presumes,
      smallTalk: false,
      answered: assumption !== null || fitting,
      signs: null,
    };
  }

  if (index.guess === null) return { corpus, reader, evidence, match, judge: match };

  const makeGuess = createGuess(index.guess, reader.terms);
  const { untaught } = index;
  function judge(question: Question): Judged {
    const weighed = weigh(question, evidence);
    if (weighed.length === 0) return match(question);
    const guess = makeGuess(question);
    const found = findAssumption(question, weighed, () => matchStatements(question, weighed, evidence));
    const { fits, sure, assumption, signs } = decide(question, weighed, guess, found);
    if (sure >= SURE_FROM) {
      const presumes = assumption !== null;
      return { question, weighed, fits, assumption, presumes, smallTalk: false, answered: true, signs };
    }
    const matched = untaught.size === 0 ? null : match(question);
    const first = matched?.assumption?.statement ?? matched?.fits[0]?.statement;
    if (matched?.answered === true && first !== undefined && untaught.has(first)) return matched;
    return {
      question,
      weighed,
      // What has most to do with it by its words: the likeliest to answer may have nothing of it.
      fits: matched?.fits ?? matchStatements(question, weighed, evidence),
      assumption: null,
      presumes: false,
      smallTalk: guess.smallTalk >= SMALL_TALK_FROM,
      answered: false,
      signs,
    };
  }

  return { corpus, reader, evidence, match, judge };
}

/** With fewer questions a statement is not learnt well enough to be found by them. */
const TAUGHT_FROM = 10;

function findUntaught({ statements, questions }: Corpus): ReadonlySet<number> {
  const counts = new Map<string, number>();
  for (const { statement, questions: own } of questions.answered) {
    counts.set(statement, (counts.get(statement) ?? 0) + own.length);
  }
  return new Set(statements.flatMap(({ id }, at) => ((counts.get(id) ?? 0) < TAUGHT_FROM ? [at] : [])));
}
