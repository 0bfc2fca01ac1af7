/** Finding many known phrases in a row of words at once. */

/** What a phrase is compared by: a word's stem, and its form for entries that want exactly that form. */
export interface Comparable {
  readonly form: string;
  readonly stem: string;
}

export interface PhraseMatch<T> {
  readonly value: T;
  /** Indexes of the words that are the phrase's own, in order; words in a gap are not among them. */
  readonly words: readonly number[];
}

export interface Phrases<T> {
  add(phrase: readonly PhraseWord[], value: T): void;
  /** Every phrase that starts at the word `from`, longest first. */
  startingAt(words: readonly Comparable[], from: number): PhraseMatch<T>[];
}

/** A stem, one exact form, or a gap of none to `MAX_GAP` words. */
export type PhraseWord = { readonly stem: string } | { readonly form: string } | 'gap';

const MAX_GAP = 4;

interface Node<T> {
  readonly values: T[];
  readonly next: Map<string, Node<T>>;
}

export function createPhrases<T>(): Phrases<T> {
  const root = createNode<T>();

  function walk(
    node: Node<T>,
    words: readonly Comparable[],
    at: number,
    used: readonly number[],
    found: PhraseMatch<T>[],
  ) {
    if (used.length > 0) for (const value of node.values) found.push({ value, words: used });
    const word = words[at];
    if (word === undefined) return;
    for (const key of [word.stem, `=${word.form}`]) {
      const next = node.next.get(key);
      if (next !== undefined) walk(next, words, at + 1, [...used, at], found);
    }
    const gap = node.next.get('*');
    if (gap === undefined) return;
    for (let skip = 0; skip <= MAX_GAP && at + skip < words.length; skip++) walk(gap, words, at + skip, used, found);
  }

  return {
    add(phrase, value) {
      let node = root;
      for (const word of phrase) {
        const key = word === 'gap' ? '*' : 'stem' in word ? word.stem : `=${word.form}`;
        let next = node.next.get(key);
        if (next === undefined) {
          next = createNode();
          node.next.set(key, next);
        }
        node = next;
      }
      node.values.push(value);
    },
    startingAt(words, from) {
      const found: PhraseMatch<T>[] = [];
      walk(root, words, from, [], found);
      return found.sort((a, b) => b.words.length - a.words.length);
    },
  };
}

function createNode<T>(): Node<T> {
  return { values: [], next: new Map() };
}
