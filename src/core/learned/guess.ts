/** What a question asks for, as far as it is like the questions that editors wrote down in `facts/questions-*.yaml`. */
import type { Corpus } from '../corpus.ts';
import type { Question, Reader } from '../question/analysis.ts';
import type { Terms } from '../question/terms.ts';
import { type Closest, type ClosestIndex, createClosest, indexClosest } from './closest.ts';
import { collectExamples, type GuessClass } from './examples.ts';
import { createDescribe, STRANGERS, strangerFeature } from './features.ts';
import { fitSoftmax, type Row, toShares } from './fit.ts';
import { createLookUp, createRow, normalise } from './row.ts';

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
  readonly closest: ClosestIndex;
}

/** Shares of 1. Holds for one question: the next one changes it. */
export interface Guess {
  /** That no statement answers. */
  readonly silent: number;
  /** That nothing is asked; a part of `silent`. */
  readonly smallTalk: number;
  readonly likely: ReadonlyMap<number, Likely>;
  /** How like the closest question it is that no statement answers, 0 to 1. */
  readonly closestSilent: number;
}

export interface Likely {
  /** That the statement answers, one way or the other. */
  share: number;
  /** That it does by correcting what is taken for granted. */
  correcting: number;
  /** The likeliest of what it corrects, and how likely that is. */
  assumed: string | null;
  assumedShare: number;
  /** How like the closest question it is that the statement answers, 0 to 1. */
  closest: number;
}

export type MakeGuess = (question: Question) => Guess;

/** A feature of a single example tells nothing of others. */
const MIN_EXAMPLES = 2;
/** Weights below it, in units, are left out. */
const LEAST_WEIGHT = 3;
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
  const placed = examples.map(({ described, label }) => ({
    features: described.features,
    statement: statementOf(classes[label]),
  }));
  const closest = indexClosest(placed, columnOf, features.length);
  return { classes, bias, features, ...pack(weights, features.length, classes.length), closest };
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

/** What a class stands for where it is no statement's. */
const SILENT = -1;
const SMALL_TALK = -2;

function statementOf(own: GuessClass | undefined): number {
  if (own === 'small_talk') return SMALL_TALK;
  return own === undefined || own === 'silent' ? SILENT : own.statement;
}

export function createGuess(index: GuessIndex, terms: Terms): MakeGuess {
  const { classes, bias, from, classOf, weightOf, unit } = index;
  const describe = createDescribe(terms);
  const row = createRow(createLookUp(index.features), from.length - 1);
  const scores = new Float64Array(classes.length);
  const statements = Int32Array.from(classes, statementOf);
  const findClosest = createClosest(index.closest, 1 + Math.max(...statements));
  const tally = createTally(
    statements,
    classes.map((own) => (typeof own === 'string' ? null : own.assumed)),
  );
  return (question) => {
    row.clear();
    describe(question, row);
    const closest = findClosest(row);
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
    return tally(scores, closest);
  };
}

/** The same objects for each question. */
function createLikely(statements: Int32Array): ReadonlyMap<number, Likely> {
  const likely = new Map<number, Likely>();
  for (const statement of statements) {
    if (statement < 0) continue;
    likely.set(statement, { share: 0, correcting: 0, assumed: null, assumedShare: 0, closest: 0 });
  }
  return likely;
}

function createTally(statements: Int32Array, assumedOf: readonly (string | null)[]) {
  const likely = createLikely(statements);
  const ownOf = Array.from(statements, (statement) => likely.get(statement) ?? null);
  return (shares: Float64Array, closest: Closest): Guess => {
    for (const [statement, own] of likely) {
      own.share = 0;
      own.correcting = 0;
      own.assumed = null;
      own.assumedShare = 0;
      own.closest = closest.of[statement] ?? 0;
    }
    let silent = 0;
    let smallTalk = 0;
    for (let at = 0; at < shares.length; at++) {
      const share = shares[at] as number;
      const own = ownOf[at] as Likely | null;
      if (own === null) {
        silent += share;
        if (statements[at] === SMALL_TALK) smallTalk += share;
        continue;
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
    return { silent, smallTalk, likely, closestSilent: closest.silent };
  };
}
