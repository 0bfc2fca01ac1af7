import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitSoftmax, type Row, toShares } from '../../../src/core/learned/fit.ts';

const row = (label: number, ...columns: number[]): Row => ({
  columns: Int32Array.from(columns),
  values: Float64Array.from(columns, () => 1 / Math.sqrt(columns.length)),
  label,
});

/** By weights and bias, the likeliest class. */
function classify({ columns, values }: Row, { weights, bias }: ReturnType<typeof fitSoftmax>): number {
  const scores = [...bias].map((own, at) =>
    columns.reduce((sum, column, index) => sum + (weights[column * bias.length + at] ?? 0) * (values[index] ?? 0), own),
  );
  return scores.indexOf(Math.max(...scores));
}

test('tells classes apart by the features that only one of them has', () => {
  const rows = [row(0, 0, 3), row(0, 0, 4), row(1, 1, 3), row(1, 1, 4), row(2, 2, 3), row(2, 2, 4)];
  const fitted = fitSoftmax(rows, 6, 3);
  expect([row(9, 0, 5), row(9, 1, 5), row(9, 2, 5)].map((each) => classify(each, fitted))).toEqual([0, 1, 2]);
});

test('gives a feature that all classes share no say', () => {
  const rows = [row(0, 0, 2), row(1, 1, 2), row(0, 0, 2), row(1, 1, 2)];
  const { weights } = fitSoftmax(rows, 3, 2);
  expect(Math.abs((weights[4] ?? 0) - (weights[5] ?? 0))).toBeLessThan(
    Math.abs((weights[0] ?? 0) - (weights[1] ?? 0)) / 4,
  );
});

test('is the same each time', () => {
  const rows = Array.from({ length: 40 }, (_, index) => row(index % 4, index % 4, 4 + (index % 7)));
  expect(fitSoftmax(rows, 11, 4)).toEqual(fitSoftmax(rows, 11, 4));
});

test('shares sum up to 1 and keep the order of the scores', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -500, max: 500, noNaN: true }), { minLength: 1 }), (scores) => {
      const shares = Float64Array.from(scores);
      toShares(shares);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
      const most = scores.indexOf(Math.max(...scores));
      expect(Math.max(...shares)).toBe(shares[most]);
    }),
  );
});
