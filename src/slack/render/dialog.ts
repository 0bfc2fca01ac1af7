/** A dialog (Slack calls it a modal) within the limits of a view. */
import type { types } from '@slack/bolt';
import { VIEW } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { type Block, inline, plainText, richText, section } from './blocks.ts';

export type Dialog = types.ModalView;

export interface DialogContent {
  readonly callbackId: string;
  readonly title: string;
  readonly blocks: readonly (Block | types.InputBlock)[];
  /** The button that sends the inputs; a dialog with inputs needs one. */
  readonly submit?: string;
  readonly close?: string;
  /** Comes back with every press in the dialog. */
  readonly metadata?: string;
  /** Whether closing it is reported. */
  readonly tellsWhenClosed?: boolean;
}

/** @throws RangeError where metadata or blocks are over Slack's limits: cutting them would change what the dialog does */
export function dialog(content: DialogContent): Dialog {
  const { callbackId, title, blocks, submit, close = 'Close', metadata = '', tellsWhenClosed = false } = content;
  if (metadata.length > LIMITS.privateMetadata)
    throw new RangeError('metadata of a dialog has at most 3000 characters');
  if (blocks.length > LIMITS.viewBlocks) throw new RangeError('a dialog has at most 100 blocks');
  return {
    type: 'modal',
    callback_id: callbackId,
    title: plainText(title, LIMITS.modalTitle),
    blocks: [...blocks],
    ...(submit === undefined ? {} : { submit: plainText(submit, LIMITS.modalButton) }),
    close: plainText(close, LIMITS.modalButton),
    private_metadata: metadata,
    ...(tellsWhenClosed ? { notify_on_close: true } : {}),
  };
}

/** Says one thing, and can only be closed. */
export function renderNotice(title: string, sentence: string): Dialog {
  return dialog({ callbackId: VIEW.notice, title, blocks: [richText(section(inline(sentence)))] });
}
