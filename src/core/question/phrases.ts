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

/** All phrases, as a trie of plain data: a node is the words that went the same way so far. Most lead nowhere else. */
export interface Phrases<T> {
  values: T[] | null;
  byStem: Map<string, Phrases<T>> | null;
  byForm: Map<string, Phrases<T>> | null;
  gap: Phrases<T> | null;
}

const MAX_GAP = 4;

export function createPhrases<T>(): Phrases<T> {
  return { values: null, byStem: null, byForm: null, gap: null };
}

export function addPhrase<T>(phrases: Phrases<T>, phrase: readonly PhraseWord[], value: T): void {
  let node = phrases;
  for (const word of phrase) node = follow(node, word);
  node.values ??= [];
  node.values.push(value);
}

/** Every phrase that starts at the word `from`, longest first. */
export function phrasesFrom<T>(
  phrases: Phrases<T>,
  words: readonly Comparable[],
  from: number,
): readonly PhraseMatch<T>[] {
  const found: PhraseMatch<T>[] = [];
  step(phrases, words, from, NONE, found);
  return found.length < 2 ? found : found.sort((a, b) => b.words.length - a.words.length);
}

const NONE: readonly number[] = [];

function step<T>(
  { byStem, byForm }: Phrases<T>,
  words: readonly Comparable[],
  at: number,
  used: readonly number[],
  found: PhraseMatch<T>[],
) {
  const word = words[at];
  if (word === undefined) return;
  const stemmed = byStem?.get(word.stem);
  if (stemmed !== undefined) reach(stemmed, words, at, used, found);
  const exact = byForm?.get(word.form);
  if (exact !== undefined) reach(exact, words, at, used, found);
}

/** The word `at` led to `node`. */
function reach<T>(
  node: Phrases<T>,
  words: readonly Comparable[],
  at: number,
  before: readonly number[],
  found: PhraseMatch<T>[],
) {
  const used = [...before, at];
  if (node.values !== null) for (const value of node.values) found.push({ value, words: used });
  step(node, words, at + 1, used, found);
  if (node.gap === null) return;
  for (let skip = 0; skip <= MAX_GAP; skip++) step(node.gap, words, at + 1 + skip, used, found);
}

/** The node that a word leads to, made where there is none. */
function follow<T>(node: Phrases<T>, word: PhraseWord): Phrases<T> {
  if (word === 'gap') {
    node.gap ??= createPhrases();
    return node.gap;
  }
  if ('stem' in word) {
    node.byStem ??= new Map();
    return next(node.byStem, word.stem);
  }
  node.byForm ??= new Map();
  return next(node.byForm, word.form);
}

function next<T>(ways: Map<string, Phrases<T>>, key: string): Phrases<T> {
  let found = ways.get(key);
  if (found === undefined) {
    found = createPhrases();
    ways.set(key, found);
  }
  return found;
}
