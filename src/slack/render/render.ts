/** A reply as a Slack message. */
import type { Statement } from '../../core/corpus.ts';
import { outlineReply } from '../../core/outline.ts';
import { replyText } from '../../core/plain-text.ts';
import type { Reply } from '../../core/reply.ts';
import { ACTION, BLOCK } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { formatShareValue } from '../share-value.ts';
import { SLACK } from '../spelling.ts';
import { actions, type Block, button } from './blocks.ts';
import { digestActions, noticeActions } from './digest-buttons.ts';
import { renderParts } from './parts.ts';

export interface SlackMessage {
  /** Stands for the blocks in notifications and screen readers; escaped. */
  readonly text: string;
  readonly blocks: Block[];
}

/**
 * Never over Slack's limits, whatever was typed or curated. Nothing in it is markup but the button.
 * @param audience 'asker': only the person who asked sees it, and may share it in the channel
 */
export function render(reply: Reply, audience: 'asker' | 'conversation'): SlackMessage {
  const blocks = renderParts(outlineReply(reply));
  const statements = audience === 'asker' ? shareableStatements(reply) : [];
  if (statements.length > 0) blocks.push(shareActions(statements));
  if (reply.kind === 'digest' || reply.kind === 'preview') blocks.push(digestActions());
  const noticed = reply.kind === 'notice' ? noticeActions(reply.notice) : null;
  if (noticed !== null) blocks.push(noticed);
  return { text: renderText(reply), blocks };
}

/** Lowered until the escaped text fits; at the last every character could take five bytes or more. */
const TEXT_STEPS = [3000, 2000, 1000, 300];

function renderText(reply: Reply): string {
  let text = '';
  for (const max of TEXT_STEPS) {
    text = replyText(reply, max, SLACK);
    if (Buffer.byteLength(text) <= LIMITS.textBytes) break;
  }
  return text;
}

/** The statements that a reply answers with, and that can be shared; empty where it lists or is silent. */
function shareableStatements(reply: Reply): readonly Statement[] {
  switch (reply.kind) {
    case 'answer':
      return reply.answer.hits.map(({ statement }) => statement);
    case 'statement':
      return [reply.statement];
    case 'check':
      return reply.verdict.kind === 'not_stated' ? [] : reply.verdict.by;
    case 'silence':
    case 'help':
    case 'people':
    case 'timeline':
    case 'quotes':
    case 'topics':
    case 'topic':
    case 'sources':
    case 'digest':
    case 'preview':
    case 'notice':
    case 'greeting':
    case 'hint':
      return [];
  }
}

function shareActions(statements: readonly Statement[]): Block {
  return actions(
    BLOCK.answerActions,
    button({
      actionId: ACTION.shareAnswer,
      text: 'Share in channel',
      label: 'Share in channel: everyone here will see this answer',
      value: formatShareValue(statements),
    }),
  );
}
