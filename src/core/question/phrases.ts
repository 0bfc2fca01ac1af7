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

/** A stem, one exact form, or a gap of none to `MAX_GAP` words. */
export type PhraseWord = { readonly stem: string } | { readonly form: string } | 'gap';

export interface Phrases<T> {
  add(phrase: readonly PhraseWord[], value: T): void;
  /** Every phrase that starts at the word `from`, longest first. */
  startingAt(words: readonly Comparable[], from: number): readonly PhraseMatch<T>[];
}

const MAX_GAP = 4;

/** Part of a trie: words that went the same way so far. */
interface Node<T> {
  readonly values: T[];
  readonly byStem: Map<string, Node<T>>;
  readonly byForm: Map<string, Node<T>>;
  gap: Node<T> | null;
}

export function createPhrases<T>(): Phrases<T> {
  const root = createNode<T>();

  function step(
    node: Node<T>,
    words: readonly Comparable[],
    at: number,
    used: readonly number[],
    found: PhraseMatch<T>[],
  ) {
    const word = words[at];
    if (word === undefined) return;
    const byStem = node.byStem.get(word.stem);
    if (byStem !== undefined) reach(byStem, words, at, used, found);
    const byForm = node.byForm.get(word.form);
    if (byForm !== undefined) reach(byForm, words, at, used, found);
  }

  /** The word `at` led to `node`. */
  function reach(
    node: Node<T>,
    words: readonly Comparable[],
    at: number,
    before: readonly number[],
    found: PhraseMatch<T>[],
  ) {
    const used = [...before, at];
    for (const value of node.values) found.push({ value, words: used });
    step(node, words, at + 1, used, found);
    if (node.gap === null) return;
    for (let skip = 0; skip <= MAX_GAP; skip++) step(node.gap, words, at + 1 + skip, used, found);
  }

  return {
    add(phrase, value) {
      let node = root;
      for (const word of phrase) node = follow(node, word);
      node.values.push(value);
    },
    startingAt(words, from) {
      const found: PhraseMatch<T>[] = [];
      step(root, words, from, [], found);
      return found.length < 2 ? found : found.sort((a, b) => b.words.length - a.words.length);
    },
  };
}

/** The node that a word leads to, made where there is none. */
function follow<T>(node: Node<T>, word: PhraseWord): Node<T> {
  if (word === 'gap') {
    node.gap ??= createNode();
    return node.gap;
  }
  const [next, key] = 'stem' in word ? [node.byStem, word.stem] : [node.byForm, word.form];
  let found = next.get(key);
  if (found === undefined) {
    found = createNode();
    next.set(key, found);
  }
  return found;
}

function createNode<T>(): Node<T> {
  return { values: [], byStem: new Map(), byForm: new Map(), gap: null };
}
