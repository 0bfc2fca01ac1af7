/** What dialogs ask for, each with its label, within Slack's limits. */
import type { types } from '@slack/bolt';
import { truncate } from '../../core/typed-text.ts';
import { LIMITS } from '../limits.ts';
import { plainText } from './blocks.ts';

interface InputOptions {
  readonly blockId: string;
  readonly actionId: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
}

function input(
  { blockId, label, hint, optional }: InputOptions,
  element: types.InputBlock['element'],
): types.InputBlock {
  return {
    type: 'input',
    block_id: blockId,
    label: plainText(label, LIMITS.inputLabel),
    element,
    ...(hint === undefined ? {} : { hint: plainText(hint, LIMITS.inputHint) }),
    ...(optional === true ? { optional: true } : {}),
  };
}

export interface TextInputOptions extends InputOptions {
  /** At most 3000. */
  readonly maxLength: number;
  readonly initial?: string;
}

/** One line: the enter key sends it. */
export function textInput(options: TextInputOptions): types.InputBlock {
  const { actionId, initial = '', maxLength } = options;
  const max = Math.min(maxLength, LIMITS.textInput);
  return input(options, {
    type: 'plain_text_input',
    action_id: actionId,
    max_length: max,
    ...(initial === '' ? {} : { initial_value: truncate(initial, max) }),
  });
}

/**
 * A channel or conversation that the person can write in, at first the one they have in front of them. Sending the
 * dialog brings an address to answer at, good for where the app is no member, too.
 */
export function conversationInput(options: InputOptions): types.InputBlock {
  return input(options, {
    type: 'conversations_select',
    action_id: options.actionId,
    default_to_current_conversation: true,
    response_url_enabled: true,
  });
}

export interface ChoiceInputOptions extends InputOptions {
  /** At most ten. */
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

/** One of a few, all in sight. */
export function choiceInput({ options, ...rest }: ChoiceInputOptions): types.InputBlock {
  return input(rest, {
    type: 'radio_buttons',
    action_id: rest.actionId,
    options: options.slice(0, LIMITS.radioOptions).map(({ value, text }) => ({
      value,
      text: plainText(text, LIMITS.optionText),
    })),
  });
}
