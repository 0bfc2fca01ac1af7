/** The statements worth comparing with a question, from an index: the rest is never looked at. */
import MiniSearch from 'minisearch';
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

/**
 * Terms are indexed as they are: words were folded, stemmed and joined to ideas and names before.
 * @param termsOf each statement's terms: of its text, quotes, names, dates, topics and the wordings that ask for it
 */
export function createCandidates(termsOf: readonly (readonly TermId[])[]): Candidates {
  const index = new MiniSearch<{ id: number; terms: string }>({
    fields: ['terms'],
    tokenize: (terms) => terms.split(' '),
    processTerm: (term) => term,
  });
  index.addAll(termsOf.map((terms, id) => ({ id, terms: terms.join(' ') })));
  const places = new Map<TermId, number>();
  for (const terms of termsOf) for (const term of terms) places.set(term, (places.get(term) ?? 0) + 1);

  function rarest(terms: Iterable<TermId>): readonly TermId[] {
    const known = [...new Set(terms)].filter((term) => places.has(term));
    known.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0) || a - b);
    let found = 0;
    const enough = known.findIndex((term) => {
      found += places.get(term) ?? 0;
      return found >= ENOUGH;
    });
    return enough === -1 ? known : known.slice(0, enough + 1);
  }

  const remembered = new Map<TermId, readonly number[]>();
  /** Which statements hold a term never changes: the index is asked for each term once. */
  function placesOf(term: TermId): readonly number[] {
    let known = remembered.get(term);
    if (known === undefined) {
      known = index.search(String(term)).map(({ id }) => id);
      remembered.set(term, known);
    }
    return known;
  }

  return {
    find(terms) {
      const rare = rarest(terms);
      const found = new Set(rare.flatMap(placesOf));
      if (found.size <= MAX_CANDIDATES) return [...found];
      return index
        .search(rare.join(' '))
        .slice(0, MAX_CANDIDATES)
        .map(({ id }) => id);
    },
  };
}
