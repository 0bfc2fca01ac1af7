import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Corpus, Statement } from '../../../src/core/corpus.ts';
import { composeDigest, type DigestPlan, nameContent, turnOn } from '../../../src/core/digest/compose.ts';
import { addDays, weekdayOf, weekdays } from '../../../src/core/digest/days.ts';
import { hashText } from '../../../src/core/digest/hash.ts';
import { ferryCorpus } from '../fixture.ts';

const ferry = ferryCorpus();
const [pattern] = ferry.statements;

/** A corpus of statements that differ in their id and text only. */
function corpusOf(ids: readonly string[]): Corpus {
  return withStatements(ids.map((id) => ({ ...pattern, id, text: `Statement ${id}.` })));
}

function withStatements([first, ...rest]: readonly Statement[]): Corpus {
  if (first === undefined) throw new Error('a corpus has statements');
  return { ...ferry, statements: [first, ...rest] };
}

const ids = (count: number) => Array.from({ length: count }, (_, i) => `statement-${i}`);

const plan: DigestPlan = {
  teamId: 'T1',
  channelId: 'C1',
  days: [...weekdays],
  count: 3,
  turn: { from: '2024-04-02', after: null },
};

const anyPlan = fc.record({
  teamId: fc.constant('T1'),
  channelId: fc.string({ minLength: 1, maxLength: 9 }),
  days: fc.subarray([...weekdays], { minLength: 1 }),
  count: fc.integer({ min: 1, max: 5 }),
  turn: fc.record({ from: fc.constant('2024-04-02'), after: fc.option(fc.constantFrom(...ids(40), 'gone')) }),
});

/** The first days, from `from` on, on which the plan posts. */
function postingDays({ days }: DigestPlan, from: string, count: number): string[] {
  const all = Array.from({ length: count * 7 }, (_, i) => addDays(from, i));
  return all.filter((day) => days.includes(weekdayOf(day))).slice(0, count);
}

function shown(corpus: Corpus, own: DigestPlan, days: readonly string[]): string[][] {
  return days.map((day) => composeDigest(corpus, own, day).statements.map(({ id }) => id));
}

describe('a digest', () => {
  test('holds the number of statements asked for, in reading order, or all where there are fewer', () => {
    const corpus = corpusOf(ids(20));
    const order = corpus.statements.map(({ id }) => id);
    for (const digest of shown(corpus, plan, postingDays(plan, '2024-04-02', 10))) {
      expect(digest).toHaveLength(3);
      expect(digest).toEqual(order.filter((id) => digest.includes(id)));
    }
    expect(composeDigest(corpusOf(ids(2)), { ...plan, count: 5 }, '2024-04-02').statements).toHaveLength(2);
  });

  test('repeats nothing until every statement had its turn, from one day to the next for ever', () => {
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: 5, max: 40 }), (own, size) => {
        const corpus = corpusOf(ids(size));
        const digests = shown(corpus, own, postingDays(own, '2024-04-02', 3 * size));
        const last = new Map<string, number>();
        digests.forEach((digest, i) => {
          for (const id of digest) {
            // Between two showings of a statement all others were shown: whole digests of `count` in between.
            const before = last.get(id);
            if (before !== undefined) expect((i - before + 1) * own.count).toBeGreaterThanOrEqual(size);
            last.set(id, i);
          }
        });
        expect(last.size).toBe(size);
        expect(new Set(digests.slice(0, Math.floor(size / own.count)).flat()).size).toBe(
          Math.floor(size / own.count) * own.count,
        );
      }),
    );
  });

  test('is the same however often, and however the corpus was put together', () => {
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: 0, max: 500 }), (own, n) => {
        const day = addDays('2024-04-02', n);
        const corpus = corpusOf(ids(30));
        expect(JSON.stringify(composeDigest(corpusOf(ids(30)), own, day))).toBe(
          JSON.stringify(composeDigest(corpus, own, day)),
        );
        const shuffled = withStatements([...corpus.statements].reverse());
        const set = (from: Corpus) =>
          composeDigest(from, own, day)
            .statements.map(({ id }) => id)
            .sort();
        expect(set(shuffled)).toEqual(set(corpus));
      }),
    );
  });

  test('comes in another order in another channel', () => {
    const corpus = corpusOf(ids(40));
    const orders = ['C1', 'C2', 'C3', 'C4'].map((channelId) =>
      JSON.stringify(shown(corpus, { ...plan, channelId }, postingDays(plan, '2024-04-02', 5))),
    );
    expect(new Set(orders).size).toBe(4);
  });

  test('goes on without repetition or gap when days or number change', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, fc.integer({ min: 1, max: 10 }), (old, next, posts) => {
        const corpus = corpusOf(ids(40));
        const days = postingDays(old, '2024-04-02', posts);
        const change = addDays(days.at(-1) ?? '', 1);
        const changed = { ...old, days: next.days, count: next.count, turn: turnOn(corpus, old, change) };
        const before = shown(corpus, old, days).flat();
        const left = Math.max(0, Math.floor((40 - before.length) / next.count));
        const after = shown(corpus, changed, postingDays(changed, change, left)).flat();
        expect(new Set([...before.slice(0, 40), ...after]).size).toBe(Math.min(before.length, 40) + after.length);
      }),
    );
  });

  test('is the same whether the turn was moved on day by day or never', () => {
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (own, moved, later) => {
        const corpus = corpusOf(ids(23));
        const at = addDays('2024-04-02', moved);
        const day = addDays(at, later);
        expect(composeDigest(corpus, { ...own, turn: turnOn(corpus, own, at) }, day)).toEqual(
          composeDigest(corpus, own, day),
        );
      }),
    );
  });

  test('takes in a statement that is added where its turn is, and moves nothing else', () => {
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: 8, max: 40 }), (own, size) => {
        const days = postingDays(own, '2024-04-02', Math.floor(size / own.count));
        const before = ringOf(corpusOf(ids(size)), own, days);
        const after = ringOf(corpusOf([...ids(size), 'added']), own, days);
        const same = after.filter((id) => id !== 'added');
        expect(same).toEqual(before.slice(0, same.length));
      }),
    );
  });

  test('misses nothing but a statement that is removed', () => {
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: 0, max: 29 }), (own, gone) => {
        const days = postingDays(own, '2024-04-02', Math.floor(29 / own.count));
        const before = ringOf(corpusOf(ids(30)), own, days).filter((id) => id !== `statement-${gone}`);
        const after = ringOf(corpusOf(ids(30).filter((_, i) => i !== gone)), own, days);
        expect(after.slice(0, before.length)).toEqual(before);
      }),
    );
  });

  test('goes on behind the last statement shown, also when that one is removed', () => {
    const corpus = corpusOf(ids(20));
    const turn = turnOn(corpus, plan, '2024-04-05');
    const without = corpusOf(ids(20).filter((id) => id !== turn.after));
    const [next] = shown(without, { ...plan, turn }, ['2024-04-05']);
    expect(next).toEqual(shown(corpus, plan, ['2024-04-05'])[0]);
  });

  test('has one quote from a statement that it does not show, and none where there is no other', () => {
    const days = postingDays(plan, '2024-04-02', 8);
    const one = { ...plan, count: 1 };
    const quotes = days
      .map((day) => composeDigest(ferry, one, day))
      .map(({ quote, statements }) => {
        expect(statements).not.toContain(quote?.statement);
        return quote?.quote.words;
      });
    expect(new Set(quotes)).toEqual(new Set(['a lifeline', 'past repair']));
    expect(composeDigest(ferry, { ...plan, count: 5 }, '2024-04-02').quote).toBeNull();
  });
});

