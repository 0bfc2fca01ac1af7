/** Why an answer or a silence was not helpful. */
import type { UnhelpfulReason } from '../../bot/report-ports.ts';
import { ACTION, BLOCK, VIEW } from '../ids.ts';
import { inline, richText, section } from './blocks.ts';
import { type Dialog, dialog, renderNotice } from './dialog.ts';
import type { Rated } from './feedback-actions.ts';
import { choiceInput } from './inputs.ts';

export const FEEDBACK_TITLE = 'Not helpful';

const REASONS: Readonly<Record<Rated['reply'], readonly (readonly [UnhelpfulReason, string])[]>> = {
  answer: [
    ['wrong_statement', 'It is the wrong statement'],
    ['should_be_silent', 'The article does not say this: it should have been silent'],
    ['out_of_date', 'It is out of date'],
    ['other', 'Something else'],
  ],
  silence: [
    ['should_have_answered', 'The article does say this'],
    ['out_of_date', 'It is out of date'],
    ['other', 'Something else'],
  ],
};

/** @param value what the button carried: which statements were shown, and as what */
export function renderFeedbackDialog({ reply }: Rated, value: string): Dialog {
  const why = choiceInput({
    blockId: BLOCK.reason,
    actionId: ACTION.reason,
    label: 'What was wrong?',
    optional: true,
    options: REASONS[reply].map(([id, text]) => ({ value: id, text })),
  });
  return dialog({
    callbackId: VIEW.feedback,
    title: FEEDBACK_TITLE,
    submit: 'Send',
    metadata: value,
    blocks: [richText(section(inline(COUNTED))), why],
  });
}

const COUNTED =
  'Counted as not helpful, without your name, the channel or the question. A reason helps whoever edits the facts.';

export const renderThanks = (): Dialog =>
  renderNotice(FEEDBACK_TITLE, 'Thank you. The reason is counted, without your name.');

/** The reason that was chosen; `null` where none was, or none of ours. */
export function readReason(chosen: string | undefined): UnhelpfulReason | null {
  const known = [...REASONS.answer, ...REASONS.silence].find(([id]) => id === chosen);
  return known?.[0] ?? null;
}
