/** The questions in tests/questions, asked of the engine over the shipped facts. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answer, Hit } from '../../src/core/answer.ts';
import { describeAttribution } from '../../src/core/attribution.ts';
import type { Corpus } from '../../src/core/corpus.ts';
import { createEngine, type Engine } from '../../src/core/engine.ts';
import { loadFacts } from '../../src/facts/load.ts';

export type Kind = 'answerable' | 'unanswerable' | 'premise';

/** A right statement is named by its id, or by its locator and patterns that it must match. */
interface Expected {
  readonly question: string;
  readonly kind: Kind;
  readonly ids?: readonly string[];
  readonly gold?: readonly string[];
  readonly must?: readonly string[];
}

interface Asked extends Expected {
  readonly id: string;
  readonly previous: readonly string[];
}

export interface Tally {
  readonly asked: number;
  /** Percent. */
  readonly first: number;
  readonly firstThree: number;
}

export async function loadShippedFacts(): Promise<{ readonly corpus: Corpus; readonly engine: Engine }> {
  const loaded = await loadFacts(join(import.meta.dirname, '../../facts'));
  if (!loaded.ok) throw new Error('the shipped facts do not load');
  return { corpus: loaded.corpus, engine: createEngine(loaded.corpus) };
}

/** A file of single questions, or of threads; of a thread every question is asked after those before it. */
export async function readQuestions(name: string): Promise<Asked[]> {
  const text = await readFile(join(import.meta.dirname, '../questions', name), 'utf8');
  return text
    .trim()
    .split('\n')
    .flatMap((line): Asked[] => {
      const entry = JSON.parse(line) as (Expected & { id: string }) | { id: string; turns: Expected[] };
      if (!('turns' in entry)) return [{ ...entry, previous: [] }];
      return entry.turns.map((turn, index) => ({
        ...turn,
        id: `${entry.id}.${index + 1}`,
        previous: entry.turns.slice(0, index).map(({ question }) => question),
      }));
    });
}

export function tally(asked: readonly Asked[], engine: Engine): Tally {
  const answers = asked.map((each) => ({ each, answer: engine.answer(each.question, each.previous) }));
  const percent = (count: number) => (100 * count) / asked.length;
  return {
    asked: asked.length,
    first: percent(answers.filter(({ each, answer }) => isRight(each, answer, 1)).length),
    firstThree: percent(answers.filter(({ each, answer }) => isRight(each, answer, 3)).length),
  };
}

function isRight({ kind, ids, gold = [], must = [] }: Expected, answer: Answer, places: number): boolean {
  if (kind === 'unanswerable') return answer.status === 'not_stated';
  if (answer.status === 'not_stated') return false;
  const top = answer.hits.slice(0, places);
  if (ids !== undefined) return top.some(({ statement }) => ids.includes(statement.id));
  const words = top.map(wordsOf).join(' ');
  return (
    top.some(({ statement }) => gold.includes(statement.citation.locator)) &&
    must.every((pattern) => new RegExp(pattern, 'i').test(words))
  );
}

function wordsOf({ statement: { text, quotes, attribution, date } }: Hit): string {
  return [text, ...quotes.map(({ words }) => words), describeAttribution(attribution) ?? '', date?.on ?? ''].join(' ');
}
