/** Where an answer in a dialog is to be shared. */
import { ACTION, BLOCK, VIEW } from '../ids.ts';
import { type Dialog, dialog } from './dialog.ts';
import { conversationInput } from './inputs.ts';

/** @param value what the button carried: which statements are shared */
export function renderShareDialog(value: string): Dialog {
  const where = conversationInput({
    blockId: BLOCK.channel,
    actionId: ACTION.channel,
    label: 'Channel or conversation',
    hint: 'The statements are posted there, with your name as the one who shared them.',
  });
  return dialog({
    callbackId: VIEW.share,
    title: 'Share',
    submit: 'Share',
    close: 'Back',
    metadata: value,
    blocks: [where],
  });
}
