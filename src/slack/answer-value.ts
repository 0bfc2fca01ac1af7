/**
 * What the buttons under an answer carry: the edition it was made from and the ids of its statements, and nothing that
 * a person typed. Whoever presses one posts curated statements in the bot's name, and can post nothing else in it. So
 * they work on old messages, after a restart and after the facts changed.
 */
import type { NonEmpty } from '../core/answer.ts';
import type { Statement } from '../core/corpus.ts';
import type { AnswerReference } from '../core/request.ts';

/** With ids of at most 60 characters below the 2000 of a button's value; an answer has five, a verdict may have more. */
const MAX_STATEMENTS = 30;

/** @param from how many of those like them were shown already */
export function referTo(edition: string, [first, ...rest]: NonEmpty<Statement>, from = 0): AnswerReference {
  return { edition, from, ids: [first.id, ...rest.slice(0, MAX_STATEMENTS - 1).map(({ id }) => id)] };
}

export function formatAnswerValue({ edition, ids, from }: AnswerReference): string {
  return `${edition}:${from}:${ids.join(' ')}`;
}

/** `null` where the value is none of ours. */
export function readAnswerValue(value: string): AnswerReference | null {
  const [, edition, from, list] = /^([^:]*):(\d{1,6}):(.+)$/.exec(value) ?? [];
  const [first, ...rest] = (list ?? '').split(' ').filter((id) => id !== '');
  if (edition === undefined || first === undefined) return null;
  return { edition, from: Number(from), ids: [first, ...rest] };
}
