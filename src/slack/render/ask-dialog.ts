/** "Ask Rafah": a question and its answer in one dialog. */
import { outlineReply } from '../../core/outline.ts';
import type { Reply } from '../../core/reply.ts';
import { MAX_TYPED_LENGTH } from '../../core/request.ts';
import { ACTION, BLOCK, VIEW } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { answerActions } from './answer-actions.ts';
import { divider, inline, richText, section } from './blocks.ts';
import { type Dialog, type DialogContent, dialog } from './dialog.ts';
import { textInput } from './inputs.ts';
import { IN_DIALOG, renderParts } from './parts.ts';

export interface Asked {
  readonly typed: string;
  /** The questions of this dialog so far, oldest first. */
  readonly asked: readonly string[];
}

/** Before anything is asked. */
export function renderAskDialog(): Dialog {
  return askDialog('', 'Ask', []);
}

/** The question stays, to be changed; what follows up on it is understood from it. */
export function renderAnswerDialog({ typed, asked }: Asked, reply: Reply, edition: string): Dialog {
  return askDialog(
    typed,
    'Ask again',
    [divider(), ...renderParts(outlineReply(reply), IN_DIALOG), ...answerActions(reply, 'dialog', edition)],
    writeAsked(asked),
  );
}

/** Where there is no answer but a sentence of our own. */
export function renderAskFailure(question: string, sentence: string): Dialog {
  return askDialog(question, 'Ask again', [divider(), richText(section(inline(sentence)))]);
}

function askDialog(question: string, submit: string, answer: DialogContent['blocks'], metadata = ''): Dialog {
  const input = textInput({
    blockId: BLOCK.question,
    actionId: ACTION.question,
    label: 'Your question',
    hint: 'In plain words, for example: How did the US vote? Only you see the answer.',
    maxLength: MAX_TYPED_LENGTH,
    initial: question,
  });
  return dialog({ callbackId: VIEW.ask, title: 'Ask Rafah Facts', submit, metadata, blocks: [input, ...answer] });
}

/** As many of the latest as a follow-up may lean on and as fit. */
function writeAsked(asked: readonly string[]): string {
  let kept = asked.slice(-MAX_ASKED);
  while (JSON.stringify(kept).length > LIMITS.privateMetadata) kept = kept.slice(1);
  return JSON.stringify(kept);
}

/** As in a thread. */
const MAX_ASKED = 5;

/** The questions that were asked in a dialog, from its metadata; none where it isn't ours. */
export function readAsked(metadata: string): readonly string[] {
  if (metadata === '') return [];
  const value: unknown = JSON.parse(metadata);
  return Array.isArray(value) ? value.filter((question) => typeof question === 'string') : [];
}