/** The order of showing, one statement after the other. */
function ringOf(corpus: Corpus, own: DigestPlan, days: readonly string[]): string[] {
  const one = { ...own, count: 1 };
  const singles = postingDays(one, days[0] ?? '', days.length * own.count);
  return shown(corpus, one, singles).flat();
}

describe("a content's name", () => {
  const day = '2024-04-02';
  const name = (corpus: Corpus) => nameContent(composeDigest(corpus, { ...plan, count: 2 }, day));
  const edit = (change: (statement: Statement) => Statement) => withStatements(ferry.statements.map(change));

  test('changes with what people would read', () => {
    expect(name(edit((statement) => ({ ...statement, text: `${statement.text} Indeed.` })))).not.toBe(name(ferry));
    expect(name(edit((statement) => ({ ...statement, attribution: { kind: 'article' } })))).not.toBe(name(ferry));
    expect(name({ ...ferry, asOf: '2023-05-03' })).not.toBe(name(ferry));
  });

  test('stays when only what people type was edited, or a statement of another day', () => {
    expect(name(edit((statement) => ({ ...statement, askedAs: ['Anything?'], corrects: [] })))).toBe(name(ferry));
    const many = corpusOf(ids(20));
    const today = composeDigest(many, plan, day);
    const elsewhere = many.statements.map((statement) =>
      today.statements.includes(statement) ? statement : { ...statement, text: 'Edited.' },
    );
    expect(nameContent({ ...composeDigest(withStatements(elsewhere), plan, day), quote: null })).toBe(
      nameContent({ ...today, quote: null }),
    );
  });
});

describe('the hash', () => {
  test('does not change from one release to the next: orders and names rest on it', () => {
    expect(['', 'a', 'T1 C1 us-abstained'].map(hashText)).toMatchInlineSnapshot(`
      [
        1900113584618507,
        4073398967775667,
        6645647553423859,
      ]
    `);
  });

  test('keeps a hundred thousand texts apart, and spreads them evenly', () => {
    const hashes = Array.from({ length: 100_000 }, (_, i) => hashText(`T1 C${i}`));
    expect(new Set(hashes).size).toBe(hashes.length);
    const buckets = Array.from({ length: 16 }, () => 0);
    for (const hash of hashes) buckets[Math.floor(hash / 2 ** 49)] = (buckets[Math.floor(hash / 2 ** 49)] ?? 0) + 1;
    for (const size of buckets) expect(Math.abs(size - 6250)).toBeLessThan(400);
  });
});
