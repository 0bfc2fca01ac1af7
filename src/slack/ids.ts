/** Every id that Slack sends back to us. The manifest's must equal these; a test compares them. */
import { COMMAND } from '../core/wording.ts';

export const SLASH_COMMAND = COMMAND;

export const ACTION = {
  /** Posts the statements of an ephemeral answer in the channel. */
  shareAnswer: 'share_answer',
  /** Opens the dialog to ask in. */
  openAsk: 'open_ask',
  /** Opens the digest form; its value is the channel's id, or "here". */
  openDigest: 'open_digest',
  /** Each with the channel's id as its value. */
  pauseDigest: 'pause_digest',
  resumeDigest: 'resume_digest',
  endDigest: 'end_digest',
  /** Opens a topic's statements; its value is the topic's id. Followed by a number. */
  openTopic: 'open_topic',
  /** Opens what the answers rest on. */
  openSources: 'open_sources',
  /** Inputs of the digest form. */
  digestChannel: 'digest_channel',
  digestTime: 'digest_time',
  digestZone: 'digest_zone',
  digestDays: 'digest_days',
  digestCount: 'digest_count',
  /** Opens the dialog that tells where the statements of an answer come from. */
  source: 'source',
  /** Shows statements like those of an answer. */
  more: 'more',
  /** Says whether an answer helped. */
  feedback: 'feedback',
  /** From an answer in a dialog to the dialog that shares it. */
  chooseChannel: 'choose_channel',
  /** Posts the verdict on a message in its thread. */
  shareVerdict: 'share_verdict',
  /** What a dialog's inputs hold, by their action. */
  question: 'question',
  channel: 'channel',
  reason: 'reason',
} as const;

export const BLOCK = {
  answerActions: 'answer_actions',
  digestActions: 'digest_actions',
  feedback: 'answer_feedback',
  shareVerdict: 'share_verdict',
  reason: 'reason',
  question: 'question',
  channel: 'channel',
  homeAsk: 'home_ask',
  homeDigests: 'home_digests',
  homeSources: 'home_sources',
  /** Followed by a number. */
  topics: 'topics',
} as const;

/** Shortcuts of the manifest, by their callback_id. */
export const SHORTCUT = {
  ask: 'ask',
  check: 'check_message',
} as const;

/** Dialogs, by their callback_id. */
export const VIEW = {
  digestForm: 'digest_form',
  ask: 'ask',
  share: 'share',
  source: 'source',
  more: 'more',
  check: 'check',
  feedback: 'feedback',
  notice: 'notice',
  home: 'home',
  topic: 'topic',
  sources: 'sources',
} as const;
