/** What a question asks for, as far as it is like the questions that editors wrote down in `facts/questions-*.yaml`. */
import type { Corpus } from '../corpus.ts';
import type { Question, Reader } from '../question/analysis.ts';
import type { Terms } from '../question/terms.ts';
import { collectExamples, type Described, type GuessClass } from './examples.ts';
import { createDescribe, type Sink, STRANGERS, strangerFeature } from './features.ts';
import { fitSoftmax, type Row, toShares } from './fit.ts';

/** Plain data, made from the corpus: a weight for each feature and class, the small ones left out. */
export interface GuessIndex {
  readonly classes: readonly GuessClass[];
  readonly bias: Float32Array;
  /** Hashes of the features' names, ascending. */
  readonly features: Uint32Array;
  /** The weights of a feature stand together: from `from[feature]` on, up to `from[feature + 1]`. */
  readonly from: Int32Array;
  readonly classOf: Uint16Array;
  /** In units of `unit`. */
  readonly weightOf: Int8Array;
  readonly unit: number;
}

/** Shares of 1. */
export interface Guess {
  /** That no statement answers. */
  readonly silent: number;
  /** That nothing is asked; a part of `silent`. */
  readonly smallTalk: number;
  readonly likely: ReadonlyMap<number, Likely>;
}

export interface Likely {
  /** That the statement answers, one way or the other. */
  share: number;
  /** That it does by correcting what is taken for granted. */
  correcting: number;
  /** The likeliest of what it corrects, and how likely that is. */
  assumed: string | null;
  assumedShare: number;
}

export type MakeGuess = (question: Question) => Guess;

/** A feature of a single example tells nothing of others. */
const MIN_EXAMPLES = 2;
/** Weights below it, in units, are left out. */
const LEAST_WEIGHT = 2;
const MOST_UNITS = 127;

