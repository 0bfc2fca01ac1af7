import { describe, expect, it } from 'vitest';
import { listSimilar } from '../../src/core/similar.ts';
import { ferryCorpus } from './fixture.ts';

const corpus = ferryCorpus();
const idsLike = (...ids: string[]): string[] => {
  const [first, ...rest] = corpus.statements.filter(({ id }) => ids.includes(id));
  if (first === undefined) throw new Error('no such statement');
  return listSimilar(corpus, [first, ...rest]).map(({ id }) => id);
};

describe('statements like others', () => {
  it('come closest first: a shared speaker of few statements before a topic that all share', () => {
    expect(idsLike('fares-double')[0]).toBe('lane-wrote-report');
    expect(idsLike('moss-calls-ferry-lifeline')[0]).toBe('talks-start');
  });

  it('keep reading order where they are equally close', () => {
    expect(idsLike('lane-wrote-report')).toEqual(['fares-double', 'talks-start', 'moss-calls-ferry-lifeline']);
  });

  it('never hold the given ones, nor what shares nothing with them', () => {
    expect(idsLike('talks-start', 'fares-double')).not.toContain('talks-start');
    const [statement] = corpus.statements;
    const alone = { ...statement, id: 'alone', entities: [], topics: [], attribution: { kind: 'article' } as const };
    expect(listSimilar({ ...corpus, statements: [...corpus.statements, alone] }, [statement])).not.toContain(alone);
    expect(listSimilar(corpus, [alone])).toEqual([]);
  });

  it('are the same however often and in whatever order they are asked for', () => {
    const [a, b, ...rest] = corpus.statements;
    if (b === undefined) throw new Error('the fixture has four');
    expect(listSimilar(corpus, [b, a, ...rest])).toEqual(listSimilar(corpus, [a, b, ...rest]));
    expect(listSimilar(corpus, [b, a])).toEqual(listSimilar(corpus, [a, b]));
  });
});
