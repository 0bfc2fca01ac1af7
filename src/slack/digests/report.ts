/** A notice as a modal: what a form became. */
import type { types } from '@slack/bolt';
import type { Notice } from '../../core/digest/notice.ts';
import { LIMITS } from '../limits.ts';
import { plainText } from '../render/blocks.ts';
import { render } from '../render/render.ts';

export function buildReport(notice: Notice): types.ModalView {
  return {
    type: 'modal',
    title: plainText('Daily digest', LIMITS.modalTitle),
    close: plainText('Close', LIMITS.modalTitle),
    blocks: render({ kind: 'notice', notice }, 'asker').blocks,
  };
}

/** While Slack takes its time. */
export function buildWaiting(): types.ModalView {
  return {
    type: 'modal',
    title: plainText('Daily digest', LIMITS.modalTitle),
    close: plainText('Close', LIMITS.modalTitle),
    blocks: [{ type: 'section', text: plainText(WAITING, 300) }],
  };
}

const WAITING = 'Asking Slack whether this app may post there. This takes a moment.';
