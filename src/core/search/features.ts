/** What speaks for a passage as the answer: everything that its rank is made from, each a number of about 0 to 1. */
import { answerEvidence } from './answer-evidence.ts';
import { MARK } from './marks.ts';
import type { Match, Matcher } from './match.ts';
import type { PassageIndex } from './passages.ts';
import type { ParsedQuestion } from './question.ts';
import type { Term } from './question-terms.ts';

/** A question being asked of a set of passages. */
export interface Asked {
  readonly index: PassageIndex;
  readonly question: ParsedQuestion;
  readonly terms: readonly Term[];
  /** Sum of the terms' weights; 1 where there are none. */
  readonly total: number;
  readonly matcher: Matcher;
  /** The best score of the search, which all others are compared with; 0 where nothing was found. */
  readonly bestScore: number;
}

/** A term counts up to this weight, and so many weights make about 1. */
const MAX_WEIGHT = 6;
const WEIGHTS_PER_UNIT = 10;
/** A passage of fewer words is a fragment. */
const FRAGMENT = 6;
/** How near the start of a passage its subject stands. */
const SUBJECT_WITHIN = 4;

export type Features = ReturnType<typeof readFeatures>;

/** @param score the passage's score in the search, 0 where it was not found */
export function readFeatures(asked: Asked, passage: number, score: number) {
  const { terms, matcher, index, question } = asked;
  const match = matcher.at(passage);
  const own = match.passage;
  const defines = question.seeks.has('definition') && isBeforeCopula(match);
  return {
    /** Its search score as a share of the best. */
    search: asked.bestScore === 0 ? 0 : score / asked.bestScore,
    ...readCoverage(asked, match),
    ...readContext(asked, passage, match),
    proximity: readProximity(asked, match),
    ...answerEvidence(question, terms, match, index.vocabulary),
    fragment: own.words.length < FRAGMENT ? 1 : 0,
    isQuestion: own.asks ? 1 : 0,
    startsWithPronoun: ((own.marks[0] ?? 0) & MARK.pronoun) === 0 ? 0 : 1,
    /** Some term stands at its start. */
    subject: match.places.some((places) => (places[0] ?? SUBJECT_WITHIN) < SUBJECT_WITHIN) ? 1 : 0,
    /** Share of the question that it is the first of all to mention. */
    firstMention: firstMentions(asked, passage, match),
    /** "X is" where it is asked what X is. */
    defines: defines ? 1 : 0,
  };
}

/** The weight of a term as evidence: bounded, as the rarest words are typing mistakes as often as names. */
export function evidenceOf({ weight }: Term): number {
  return Math.min(weight, MAX_WEIGHT) / WEIGHTS_PER_UNIT;
}

function readCoverage({ terms, total }: Asked, { held }: Match) {
  let coverage = 0;
  let related = 0;
  let coverageOfHead = 0;
  let evidence = 0;
  terms.forEach((term, i) => {
    const share = term.weight / total;
    const part = held[i] ?? 0;
    if (term.kind === 'head') coverageOfHead += share * part;
    if (part === 1) {
      coverage += share;
      evidence += evidenceOf(term);
    } else related += evidenceOf(term) * part;
  });
  return {
    /** Share of the question's weight that it holds word for word; by synonyms, slips and relatives; of its head. */
    coverage,
    related,
    coverageOfHead,
    /** Weight that it holds word for word, not as a share: three rare words say more than one, however long the question. */
    evidence,
  };
}

/** Neighbours that count towards what a passage itself is missing, nearest first; each takes from what is left. */
const NEIGHBOURS = {
  before: [-1],
  after: [1],
  secondBefore: [-2],
  secondAfter: [2],
  around: [-3, -4, 3, 4],
  farAround: [-5, 5, -6, 6, -7, 7, -8, 8, -9, 9],
} as const;
const TOPIC_REACH = 3;
const TOPIC_DECAY = 0.7;
const NAME_REACH = 3;

/** A statement leaves out what those around it have said. */
function readContext({ terms, total, matcher }: Asked, passage: number, { held }: Match) {
  const missing = terms.map(({ weight }, i) => (weight / total) * (1 - (held[i] ?? 0)));
  const takeFrom = (distances: readonly number[]) => {
    let gained = 0;
    missing.forEach((left, i) => {
      if (left === 0) return;
      let there = 0;
      for (const distance of distances) there = Math.max(there, matcher.at(passage + distance).held[i] ?? 0);
      gained += left * there;
      missing[i] = left * (1 - there);
    });
    return gained;
  };
  const before = takeFrom(NEIGHBOURS.before);
  const after = takeFrom(NEIGHBOURS.after);
  const secondBefore = takeFrom(NEIGHBOURS.secondBefore);
  takeFrom(NEIGHBOURS.secondAfter);
  takeFrom(NEIGHBOURS.around);
  const farAround = takeFrom(NEIGHBOURS.farAround);

  let topic = 0;
  for (let distance = -TOPIC_REACH; distance <= TOPIC_REACH; distance++) {
    if (distance === 0) continue;
    const near = matcher.at(passage + distance);
    const covered = terms.reduce((sum, { weight }, i) => sum + (weight / total) * (near.held[i] ?? 0), 0);
    topic += covered * TOPIC_DECAY ** Math.abs(distance);
  }

  let nameBefore = 0;
  terms.forEach((term, i) => {
    if (term.kind !== 'name' || (held[i] ?? 0) > 0) return;
    for (let back = 1; back <= NAME_REACH; back++) {
      if (matcher.at(passage - back).held[i] !== 1) continue;
      nameBefore += evidenceOf(term) / back;
      break;
    }
  });

  const toEvidence = total / WEIGHTS_PER_UNIT;
  return {
    /** Weight that it is missing and that neighbours hold: the one before, the one after, the second before. */
    evidenceBefore: before * toEvidence,
    evidenceAfter: after * toEvidence,
    evidenceSecondBefore: secondBefore * toEvidence,
    /** Share of the question that only those five to nine away hold. */
    farAround,
    /** How much of the question those around it hold, whether it holds the same or not. */
    topic,
    /** Names that were given just before, and that a pronoun may stand for. */
    nameBefore,
  };
}

/** How close together its terms stand, each pair by the weight of both. */
function readProximity({ terms, total }: Asked, { places }: Match): number {
  let close = 0;
  let all = 0;
  for (let i = 0; i < terms.length; i++) {
    for (let j = i + 1; j < terms.length; j++) {
      const weight = ((terms[i]?.weight ?? 0) * (terms[j]?.weight ?? 0)) / total ** 2;
      all += weight;
      let nearest = Number.POSITIVE_INFINITY;
      for (const a of places[i] ?? []) for (const b of places[j] ?? []) nearest = Math.min(nearest, Math.abs(a - b));
      if (nearest < Number.POSITIVE_INFINITY) close += weight / (1 + Math.max(0, nearest - 1) / 4);
    }
  }
  return all === 0 ? 0 : close / all;
}

function firstMentions({ terms, total, index }: Asked, passage: number, { held }: Match): number {
  return terms.reduce((sum, { weight, words }, i) => {
    if (held[i] !== 1) return sum;
    const isFirst = [...words].some(([word, share]) => share === 1 && index.firstWith[word] === passage);
    return isFirst ? sum + weight / total : sum;
  }, 0);
}

/** "X is", near the start. */
function isBeforeCopula({ passage: { marks }, places }: Match): boolean {
  const start = 8;
  return places.some((at) =>
    at.some((place) => place <= start && (((marks[place + 1] ?? 0) | (marks[place + 2] ?? 0)) & MARK.copula) !== 0),
  );
}
