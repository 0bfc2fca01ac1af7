/**
 * What the share button carries: the ids of the statements, and nothing that a person typed. Whoever presses it posts
 * curated statements in the bot's name, and can post nothing else in it.
 */
import type { NonEmpty } from '../core/answer.ts';
import type { Corpus, Statement } from '../core/corpus.ts';

/** As many as an answer holds: with ids of at most 60 characters far below the 2000 of a button's value. */
const MAX_SHARED = 5;

export function formatShareValue(statements: readonly Statement[]): string {
  return statements
    .slice(0, MAX_SHARED)
    .map(({ id }) => id)
    .join(' ');
}

/** `null` where any of the statements is no longer there: half an answer is not what was shared. */
export function readShareValue(value: string, corpus: Corpus): NonEmpty<Statement> | null {
  const found = value
    .split(' ')
    .slice(0, MAX_SHARED)
    .map((id) => corpus.statementById.get(id));
  const statements = found.filter((statement) => statement !== undefined);
  const [first, ...rest] = statements;
  return first === undefined || statements.length < found.length ? null : [first, ...rest];
}
