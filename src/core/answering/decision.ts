/**
 * Whether a question is answered, and by what, as far as the questions that editors wrote down tell: how likely each
 * statement is to answer, and how like the closest question is that it answers.
 */
import type { Guess, Likely } from '../learned/guess.ts';
import type { Question } from '../question/analysis.ts';
import type { Assumption } from './corrections.ts';
import type { Weighed } from './match.ts';

/** A statement that may answer. */
export interface Ranked {
  readonly statement: number;
  /** How surely it does, 0 to 1: to be compared with those of the same question. */
  readonly score: number;
}

export interface Decision {
  /** Best first; none where no statement is likely. */
  readonly fits: readonly Ranked[];
  /** How surely the first answers, or corrects, 0 to 1. */
  readonly sure: number;
  readonly assumption: Assumption | null;
  /** By what it is told how surely; `null` where no statement is likely. */
  readonly signs: Signs | null;
}

/** How much the closest question, and a false premise that it corrects, weigh beside the log of its likelihood. */
const CLOSEST_WEIGHT = 6;
const CORRECTS_WEIGHT = 2;
const LEAST_LIKELY = 1e-3;
/** From this share of its likelihood on a statement answers by correcting. */
const CORRECTING_FROM = 0.5;

interface Candidate {
  readonly statement: number;
  readonly own: Likely;
  /** Its share among those that may answer. */
  readonly likely: number;
  readonly rank: number;
}

/** @param found what the question takes for granted, by rule */
export function decide(
  question: Question,
  weighed: readonly Weighed[],
  guess: Guess,
  found: Assumption | null,
): Decision {
  const answering = 1 - guess.silent + 1e-9;
  const rankOf = (statement: number, own: Likely): number => {
    const corrects = found?.statement === statement ? CORRECTS_WEIGHT : 0;
    return Math.log(own.share / answering + LEAST_LIKELY) + CLOSEST_WEIGHT * own.closest + corrects;
  };
  let most = Number.NEGATIVE_INFINITY;
  for (const [statement, own] of guess.likely) most = Math.max(most, rankOf(statement, own));
  const near: Candidate[] = [];
  for (const [statement, own] of guess.likely) {
    const rank = rankOf(statement, own);
    if (rank > most - WITHIN) near.push({ statement, own, likely: own.share / answering, rank });
  }
  near.sort((a, b) => b.rank - a.rank || a.statement - b.statement);
  const [best] = near;
  if (best === undefined) return { fits: [], sure: 0, assumption: null, signs: null };
  const signs = describe(weighed, guess, best, found);
  const sure = confidenceOf(signs);
  return {
    fits: near.map(({ statement, rank }) => ({ statement, score: sure * Math.exp((rank - best.rank) * CLOSENESS) })),
    sure,
    assumption: assumptionOf(question, found, best),
    signs,
  };
}

/** Statements whose rank is lower by more are no further answers. */
const WITHIN = 3;
const CLOSENESS = 0.12;

/** What was found by rule is worded by rule; else what questions like it take for granted. */
function assumptionOf(question: Question, found: Assumption | null, { statement, own }: Candidate): Assumption | null {
  const corrects = own.correcting >= CORRECTING_FROM * own.share;
  if (found?.statement === statement) return question.asked.presumes || corrects ? found : null;
  if (!corrects || own.assumed === null) return null;
  return { kind: 'learned', statement, assumed: own.assumed, units: new Set() };
}

/** What tells whether the best one answers. */
export interface Signs {
  readonly silent: number;
  readonly answerable: number;
  readonly likely: number;
  readonly likelyLog: number;
  /** A rule found a false premise; share of the likelihood that it answers by correcting. */
  readonly corrects: number;
  readonly correcting: number;
  /** How much is asked about. */
  readonly length: number;
  readonly closest: number;
  readonly closestSilent: number;
}

const MAX_LENGTH = 12;

function describe(
  weighed: readonly Weighed[],
  { silent, closestSilent }: Guess,
  { own, likely }: Candidate,
  found: Assumption | null,
): Signs {
  let length = 0;
  for (const { context } of weighed) if (!context) length++;
  return {
    silent,
    answerable: Math.log((1 - silent + 1e-4) / (silent + 1e-4)),
    likely,
    likelyLog: Math.log(likely + LEAST_LIKELY),
    corrects: found === null ? 0 : 1,
    correcting: own.correcting / (own.share + 1e-9),
    length: Math.min(length, MAX_LENGTH) / MAX_LENGTH,
    closest: own.closest,
    closestSilent,
  };
}

/**
 * Logistic regression on the questions that editors wrote down, each hand's judged by an engine that learnt from the
 * others' (`npm run fit`): what has an answer and what has none count alike. What other hands write down is harder than
 * what people ask: the bias is raised by 0.8, to where the sets of `tests/questions` are answered and met with silence
 * equally often.
 */
const WEIGHTS: Readonly<Record<keyof Signs, number>> = {
  silent: -0.498,
  answerable: 0.392,
  likely: -0.201,
  likelyLog: 1.129,
  corrects: 0.826,
  correcting: 0.873,
  length: -0.319,
  closest: 5.609,
  closestSilent: -7.456,
};
const SIGNS = Object.keys(WEIGHTS) as (keyof Signs)[];
const BIAS = 0.9;

/** From here on a statement answers. */
export const SURE_FROM = 0.5;

function confidenceOf(signs: Signs): number {
  let sum = BIAS;
  for (const key of SIGNS) sum += WEIGHTS[key] * signs[key];
  return 1 / (1 + Math.exp(-sum));
}
