/** The statements that have anything to do with a question, from an index: the rest is never looked at. */
import MiniSearch from 'minisearch';
import type { TermId } from '../question/terms.ts';

export interface Candidates {
  /** Places of statements that have at least one of the terms; the likeliest of them where there are very many. */
  find(terms: readonly TermId[]): readonly number[];
}

/** More than any question's statements among a few articles; it bounds the work where there are many. */
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
  return {
    find: (terms) =>
      index
        .search(terms.join(' '))
        .slice(0, MAX_CANDIDATES)
        .map(({ id }) => id),
  };
}
