/** Where terms occur, by column: small to keep, quick to load and to pass over. */
import type { TermId } from '../question/terms.ts';

export interface Postings {
  /** The places of a term stand together: from `from[term]` on, up to `from[term + 1]`. Later terms occur nowhere. */
  readonly from: Int32Array;
  readonly at: Int32Array;
  /** How surely the term is meant there, 0 to 1. */
  readonly strength: Float64Array;
}

/** Strengths by place, by term. */
export type Gathered = ReadonlyMap<TermId, ReadonlyMap<number, number>>;

export function toPostings(gathered: Gathered): Postings {
  let size = 0;
  for (const term of gathered.keys()) size = Math.max(size, term + 1);
  const from = new Int32Array(size + 1);
  const at: number[] = [];
  const strength: number[] = [];
  for (let term = 0; term < size; term++) {
    for (const [place, sure] of gathered.get(term) ?? []) {
      at.push(place);
      strength.push(sure);
    }
    from[term + 1] = at.length;
  }
  return { from, at: Int32Array.from(at), strength: Float64Array.from(strength) };
}

/** Where the places of a term start in the columns. */
export function startOf({ from }: Postings, term: TermId): number {
  return term + 1 < from.length ? (from[term] ?? 0) : 0;
}

/** Where they end, exclusive. */
export function endOf({ from }: Postings, term: TermId): number {
  return term + 1 < from.length ? (from[term + 1] ?? 0) : 0;
}

/** How surely the term is meant at the place; 0 where it does not occur. */
export function strengthAt(postings: Postings, term: TermId, place: number): number {
  const end = endOf(postings, term);
  for (let index = startOf(postings, term); index < end; index++) {
    if (postings.at[index] === place) return postings.strength[index] ?? 0;
  }
  return 0;
}
