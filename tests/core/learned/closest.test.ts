import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClosest, indexClosest, type Placed } from '../../../src/core/learned/closest.ts';
import { createLookUp, createRow } from '../../../src/core/learned/row.ts';

const FEATURES = Uint32Array.from({ length: 40 }, (_, at) => at + 1);
const lookUp = createLookUp(FEATURES);
/** The stranger columns are none of the features here. */
const columnOf = (feature: number) => (feature <= FEATURES.length ? lookUp(feature) : -1);

const placed = (statement: number, ...features: number[]): Placed => ({
  features: new Map(features.map((feature) => [feature, 1])),
  statement,
});

function closestTo(examples: readonly Placed[], ...features: number[]) {
  const find = createClosest(indexClosest(examples, columnOf, FEATURES.length), 3);
  const row = createRow(columnOf, FEATURES.length + 1);
  return { find, row, ask: () => ask(...features) };
  function ask(...asked: number[]) {
    row.clear();
    for (const feature of asked) row.feature(feature, 1);
    const { of, silent } = find(row);
    return { of: [...of], silent };
  }
}

const EXAMPLES = [placed(0, 1, 2, 9), placed(0, 1, 3, 9), placed(1, 4, 5, 9), placed(-1, 4, 6, 9), placed(-2, 7, 8)];

test('a question that was written down is as like itself as can be', () => {
  const { of, silent } = closestTo(EXAMPLES, 1, 2, 9).ask();
  expect(of[0]).toBeCloseTo(1, 1);
  expect(of[1]).toBeLessThan(0.3);
  expect(silent).toBeLessThan(0.3);
});

test('a rare feature in common tells more than a frequent one', () => {
  const { of, silent } = closestTo(EXAMPLES, 5, 9).ask();
  expect(of[1]).toBeGreaterThan((of[0] ?? 0) + 0.3);
  expect(of[1]).toBeGreaterThan(silent + 0.3);
});

test('what nothing answers and what asks nothing is silence alike', () => {
  expect(closestTo(EXAMPLES, 6).ask().silent).toBeGreaterThan(0.4);
  expect(closestTo(EXAMPLES, 7, 8).ask().silent).toBeCloseTo(1, 1);
});

test('a feature that no example has makes a question less like all of them', () => {
  const known = closestTo(EXAMPLES, 1, 2).ask().of[0] ?? 0;
  expect(closestTo(EXAMPLES, 1, 2, 4711).ask().of[0]).toBeLessThan(known - 0.1);
});

test('nothing of one question is left when the next is asked', () => {
  const question = fc.array(fc.integer({ min: 1, max: 45 }), { minLength: 1, maxLength: 8 });
  const { find, row } = closestTo(EXAMPLES);
  const ask = (features: readonly number[]) => {
    row.clear();
    for (const feature of features) row.feature(feature, 1);
    const { of, silent } = find(row);
    return [...of, silent];
  };
  fc.assert(
    fc.property(question, question, (first, second) => {
      const alone = ask(second);
      ask(first);
      expect(ask(second)).toEqual(alone);
      for (const likeness of alone) expect(likeness).toBeLessThanOrEqual(1.02);
    }),
  );
});
