/** The statements worth comparing with a question, from an index: the rest is never looked at. */
import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import type { TermId } from '../question/terms.ts';

export interface Candidates {
  /** Places of statements that hold at least one of the rarest of the terms; the likeliest where there are very many. */
  find(terms: Iterable<TermId>): readonly number[];
}

/**
 * The rarer a term, the more it says of what is asked: terms are looked up from the rarest on until this many places
 * are found. Commoner ones still count when the statements found are compared.
 */
const ENOUGH = 24;

/** It bounds the work where all terms of a question are common. */
const MAX_CANDIDATES = 200;

/** Plain data. */
export interface CandidatesIndex {
  readonly places: ReadonlyMap<TermId, readonly number[]>;
  /** MiniSearch's own form; `null` where there are so few statements that all may be candidates. */
  readonly ranked: AsPlainObject | null;
}

/** Terms are indexed as they are: words were folded, stemmed and joined to ideas and names before. */
const OPTIONS: Options<{ id: number; terms: string }> = {
  fields: ['terms'],
  tokenize: (terms) => terms.split(' '),
  processTerm: (term) => term,
};

/** @param termsOf each statement's terms: of its text, quotes, names, dates, topics and the wordings that ask for it */
export function indexCandidates(termsOf: readonly (readonly TermId[])[]): CandidatesIndex {
  const places = new Map<TermId, number[]>();
  termsOf.forEach((terms, place) => {
    for (const term of terms) {
      const known = places.get(term);
      if (known === undefined) places.set(term, [place]);
      else known.push(place);
    }
  });
  if (termsOf.length <= MAX_CANDIDATES) return { places, ranked: null };
  const index = new MiniSearch(OPTIONS);
  index.addAll(termsOf.map((terms, id) => ({ id, terms: terms.join(' ') })));
  return { places, ranked: index.toJSON() };
}

export function createCandidates({ places, ranked }: CandidatesIndex): Candidates {
  const index = ranked === null ? null : MiniSearch.loadJS(ranked, OPTIONS);
  const countOf = (term: TermId) => places.get(term)?.length ?? 0;

  function rarest(terms: Iterable<TermId>): readonly TermId[] {
    const known = [...new Set(terms)].filter((term) => places.has(term));
    known.sort((a, b) => countOf(a) - countOf(b) || a - b);
    let found = 0;
    const enough = known.findIndex((term) => {
      found += countOf(term);
      return found >= ENOUGH;
    });
    return enough === -1 ? known : known.slice(0, enough + 1);
  }

  return {
    find(terms) {
      const rare = rarest(terms);
      const found = new Set<number>();
      for (const term of rare) for (const place of places.get(term) ?? []) found.add(place);
      if (index === null || found.size <= MAX_CANDIDATES) return [...found];
      return index
        .search(rare.join(' '))
        .slice(0, MAX_CANDIDATES)
        .map(({ id }) => id);
    },
  };
}
