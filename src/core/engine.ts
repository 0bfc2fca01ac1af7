/** The question answerer over one corpus. */
import MiniSearch from 'minisearch';
import type { Answer, Hit } from './answer.ts';
import type { Corpus } from './corpus.ts';
import type { Verdict } from './reply.ts';

export interface Engine {
  /**
   * Deterministic: equal corpus, question and previous questions give an equal answer.
   * @param previous earlier questions of the same conversation, oldest first
   */
  answer(question: string, previous?: readonly string[]): Answer;
  /** Judges a claim by the statements. */
  check(claim: string): Verdict;
}

export function createEngine(corpus: Corpus): Engine {
  const index = new MiniSearch<{ id: string; text: string; askedAs: string }>({ fields: ['text', 'askedAs'] });
  index.addAll(corpus.statements.map(({ id, text, askedAs }) => ({ id, text, askedAs: askedAs.join('\n') })));
  return {
    answer(question) {
      const hits = index.search(question).flatMap(({ id }): Hit[] => {
        const statement = corpus.statementById.get(id);
        return statement === undefined ? [] : [{ statement, score: 0.5 }];
      });
      const [first, ...rest] = hits;
      if (first === undefined) return { status: 'not_stated', question, silence: { kind: 'not_stated' }, related: [] };
      return { status: 'answered', question, hits: [first, ...rest.slice(0, 2)], premise: null };
    },
    check: () => ({ kind: 'not_stated', related: [] }),
  };
}
