/** Passages made ready to be ranked: their words as numbers with marks, in order, and an index to find them by. */
import MiniSearch from 'minisearch';
import { MARK, markToken } from './marks.ts';
import { tokenize } from './text.ts';
import { createVocabularyBuilder, type Vocabulary, type WordId } from './vocabulary.ts';

export interface IndexedPassage {
  /** Every word in order, grammar words too; a hyphenated word's whole follows its parts. */
  readonly words: Int32Array;
  /** The marks of each word: see `MARK`. */
  readonly marks: Int32Array;
  /** Is itself a question, and so hardly an answer. */
  readonly asks: boolean;
}

export interface Found {
  /** Index of the passage in the given order. */
  readonly passage: number;
  /** BM25+, comparable within one search only. */
  readonly score: number;
}

export interface PassageIndex {
  readonly passages: readonly IndexedPassage[];
  readonly vocabulary: Vocabulary;
  /** The passage in which a word stands for the first time, by word. */
  readonly firstWith: Int32Array;
  /** Passages with any of the words, best first; each word counts by its weight. */
  search(weights: ReadonlyMap<WordId, number>): readonly Found[];
}

const ENDS_AS_QUESTION = /\?["”’')\]]*\s*$/u;

export function indexPassages(texts: readonly string[]): PassageIndex {
  const builder = createVocabularyBuilder();
  const passages = texts.map((text): IndexedPassage => {
    builder.startPassage();
    const words: WordId[] = [];
    const marks: number[] = [];
    const tokens = tokenize(text);
    tokens.forEach((token, i) => {
      const before = tokens[i - 1];
      const mark = markToken(token, before, text.slice(before?.end ?? 0, token.start), text.charAt(token.end));
      const initial = (mark & MARK.initial) !== 0;
      words.push(builder.add(token, initial ? null : (mark & MARK.capital) !== 0));
      marks.push(mark);
      if (token.compound !== null && tokens[i + 1]?.compound !== token.compound) {
        words.push(builder.add({ form: token.compound }, null));
        marks.push(0);
      }
    });
    return { words: Int32Array.from(words), marks: Int32Array.from(marks), asks: ENDS_AS_QUESTION.test(text) };
  });
  const vocabulary = builder.build();
  const firstWith = new Int32Array(vocabulary.size).fill(-1);
  const index = createIndex();
  passages.forEach(({ words, marks }, passage) => {
    const content: string[] = [];
    words.forEach((word, i) => {
      if (firstWith[word] === -1) firstWith[word] = passage;
      if (((marks[i] ?? 0) & MARK.stop) === 0) content.push(String(word));
    });
    index.add({ id: passage, words: content.join(' ') });
  });

  return {
    passages,
    vocabulary,
    firstWith,
    search(weights) {
      const query = [...weights.keys()].join(' ');
      const found = index.search(query, { boostTerm: (word) => weights.get(Number(word)) ?? 1 });
      return found.map(({ id, score }): Found => ({ passage: id, score }));
    },
  };
}

/** MiniSearch over numbered words: folding, roots and slips are settled before it is asked. */
function createIndex(): MiniSearch<{ id: number; words: string }> {
  return new MiniSearch({ fields: ['words'], tokenize: (words) => words.split(' '), processTerm: (word) => word });
}
