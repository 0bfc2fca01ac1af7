/** The buttons under an answer: few, and the same wherever they stand. */
import type { types } from '@slack/bolt';
import type { Statement } from '../../core/corpus.ts';
import type { Reply } from '../../core/reply.ts';
import { formatAnswerValue, referTo } from '../answer-value.ts';
import { ACTION, BLOCK } from '../ids.ts';
import { actions, type Block, buttonWith } from './blocks.ts';

/**
 * Who sees the reply. 'asker': only the person who asked, in a message; 'dialog': only they, in a dialog;
 * 'conversation': everyone there.
 */
export type Audience = 'asker' | 'dialog' | 'conversation';

/** @param edition of the facts that the reply was made from */
export function answerActions(reply: Reply, audience: Audience, edition: string): readonly Block[] {
  const [first, ...rest] = shownStatements(reply);
  if (first === undefined) return [];
  const value = formatAnswerValue(referTo(edition, [first, ...rest]));
  const source = SOURCE(value);
  if (audience === 'conversation') return [actions(BLOCK.answerActions, source)];
  return [actions(BLOCK.answerActions, SHARE[audience](value), ...moreButton(reply, edition, value), source)];
}

const SOURCE = buttonWith({
  actionId: ACTION.source,
  text: 'Source',
  label: 'Source: who says so, the place in the article, quotes and dates',
});

const MORE = buttonWith({
  actionId: ACTION.more,
  text: 'More like this',
  label: 'More like this: other statements on the same, not an answer',
});

const SHARE = {
  asker: buttonWith({
    actionId: ACTION.shareAnswer,
    text: 'Share in channel',
    label: 'Share in channel: everyone here will see this answer',
  }),
  dialog: buttonWith({
    actionId: ACTION.chooseChannel,
    text: 'Share',
    label: 'Share: choose a channel in which everyone will see this answer',
  }),
} as const;

/** Under statements that were themselves asked for as more, it goes on from them. */
function moreButton(reply: Reply, edition: string, value: string): readonly types.Button[] {
  if (reply.kind !== 'more') return [MORE(value)];
  return reply.left === 0 ? [] : [MORE(formatAnswerValue(referTo(edition, reply.to, reply.until)))];
}

/** The statements that a reply answers with, and that can be shared; empty where it lists or is silent. */
function shownStatements(reply: Reply): readonly Statement[] {
  switch (reply.kind) {
    case 'answer':
      return reply.answer.hits.map(({ statement }) => statement);
    case 'statement':
      return [reply.statement];
    case 'more':
      return reply.statements;
    case 'check':
      return reply.verdict.kind === 'not_stated' ? [] : reply.verdict.by;
    case 'corrected':
      return ['answer', 'statement', 'shared'].includes(reply.corrected.frame.kind) ? reply.corrected.statements : [];
    case 'silence':
    case 'help':
    case 'people':
    case 'timeline':
    case 'quotes':
    case 'topics':
    case 'topic':
    case 'sources':
    case 'source':
    case 'digest':
    case 'preview':
    case 'notice':
    case 'greeting':
    case 'follow_ups':
    case 'hint':
      return [];
  }
}
