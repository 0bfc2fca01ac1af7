import { describe, expect, it } from 'vitest';
import { isWorthSaying } from '../../src/bot/follow-ups.ts';
import type { Silence } from '../../src/core/answer.ts';
import type { Reply } from '../../src/core/reply.ts';
import { ferryCorpus } from '../core/fixture.ts';

const corpus = ferryCorpus();

function silence(kind: Silence): Reply {
  return {
    kind: 'silence',
    answer: { status: 'not_stated', question: 'q', silence: kind, related: [] },
    asOf: corpus.asOf,
  };
}

function answer(score: number): Reply {
  const hits = [{ statement: corpus.statements[0], score }] as const;
  return { kind: 'answer', answer: { status: 'answered', question: 'q', hits, premise: null } };
}

describe('to a message that was addressed to nobody', () => {
  it('a sure answer to a question is said', () => {
    expect(isWorthSaying(answer(1), 'and the ferry?')).toBe(true);
    expect(isWorthSaying(answer(0.88), 'and the ferry? ')).toBe(true);
    expect(isWorthSaying(answer(0.87), 'and the ferry?')).toBe(false);
    expect(isWorthSaying(answer(1), 'the ferry, then')).toBe(false);
  });

  it.each<Silence>([{ kind: 'not_stated' }, { kind: 'outside' }, { kind: 'unknown_name', names: ['Bob'] }])(
    'that the article is silent is not: $kind',
    (kind) => {
      expect(isWorthSaying(silence(kind), 'lunch with Bob?')).toBe(false);
    },
  );

  it('nor is anything else', () => {
    expect(isWorthSaying({ kind: 'help', articles: corpus.articles, asOf: corpus.asOf }, 'help?')).toBe(false);
  });
});
