/** A question's features as the columns of a model. */
import type { Described } from './examples.ts';
import { type Sink, STRANGERS, strangerFeature } from './features.ts';
import type { Row } from './fit.ts';

/** The columns of what is known of a question, to a length of 1; words that no example has count by their kind. */
export function normalise({ features, content }: Described, columnOf: (feature: number) => number): Omit<Row, 'label'> {
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

/** The columns of one question at a time, in the order they come; the same memory for each. */
export interface GatheredRow extends Sink {
  readonly columns: Int32Array;
  /** By column. */
  readonly values: Float64Array;
  count(): number;
  /** Squares of the shares of features that no column has. */
  strange(): number;
  /** Of the values together. */
  length(): number;
  clear(): void;
}

export function createRow(columnOf: (feature: number) => number, size: number): GatheredRow {
  const columns = new Int32Array(size);
  const values = new Float64Array(size);
  const strangerColumns = new Map(STRANGERS.map((stranger) => [stranger, columnOf(strangerFeature(stranger))]));
  /** Words that no example has come after all features. */
  const strangers: number[] = [];
  const strangerShares: number[] = [];
  let count = 0;
  let strange = 0;
  return {
    columns,
    values,
    feature(feature, share) {
      const column = columnOf(feature);
      if (column < 0) strange += share * share;
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
    strange: () => strange,
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
      strange = 0;
    },
  };
}

/** The place of each of the features, by open addressing; -1 for others. */
export function createLookUp(features: Uint32Array): (feature: number) => number {
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