/** @returns `null` where nobody wrote questions down */
export function indexGuess(corpus: Corpus, reader: Reader): GuessIndex | null {
  const { classes, examples } = collectExamples(corpus, reader);
  if (examples.length === 0) return null;
  const counts = new Map<number, number>();
  for (const { described } of examples) {
    for (const feature of described.features.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const known = (feature: number) => (counts.get(feature) ?? 0) >= MIN_EXAMPLES;
  const strangers = STRANGERS.map(strangerFeature);
  const features = Uint32Array.from([...[...counts.keys()].filter(known), ...strangers]).sort();
  const columns = new Map([...features].map((feature, column) => [feature, column]));
  const columnOf = (feature: number): number => columns.get(feature) ?? -1;
  const rows = examples.map(({ described, label }): Row => ({ ...normalise(described, columnOf), label }));
  const { weights, bias } = fitSoftmax(rows, features.length, classes.length);
  return { classes, bias, features, ...pack(weights, features.length, classes.length) };
}

function pack(weights: Float32Array, columns: number, classes: number) {
  let most = 0;
  for (const weight of weights) most = Math.max(most, Math.abs(weight));
  const unit = most / MOST_UNITS || 1;
  const from = new Int32Array(columns + 1);
  const classOf: number[] = [];
  const weightOf: number[] = [];
  for (let column = 0; column < columns; column++) {
    for (let at = 0; at < classes; at++) {
      const units = Math.round((weights[column * classes + at] ?? 0) / unit);
      if (Math.abs(units) < LEAST_WEIGHT) continue;
      classOf.push(at);
      weightOf.push(units);
    }
    from[column + 1] = classOf.length;
  }
  return { from, classOf: Uint16Array.from(classOf), weightOf: Int8Array.from(weightOf), unit };
}

/** The columns of what is known of a question, to a length of 1; words that no example has count by their kind. */
function normalise({ features, content }: Described, columnOf: (feature: number) => number): Omit<Row, 'label'> {
  const columns = new Int32Array(features.size + STRANGERS.length);
  const values = new Float64Array(columns.length);
  let count = 0;
  for (const [feature, share] of features) {
    const column = columnOf(feature);
    if (column < 0) continue;
    columns[count] = column;
    values[count++] = share;
  }
  const known = count;
  for (const { feature, stranger, share } of content) {
    if (columnOf(feature) >= 0) continue;
    const column = columnOf(strangerFeature(stranger));
    let at = known;
    while (at < count && columns[at] !== column) at++;
    columns[at] = column;
    values[at] = (values[at] as number) + share;
    count = Math.max(count, at + 1);
  }
  let square = 0;
  for (let at = 0; at < count; at++) square += (values[at] as number) ** 2;
  const length = Math.sqrt(square) || 1;
  for (let at = 0; at < count; at++) values[at] = (values[at] as number) / length;
  return { columns: columns.subarray(0, count), values: values.subarray(0, count) };
}

/** What a class stands for where it is no statement's. */
const SILENT = -1;
const SMALL_TALK = -2;

export function createGuess(index: GuessIndex, terms: Terms): MakeGuess {
  const { classes, bias, from, classOf, weightOf, unit } = index;
  const describe = createDescribe(terms);
  const row = createRow(createLookUp(index.features), from.length - 1);
  const scores = new Float64Array(classes.length);
  const statementOf = Int32Array.from(classes, (own) =>
    typeof own !== 'string' ? own.statement : own === 'silent' ? SILENT : SMALL_TALK,
  );
  const assumedOf = classes.map((own) => (typeof own === 'string' ? null : own.assumed));
  return (question) => {
    row.clear();
    describe(question, row);
    const length = row.length();
    scores.set(bias);
    for (let feature = 0; feature < row.count(); feature++) {
      const column = row.columns[feature] as number;
      const value = ((row.values[column] as number) / length) * unit;
      const end = from[column + 1] as number;
      for (let at = from[column] as number; at < end; at++) {
        const own = classOf[at] as number;
        scores[own] = (scores[own] as number) + value * (weightOf[at] as number);
      }
    }
    toShares(scores);
    return guessOf(scores, statementOf, assumedOf);
  };
}

function guessOf(shares: Float64Array, statementOf: Int32Array, assumedOf: readonly (string | null)[]): Guess {
  const likely = new Map<number, Likely>();
  let silent = 0;
  let smallTalk = 0;
  for (let at = 0; at < shares.length; at++) {
    const share = shares[at] as number;
    const statement = statementOf[at] as number;
    if (statement < 0) {
      silent += share;
      if (statement === SMALL_TALK) smallTalk += share;
      continue;
    }
    let own = likely.get(statement);
    if (own === undefined) {
      own = { share: 0, correcting: 0, assumed: null, assumedShare: 0 };
      likely.set(statement, own);
    }
    own.share += share;
    const assumed = assumedOf[at] as string | null;
    if (assumed === null) continue;
    own.correcting += share;
    if (share > own.assumedShare) {
      own.assumed = assumed;
      own.assumedShare = share;
    }
  }
  return { silent, smallTalk, likely };
}

/** The columns of one question at a time, in the order they come; the same memory for each. */
interface GatheredRow extends Sink {
  readonly columns: Int32Array;
  /** By column. */
  readonly values: Float64Array;
  count(): number;
  /** Of the values together. */
  length(): number;
  clear(): void;
}

function createRow(columnOf: (feature: number) => number, size: number): GatheredRow {
  const columns = new Int32Array(size);
  const values = new Float64Array(size);
  const strangerColumns = new Map(STRANGERS.map((stranger) => [stranger, columnOf(strangerFeature(stranger))]));
  /** Words that no example has come after all features. */
  const strangers: number[] = [];
  const strangerShares: number[] = [];
  let count = 0;
  return {
    columns,
    values,
    feature(feature, share) {
      const column = columnOf(feature);
      if (column < 0 || share === 0) return;
      const before = values[column] as number;
      if (before === 0) columns[count++] = column;
      if (before < share) values[column] = share;
    },
    content(feature, stranger, share) {
      if (columnOf(feature) >= 0) return;
      strangers.push(strangerColumns.get(stranger) as number);
      strangerShares.push(share);
    },
    count: () => count,
    length() {
      strangers.forEach((column, at) => {
        if (values[column] === 0) columns[count++] = column;
        values[column] = (values[column] as number) + (strangerShares[at] as number);
      });
      strangers.length = 0;
      strangerShares.length = 0;
      let square = 0;
      for (let at = 0; at < count; at++) square += (values[columns[at] as number] as number) ** 2;
      return Math.sqrt(square) || 1;
    },
    clear() {
      for (let at = 0; at < count; at++) values[columns[at] as number] = 0;
      count = 0;
    },
  };
}

/** The place of each of the features, by open addressing; -1 for others. */
function createLookUp(features: Uint32Array): (feature: number) => number {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(features.length * 2 + 1))).fill(-1);
  const mask = slots.length - 1;
  features.forEach((feature, place) => {
    let slot = feature & mask;
    while (slots[slot] !== -1) slot = (slot + 1) & mask;
    slots[slot] = place;
  });
  return (feature) => {
    for (let slot = feature & mask; ; slot = (slot + 1) & mask) {
      const place = slots[slot] as number;
      if (place === -1 || features[place] === feature) return place;
    }
  };
}
