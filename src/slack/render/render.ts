/** A reply as a Slack message. */
import { type Outline, outlineReply } from '../../core/outline.ts';
import { outlineText } from '../../core/plain-text.ts';
import type { Reply } from '../../core/reply.ts';
import { LIMITS } from '../limits.ts';
import { SLACK } from '../spelling.ts';
import { answerActions } from './answer-actions.ts';
import type { Block } from './blocks.ts';
import { digestActions, noticeActions } from './digest-buttons.ts';
import { feedbackActions } from './feedback-actions.ts';
import { renderParts } from './parts.ts';

export interface SlackMessage {
  /** Stands for the blocks in notifications and screen readers; escaped. */
  readonly text: string;
  readonly blocks: Block[];
}

/**
 * Never over Slack's limits, whatever was typed or curated. Nothing in it is markup but the buttons.
 * @param edition of the facts that the reply was made from; without it an answer has no buttons
 */
export function render(reply: Reply, audience: 'asker' | 'conversation', edition?: string): SlackMessage {
  const outline = outlineReply(reply);
  const blocks = renderParts(outline);
  if (edition !== undefined) {
    blocks.push(...answerActions(reply, audience, edition), ...feedbackActions(reply, edition));
  }
  if (reply.kind === 'digest' || reply.kind === 'preview') blocks.push(digestActions());
  const noticed = reply.kind === 'notice' ? noticeActions(reply.notice) : null;
  if (noticed !== null) blocks.push(noticed);
  return { text: renderText(outline), blocks };
}

/** Bytes for who shared it, and how, which may stand before the text. */
const ROOM_BEFORE = 200;

/** Lowered until the escaped text fits; at the last every character could take five bytes or more. */
const TEXT_STEPS = [3000, 2000, 1000, 300];

function renderText(outline: Outline): string {
  let text = '';
  for (const max of TEXT_STEPS) {
    text = outlineText(outline, max, SLACK);
    if (Buffer.byteLength(text) <= LIMITS.textBytes - ROOM_BEFORE) break;
  }
  return text;
}
