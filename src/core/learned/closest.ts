/** The written questions that a question is most like: by the features they share, the rare ones above all. */
import type { GatheredRow } from './row.ts';

/** Plain data, made from the examples. */
export interface ClosestIndex {
  /** By column: how much the feature tells; 0 for what is no feature of an example. */
  readonly rarity: Float32Array;
  /** What a feature tells that no example has. */
  readonly mostRare: number;
  /** The examples with a feature stand together: from `from[column]` on, up to `from[column + 1]`. None where too many have it. */
  readonly from: Int32Array;
  readonly exampleOf: Uint16Array | Int32Array;
  /** What of the example's length the feature is, in units of 1/255. */
  readonly shareOf: Uint8Array;
  /** By example: the statement that answers it, below 0 where none does. */
  readonly statementOf: Int16Array;
}

export interface Placed {
  readonly features: ReadonlyMap<number, number>;
  /** Below 0 where no statement answers. */
  readonly statement: number;
}

/** A question's rarest features are looked up until so many examples have been met: the others tell little and cost most. */
const MOST_MET = 800;
const MOST_UNITS = 255;
const MOST_SHORT = 2 ** 16;

/** @param columnOf below 0 for a feature of a single example */
export function indexClosest(
  placed: readonly Placed[],
  columnOf: (feature: number) => number,
  columns: number,
): ClosestIndex {
  const counts = new Int32Array(columns);
  for (const { features } of placed) {
    for (const feature of features.keys()) {
      const column = columnOf(feature);
      if (column >= 0) counts[column] = (counts[column] ?? 0) + 1;
    }
  }
  const total = placed.length;
  const mostRare = Math.log(total);
  const rarity = Float32Array.from(counts, (count) => (count === 0 ? 0 : Math.log(total / count)));
  const from = new Int32Array(columns + 1);
  const isLookedUp = (column: number) => column >= 0 && (counts[column] ?? 0) <= MOST_MET;
  for (let column = 0; column < columns; column++) {
    from[column + 1] = (from[column] ?? 0) + (isLookedUp(column) ? (counts[column] ?? 0) : 0);
  }
  const size = from[columns] ?? 0;
  const exampleOf = total < MOST_SHORT ? new Uint16Array(size) : new Int32Array(size);
  const shareOf = new Uint8Array(size);
  const next = from.slice();
  placed.forEach(({ features }, example) => {
    let square = 0;
    for (const [feature, share] of features) {
      const column = columnOf(feature);
      square += (share * (column < 0 ? mostRare : (rarity[column] ?? 0))) ** 2;
    }
    const length = Math.sqrt(square) || 1;
    for (const [feature, share] of features) {
      const column = columnOf(feature);
      if (!isLookedUp(column)) continue;
      const tell = rarity[column] ?? 0;
      const at = next[column] ?? 0;
      next[column] = at + 1;
      exampleOf[at] = example;
      // 0 would say that the example does not have the feature.
      shareOf[at] = Math.max(1, Math.round((MOST_UNITS * share * tell) / length));
    }
  });
  return {
    rarity,
    mostRare,
    from,
    exampleOf,
    shareOf,
    statementOf: Int16Array.from(placed, ({ statement }) => statement),
  };
}

/** How like the closest examples are, 0 to 1. Holds for one question: the next one changes it. */
export interface Closest {
  /** By statement. */
  readonly of: Float64Array;
  /** Of those that no statement answers. */
  readonly silent: number;
}

export function createClosest(index: ClosestIndex, statements: number): (row: GatheredRow) => Closest {
  const { rarity, mostRare, from, exampleOf, shareOf, statementOf } = index;
  /** The same memory for each question: all 0 between two. */
  const likeness = new Float32Array(statementOf.length);
  const touched = new Int32Array(statementOf.length);
  const of = new Float64Array(statements);
  const byRarity = (a: number, b: number) => (rarity[b] as number) - (rarity[a] as number) || a - b;
  return (row) => {
    const { values } = row;
    const columns = row.columns.slice(0, row.count()).sort(byRarity);
    let square = row.strange() * mostRare ** 2;
    let reached = 0;
    let left = MOST_MET;
    for (const column of columns) {
      const tells = (values[column] as number) * (rarity[column] as number);
      square += tells * tells;
      const end = from[column + 1] as number;
      left -= end - (from[column] as number);
      if (left < 0) continue;
      for (let at = from[column] as number; at < end; at++) {
        const example = exampleOf[at] as number;
        const before = likeness[example] as number;
        if (before === 0) touched[reached++] = example;
        likeness[example] = before + tells * (shareOf[at] as number);
      }
    }
    of.fill(0);
    let silent = 0;
    for (let at = 0; at < reached; at++) {
      const example = touched[at] as number;
      const own = likeness[example] as number;
      likeness[example] = 0;
      const statement = statementOf[example] as number;
      if (statement < 0) silent = Math.max(silent, own);
      else if (own > (of[statement] as number)) of[statement] = own;
    }
    const unit = 1 / (MOST_UNITS * (Math.sqrt(square) || 1));
    for (let statement = 0; statement < statements; statement++) of[statement] = (of[statement] as number) * unit;
    return { of, silent: silent * unit };
  };
}
