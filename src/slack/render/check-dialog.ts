/** "Check with Rafah": the verdict on a message, for whoever asked. */
import { outlineReply } from '../../core/outline.ts';
import { describeCut } from '../../core/wording.ts';
import { ACTION, BLOCK, VIEW } from '../ids.ts';
import { answerActions } from './answer-actions.ts';
import { actions, type Block, button, inline, richText, section } from './blocks.ts';
import { type Dialog, dialog } from './dialog.ts';
import { IN_DIALOG, renderParts } from './parts.ts';
import type { CheckedMessage } from './shared.ts';

export const CHECK_TITLE = 'Check with Rafah';

export interface CheckContent extends CheckedMessage {
  /** What came of sharing it, in a sentence, or `null` where that is still to be done. */
  readonly shared: string | null;
  /** What sharing needs to know; see `check-metadata.ts`. */
  readonly metadata: string;
}

/** @param edition of the facts that the verdict was made from */
export function renderCheckDialog({ verdict, cut, shared, metadata }: CheckContent, edition: string): Dialog {
  const share = shared === null ? [actions(BLOCK.shareVerdict, SHARE)] : [sentence(shared)];
  return dialog({
    callbackId: VIEW.check,
    title: CHECK_TITLE,
    metadata,
    blocks: [
      ...(cut === null ? [] : [sentence(describeCut(cut))]),
      ...renderParts(outlineReply(verdict), IN_DIALOG),
      ...share,
      ...answerActions(verdict, 'conversation', edition),
    ],
  });
}

const sentence = (text: string): Block => richText(section(inline(text)));

const SHARE = button({
  actionId: ACTION.shareVerdict,
  text: 'Share in the thread',
  label: 'Share in the thread of the message: everyone there will see this',
  value: 'verdict',
});
