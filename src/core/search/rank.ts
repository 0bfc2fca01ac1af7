/** Ranks passages against a question by their words alone: no curated data is needed, none is known here. */
import MiniSearch from 'minisearch';
import { type Token, tokenize } from './text.ts';

/** Something that can be found. */
export interface Passage {
  readonly id: string;
  readonly text: string;
  /** Other wordings it may be found by, one each: curated paraphrases, names, topics. */
  readonly extra?: readonly string[];
}

export interface Ranked {
  readonly id: string;
  /** 0 to 1, never rising down the list; comparable between questions. */
  readonly score: number;
}

/** A word of the question that carries content. */
export interface QuestionTerm {
  /** As typed. */
  readonly surface: string;
  readonly stem: string;
  /** Share of the question's weight; all shares of a question add up to 1. Rare words weigh more. */
  readonly weight: number;
  /** Whether any passage holds the word, in any form or, where it looks like a typo, as meant. */
  readonly known: boolean;
}

/** How much of the question a passage speaks of. */
export interface Coverage {
  /** Summed weight of the covered terms, 0 to 1. */
  readonly share: number;
  readonly covered: readonly QuestionTerm[];
  readonly missing: readonly QuestionTerm[];
}

export interface Ranking {
  /** Every passage exactly once, best first; those without any match last, in the order they were given. */
  readonly ranked: readonly Ranked[];
  /** Whether the first of them is likely to answer the question. */
  readonly answered: boolean;
  /** How likely that is, 0 to 1. */
  readonly confidence: number;
  readonly terms: readonly QuestionTerm[];
  /** Computed when called. @throws Error for an id that is not among the passages */
  explain(id: string): Coverage;
}

export interface Ranker {
  /** Deterministic: equal passages and question give an equal ranking. Takes any string. */
  rank(question: string): Ranking;
}

const ANSWERED_FROM = 0.6;

/** @throws Error where two passages have the same id */
export function createRanker(passages: readonly Passage[]): Ranker {
  const stemsById = new Map<string, ReadonlySet<string>>();
  const documentsWith = new Map<string, number>();
  const index = new MiniSearch<{ id: string; text: string; extra: string }>({
    fields: ['text', 'extra'],
    tokenize: contentStems,
    processTerm: (term) => term,
  });
  for (const { id, text, extra } of passages) {
    if (stemsById.has(id)) throw new Error(`two passages have the id "${id}"`);
    const stems = new Set([text, ...(extra ?? [])].flatMap(contentStems));
    stemsById.set(id, stems);
    for (const stem of stems) documentsWith.set(stem, (documentsWith.get(stem) ?? 0) + 1);
    index.add({ id, text, extra: (extra ?? []).join('\n') });
  }
  const rarity = (stem: string) => Math.log(1 + passages.length / ((documentsWith.get(stem) ?? 0) + 0.5));

  function readTerms(question: string): readonly QuestionTerm[] {
    const byStem = new Map<string, Token>();
    for (const token of tokenize(question)) if (!token.stop && !byStem.has(token.stem)) byStem.set(token.stem, token);
    const total = [...byStem.keys()].reduce((sum, stem) => sum + rarity(stem), 0);
    return [...byStem].map(([stem, { surface }]) => ({
      surface,
      stem,
      weight: rarity(stem) / total,
      known: documentsWith.has(stem),
    }));
  }

  return {
    rank(question) {
      const terms = readTerms(question);
      const explain = (id: string): Coverage => {
        const stems = stemsById.get(id);
        if (stems === undefined) throw new Error(`there is no passage with the id "${id}"`);
        const covered = terms.filter(({ stem }) => stems.has(stem));
        return {
          share: round(covered.reduce((sum, { weight }) => sum + weight, 0)),
          covered,
          missing: terms.filter((term) => !covered.includes(term)),
        };
      };
      const hits = index.search(question, {
        fuzzy: (term) => (documentsWith.has(term) ? false : 0.2),
        prefix: (term) => term.length > 3,
        boost: { extra: 0.8 },
      });
      const best = hits[0];
      const confidence = best === undefined ? 0 : explain(best.id as string).share;
      const found = new Set(hits.map(({ id }) => id as string));
      return {
        ranked: [
          ...hits.map(({ id, score }) => ({
            id: id as string,
            score: round((confidence * score) / (best?.score ?? 1)),
          })),
          ...passages.flatMap(({ id }) => (found.has(id) ? [] : [{ id, score: 0 }])),
        ],
        answered: confidence >= ANSWERED_FROM,
        confidence,
        terms,
        explain,
      };
    },
  };
}

function contentStems(text: string): string[] {
  return tokenize(text).flatMap((token) => (token.stop ? [] : [token.stem]));
}

/** Six decimals: enough to tell scores apart, few enough to print alike everywhere. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
