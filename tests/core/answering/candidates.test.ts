import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCandidates, indexCandidates } from '../../../src/core/answering/candidates.ts';

describe('the candidates for a question', () => {
  const everywhere = 1;
  const candidates = createCandidates(
    indexCandidates(Array.from({ length: 60 }, (_, place) => [everywhere, 100 + place, place < 5 ? 2 : 3])),
  );

  it('hold its rarest terms', () => {
    expect(candidates.find([everywhere, 142])).toContain(42);
    expect(new Set(candidates.find([2])).size).toBe(5);
  });

  it('are those of its common terms where it has no rarer ones', () => {
    expect(candidates.find([everywhere])).toHaveLength(60);
  });

  it('are no more than 200, whatever is asked', () => {
    const many = indexCandidates(Array.from({ length: 300 }, (_, place) => [everywhere, 1000 + place]));
    const found = createCandidates(many).find([everywhere, 1299]);
    expect(found).toHaveLength(200);
    expect(found[0]).toBe(299);
    expect(createCandidates(structuredClone(many)).find([everywhere, 1299])).toEqual(found);
  });

  it('are none for terms that no statement holds, or for none', () => {
    expect(candidates.find([9999])).toEqual([]);
    expect(candidates.find([])).toEqual([]);
  });

  it('are the same in whatever order, and however often, the terms come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 160 }), { maxLength: 12 }), (terms) => {
        const found = new Set(candidates.find(terms));
        expect(new Set(candidates.find([...terms, ...terms].reverse()))).toEqual(found);
        expect([...found].every((place) => place >= 0 && place < 60)).toBe(true);
      }),
    );
  });
});
