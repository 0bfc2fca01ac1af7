/**
 * What each feature is worth. Fitted once, by throw-away scripts, on 2,606 public questions over other texts: SQuAD 2.0,
 * SelQA, WikiQA and TREC-QA. None of their text is here; to fit anew, print the features of such questions and
 * maximise the two likelihoods below.
 */
import type { Doubts } from './doubt.ts';
import type { Features } from './features.ts';

/**
 * For the order, on the 1,603 that have an answer: the weights under which a softmax over the candidates gives the right
 * ones the most likelihood (listwise; L2 of 0.35 times the squared weight; paragraphs, articles and the rest weighted 1, 1, 0.7 to
 * 1.5). `isQuestion` is set by hand, so that a question never comes before a statement that says the same: articles hold too
 * few questions to tell, chat transcripts are full of them.
 */
const RANKING: Readonly<Record<keyof Features, number>> = {
  search: 1.16,
  coverage: 1.59,
  related: 2.67,
  coverageOfHead: -1.95,
  evidence: 5.17,
  evidenceBefore: 3.46,
  evidenceAfter: 2.5,
  evidenceSecondBefore: 1.04,
  farAround: 0.55,
  topic: 0.84,
  nameBefore: 2.03,
  proximity: 1.91,
  hasDate: 2.56,
  dateNear: 1.2,
  hasNumber: 2.44,
  numberOfFocus: 1.87,
  hasQuantity: 2.2,
  hasMeasure: 1.64,
  hasPerson: 0.82,
  personNear: -1.25,
  hasAgent: 1.82,
  hasPlace: 1.73,
  fragment: -0.8,
  isQuestion: -1.5,
  startsWithPronoun: 0.35,
  subject: 0.42,
  firstMention: 1.03,
  defines: 0.62,
};

/**
 * For being sure: a logistic regression, on the best candidate of each SQuAD question, half of them without an answer
 * (asked of the wrong article, of one that lost the paragraph, or made to look answerable by a word changed).
 */
const SURE_FEATURES: Readonly<Partial<Record<keyof Features, number>>> = {
  topic: 1.09,
  nameBefore: 3.88,
  subject: 0.43,
  evidenceBefore: 0.92,
  farAround: 0.9,
  numberOfFocus: 0.74,
  dateNear: 1.97,
  evidence: 1.24,
  coverage: 0.38,
};
const SURE_DOUBTS: Readonly<Record<keyof Doubts, number>> = {
  missing: -1.38,
  largestMissing: -2.28,
  missingNames: -2.3,
  absent: 0.77,
  absentHead: 2.52,
  absentFocus: 2.89,
  absentVerb: 1.77,
  absentPlain: 2.67,
  negatedOtherwise: -0.56,
  negatedInQuestion: -1.25,
  opposed: -2.02,
  seeksDate: -0.7,
};
const SURE_AT_ZERO = -0.9;

/** From so much confidence on a question counts as answered: most right answers and right silences together. */
export const ANSWERED_FROM = 0.58;

/** What a candidate is ordered by; comparable within one question. */
export function rankOf(features: Features): number {
  return weigh(features, RANKING);
}

/** How likely the best candidate answers the question, 0 to 1. */
export function confidenceOf(features: Features, doubts: Doubts): number {
  return 1 / (1 + Math.exp(-(SURE_AT_ZERO + weigh(features, SURE_FEATURES) + weigh(doubts, SURE_DOUBTS))));
}

function weigh<K extends string>(
  values: Readonly<Record<K, number>>,
  weights: Readonly<Partial<Record<K, number>>>,
): number {
  let sum = 0;
  for (const name in weights) sum += (weights[name] ?? 0) * values[name];
  return sum;
}
