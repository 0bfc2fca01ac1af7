/** Every id that Slack sends back to us. The manifest's must equal these; a test compares them. */
import { COMMAND } from '../core/wording.ts';

export const SLASH_COMMAND = COMMAND;

export const ACTION = {
  /** Posts the statements of an ephemeral answer in the channel. */
  shareAnswer: 'share_answer',
} as const;

export const BLOCK = {
  answerActions: 'answer_actions',
} as const;
