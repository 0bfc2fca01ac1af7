/** A reply to a press, in a dialog of its own. */
import { outlineReply } from '../../core/outline.ts';
import type { Reply } from '../../core/reply.ts';
import { VIEW } from '../ids.ts';
import { answerActions } from './answer-actions.ts';
import { type Dialog, dialog } from './dialog.ts';
import { IN_DIALOG, renderParts } from './parts.ts';

const TITLES = {
  [VIEW.source]: 'Source',
  [VIEW.more]: 'More like this',
  [VIEW.topic]: 'Topic',
  [VIEW.sources]: 'Sources and method',
} as const;

/** @param edition of the facts that the reply was made from */
export function renderReplyDialog(callbackId: keyof typeof TITLES, reply: Reply, edition: string): Dialog {
  const blocks = [...renderParts(outlineReply(reply), IN_DIALOG), ...answerActions(reply, 'dialog', edition)];
  return dialog({ callbackId, title: TITLES[callbackId], blocks });
}
