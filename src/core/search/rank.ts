/** Ranks passages against a question by their words alone, and tells how surely the best one answers it. */
import { readDoubts } from './doubt.ts';
import { type Asked, readFeatures } from './features.ts';
import { createMatcher } from './match.ts';
import { type Found, indexPassages, type PassageIndex } from './passages.ts';
import { parseQuestion } from './question.ts';
import { readTerms } from './question-terms.ts';
import type { WordId } from './vocabulary.ts';
import { ANSWERED_FROM, confidenceOf, rankOf } from './weights.ts';

/** Something that can be found. Those next to each other in the order given are taken to stand so in one text. */
export interface Passage {
  readonly id: string;
  readonly text: string;
}

export interface Ranked {
  readonly id: string;
  /** 0 to 1, never rising down the list; the first has the ranking's confidence. Six decimals. */
  readonly score: number;
}

export interface Ranking {
  /** Every passage exactly once, best first; those without any match last, in the order they were given. */
  readonly ranked: readonly Ranked[];
  /** Whether the first of them is likely to answer the question. */
  readonly answered: boolean;
  /** How likely that is, 0 to 1; comparable between questions. Six decimals. */
  readonly confidence: number;
}

export interface Ranker {
  /** Deterministic: equal passages and question give an equal ranking. Takes any string. */
  rank(question: string): Ranking;
}

/** So many of those found are looked at closely: in 98.7% of questions on 3,500 passages the right one is among them. */
const CANDIDATES = 50;
/** Of up to so many passages all are: the right one may share no word with the question and follow one that does. */
const ALL_UP_TO = 60;

/** @throws Error where two passages have the same id */
export function createRanker(passages: readonly Passage[]): Ranker {
  const ids = new Set<string>();
  for (const { id } of passages) {
    if (ids.has(id)) throw new Error(`two passages have the id "${id}"`);
    ids.add(id);
  }
  const index = indexPassages(passages.map(({ text }) => text));
  return {
    rank(text) {
      const { asked, found } = ask(index, text);
      const candidates = rankCandidates(asked, found);
      const [best] = candidates;
      if (best === undefined || found.length === 0) {
        return { ranked: passages.map(({ id }) => ({ id, score: 0 })), answered: false, confidence: 0 };
      }
      const confidence = round(confidenceOf(best.features, readDoubts(asked, best.passage)));
      const scores = new Map<number, number>();
      for (const { passage, rank } of candidates) scores.set(passage, round(confidence * Math.exp(rank - best.rank)));
      for (const { passage } of found) if (!scores.has(passage)) scores.set(passage, 0);
      for (const passage of passages.keys()) if (!scores.has(passage)) scores.set(passage, 0);
      return {
        ranked: [...scores].map(([passage, score]) => ({ id: passages[passage]?.id ?? '', score })),
        answered: confidence >= ANSWERED_FROM,
        confidence,
      };
    },
  };
}

function ask(index: PassageIndex, text: string): { asked: Asked; found: readonly Found[] } {
  const question = parseQuestion(text);
  const terms = readTerms(question, index.vocabulary);
  const weights = new Map<WordId, number>();
  for (const { words } of terms) {
    for (const [word, share] of words) weights.set(word, Math.max(share, weights.get(word) ?? 0));
  }
  const found = index.search(weights);
  const asked: Asked = {
    index,
    question,
    terms,
    total: terms.reduce((sum, { weight }) => sum + weight, 0) || 1,
    matcher: createMatcher(index.passages, terms),
    bestScore: found[0]?.score ?? 0,
  };
  return { asked, found };
}

/** @returns the candidates, best first; equals in the order they were given */
function rankCandidates(asked: Asked, found: readonly Found[]) {
  const { passages } = asked.index;
  const candidates = new Map(found.slice(0, CANDIDATES).map(({ passage, score }) => [passage, score]));
  if (passages.length <= ALL_UP_TO) {
    for (const passage of passages.keys()) if (!candidates.has(passage)) candidates.set(passage, 0);
  }
  return [...candidates]
    .map(([passage, score]) => {
      const features = readFeatures(asked, passage, score);
      return { passage, features, rank: rankOf(features) };
    })
    .sort((a, b) => b.rank - a.rank || a.passage - b.passage);
}

/** Six decimals: enough to tell scores apart, few enough to print alike everywhere. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
