/** Every id that Slack sends back to us. The manifest's must equal these; a test compares them. */
import { COMMAND } from '../core/wording.ts';

export const SLASH_COMMAND = COMMAND;

export const ACTION = {
  /** Posts the statements of an ephemeral answer in the channel. */
  shareAnswer: 'share_answer',
  /** Opens the digest form; its value is the channel's id, or "here". */
  openDigest: 'open_digest',
  /** Each with the channel's id as its value. */
  pauseDigest: 'pause_digest',
  resumeDigest: 'resume_digest',
  endDigest: 'end_digest',
  /** Inputs of the digest form. */
  digestChannel: 'digest_channel',
  digestTime: 'digest_time',
  digestZone: 'digest_zone',
  digestDays: 'digest_days',
  digestCount: 'digest_count',
} as const;

export const BLOCK = {
  answerActions: 'answer_actions',
  digestActions: 'digest_actions',
} as const;

export const VIEW = {
  digestForm: 'digest_form',
} as const;
