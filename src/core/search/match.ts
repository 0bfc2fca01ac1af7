/** Which terms of a question stand where in a passage. */
import type { IndexedPassage } from './passages.ts';
import type { Term } from './question-terms.ts';

export interface Match {
  readonly passage: IndexedPassage;
  /** How much of each term the passage holds, 0 to 1, by the term's place in the question; 1 is word for word. */
  readonly held: Float64Array;
  /** Where each term stands, as places among the passage's words; the first few. */
  readonly places: readonly (readonly number[])[];
  /** The term that each word stands for, -1 for none. */
  readonly terms: Int16Array;
}

export interface Matcher {
  /** Computed once for each passage. Before the first and after the last there are empty ones. */
  at(passage: number): Match;
}

/** A word repeated more often than this adds nothing, and comparing all its places with all of another's takes time. */
const MAX_PLACES = 12;
const EMPTY: IndexedPassage = { words: new Int32Array(), marks: new Int32Array(), asks: false };

interface Link {
  readonly term: number;
  readonly share: number;
}

export function createMatcher(passages: readonly IndexedPassage[], terms: readonly Term[]): Matcher {
  const links = new Map<number, Link[]>();
  terms.forEach(({ words }, term) => {
    for (const [word, share] of words) {
      const known = links.get(word);
      if (known === undefined) links.set(word, [{ term, share }]);
      else known.push({ term, share });
    }
  });

  function match(passage: IndexedPassage): Match {
    const held = new Float64Array(terms.length);
    const places: number[][] = terms.map(() => []);
    const found = new Int16Array(passage.words.length).fill(-1);
    passage.words.forEach((word, place) => {
      let best = 0;
      for (const { term, share } of links.get(word) ?? []) {
        const before = places[term];
        if (before !== undefined && before.length < MAX_PLACES) before.push(place);
        if (share > (held[term] ?? 0)) held[term] = share;
        if (share > best) {
          best = share;
          found[place] = term;
        }
      }
    });
    return { passage, held, places, terms: found };
  }

  const outside = match(EMPTY);
  const matches = new Map<number, Match>();
  return {
    at(passage) {
      const known = matches.get(passage);
      if (known !== undefined) return known;
      const indexed = passages[passage];
      if (indexed === undefined) return outside;
      const made = match(indexed);
      matches.set(passage, made);
      return made;
    },
  };
}
