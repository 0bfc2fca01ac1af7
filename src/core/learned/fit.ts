/**
 * Softmax regression: which class an example belongs to, by a weight for each feature and class. Deterministic: the
 * examples are passed in an order that depends on their number alone.
 */

/** One example: its features, by column, and how much of each there is. */
export interface Row {
  readonly columns: Int32Array;
  readonly values: Float64Array;
  readonly label: number;
}

export interface Fitted {
  /** By column, then by class. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

const PASSES = 6;
const STEP = 1;
/** A class less likely than this is not moved by an example. */
const LEAST_MOVE = 3e-3;
/** So many of an example's features are left out each time it is passed: none is relied on alone. */
const LEFT_OUT = 0.25;
/** Features have a length of 1 together: steps are so much longer, those of the bias so much shorter. */
const LENGTHEN = 6;
const BIAS_SHARE = 0.1;

/** @param rows from 0 to `columns`, labels from 0 to `classes`, both exclusive */
export function fitSoftmax(rows: readonly Row[], columns: number, classes: number): Fitted {
  const weights = new Float32Array(columns * classes);
  const bias = new Float32Array(classes);
  const scores = new Float64Array(classes);
  const moved = new Int32Array(classes);
  const moves = new Float64Array(classes);
  const order = Int32Array.from(rows, (_, index) => index);
  const next = createNumbers();
  let most = 0;
  for (const { columns } of rows) most = Math.max(most, columns.length);
  const kept = new Float64Array(most);
  for (let pass = 0; pass < PASSES; pass++) {
    for (let index = order.length - 1; index > 0; index--) {
      const other = next() % (index + 1);
      const swapped = order[index] as number;
      order[index] = order[other] as number;
      order[other] = swapped;
    }
    const step = (STEP * (PASSES - pass)) / PASSES;
    for (const index of order) {
      const { columns: own, values, label } = rows[index] as Row;
      leaveOut(values, next, kept);
      scores.set(bias);
      addScores(scores, weights, own, kept);
      toShares(scores);
      let count = 0;
      for (let at = 0; at < classes; at++) {
        const miss = (at === label ? 1 : 0) - (scores[at] as number);
        if (Math.abs(miss) < LEAST_MOVE) continue;
        bias[at] = (bias[at] as number) + BIAS_SHARE * step * miss;
        moved[count] = at;
        moves[count++] = step * miss;
      }
      for (let feature = 0; feature < own.length; feature++) {
        const from = (own[feature] as number) * classes;
        const value = LENGTHEN * (kept[feature] as number);
        if (value === 0) continue;
        for (let index = 0; index < count; index++) {
          const place = from + (moved[index] as number);
          weights[place] = (weights[place] as number) + value * (moves[index] as number);
        }
      }
    }
  }
  return { weights, bias };
}

/** The same numbers each time, from 0 to 2^32, exclusive. */
function createNumbers(): () => number {
  let seed = 1;
  return () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed;
  };
}

/** Some of the values as 0, the others longer, so that they have a length of 1 together again. */
function leaveOut(values: Float64Array, next: () => number, kept: Float64Array): void {
  let square = 0;
  for (let feature = 0; feature < values.length; feature++) {
    const value = next() < LEFT_OUT * 2 ** 32 ? 0 : (values[feature] as number);
    kept[feature] = value;
    square += value * value;
  }
  const length = Math.sqrt(square) || 1;
  for (let feature = 0; feature < values.length; feature++) kept[feature] = (kept[feature] as number) / length;
}

function addScores(scores: Float64Array, weights: Float32Array, columns: Int32Array, values: Float64Array): void {
  const classes = scores.length;
  for (let feature = 0; feature < columns.length; feature++) {
    const value = values[feature] as number;
    if (value === 0) continue;
    const from = (columns[feature] as number) * classes;
    for (let at = 0; at < classes; at++) scores[at] = (scores[at] as number) + value * (weights[from + at] as number);
  }
}

/** Scores as shares of 1, in place. */
export function toShares(scores: Float64Array): void {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > most) most = score;
  let total = 0;
  for (let at = 0; at < scores.length; at++) {
    const share = Math.exp((scores[at] as number) - most);
    scores[at] = share;
    total += share;
  }
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] as number) / total;
}
