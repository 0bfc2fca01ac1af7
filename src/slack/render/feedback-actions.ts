/** "Helpful" and "Not helpful" under an answer or a silence, and what they carry. */
import type { Reply } from '../../core/reply.ts';
import { ACTION, BLOCK } from '../ids.ts';
import { type Block, feedback } from './blocks.ts';

/** What somebody found helpful or not: which statements were shown, and as what. Nothing that was typed. */
export interface Rated {
  readonly helpful: boolean;
  readonly reply: 'answer' | 'silence';
  /** Of the facts that it was made from. */
  readonly edition: string;
  /** Of a silence, those that were shown as related. */
  readonly statementIds: readonly string[];
}

/** More than an answer has; keeps the value far below its limit. */
const MAX_STATEMENTS = 10;

/** Without the verdict, which comes first. */
function formatShown({ reply, edition, statementIds }: Omit<Rated, 'helpful'>): string {
  return [reply, edition, ...statementIds.slice(0, MAX_STATEMENTS)].join(' ');
}

/** `null` where the value is none of ours. */
export function readRated(value: string): Rated | null {
  const [verdict, reply, edition, ...statementIds] = value.split(' ');
  if ((verdict !== 'yes' && verdict !== 'no') || (reply !== 'answer' && reply !== 'silence')) return null;
  return edition === undefined ? null : { helpful: verdict === 'yes', reply, edition, statementIds };
}

export function feedbackActions(reply: Reply, edition: string): readonly Block[] {
  const shown = shownIn(reply);
  if (shown === null) return [];
  const rated = formatShown({ ...shown, edition });
  return [
    feedback({
      blockId: BLOCK.feedback,
      actionId: ACTION.feedback,
      helpful: `yes ${rated}`,
      unhelpful: `no ${rated}`,
    }),
  ];
}

/** `null` for what is no answer to a question, and where there was none to answer. */
function shownIn(reply: Reply): Pick<Rated, 'reply' | 'statementIds'> | null {
  switch (reply.kind) {
    case 'answer':
      return { reply: 'answer', statementIds: reply.answer.hits.map(({ statement }) => statement.id) };
    case 'silence':
      if (reply.answer.silence.kind === 'no_question') return null;
      return { reply: 'silence', statementIds: reply.answer.related.map(({ statement }) => statement.id) };
    case 'check':
      return reply.verdict.kind === 'not_stated'
        ? { reply: 'silence', statementIds: reply.verdict.related.map(({ id }) => id) }
        : { reply: 'answer', statementIds: reply.verdict.by.map(({ id }) => id) };
    default:
      return null;
  }
}
