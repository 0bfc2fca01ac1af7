/** The blocks we use, each kept within Slack's limits. No text here is markup: none can ping or link. */
import type { types } from '@slack/bolt';
import { truncate } from '../../core/typed-text.ts';
import { LIMITS } from '../limits.ts';

export type Block =
  | types.HeaderBlock
  | types.RichTextBlock
  | types.ContextBlock
  | types.ActionsBlock
  | types.ContextActionsBlock
  | types.DividerBlock;

type Section = types.RichTextSection;
type Inline = types.RichTextElement;

export function header(text: string): types.HeaderBlock {
  return { type: 'header', text: plainText(text, LIMITS.headerText) };
}

/** Small text under what it belongs to; at most ten lines are kept. */
export function context(lines: readonly string[]): types.ContextBlock {
  return {
    type: 'context',
    elements: lines.slice(0, LIMITS.contextElements).map((line) => plainText(line, LIMITS.contextText)),
  };
}

export function richText(...elements: types.RichTextBlockElement[]): types.RichTextBlock {
  return { type: 'rich_text', elements };
}

export function section(...elements: Inline[]): Section {
  return { type: 'rich_text_section', elements };
}

export function quote(text: string): types.RichTextQuote {
  return { type: 'rich_text_quote', elements: [inline(text)] };
}

export function bulletList(items: readonly Section[]): types.RichTextList {
  return { type: 'rich_text_list', style: 'bullet', elements: [...items] };
}

/** Beside a line that joins its items, as a quotation has it. */
export function linedList(items: readonly Section[]): types.RichTextList {
  return { ...bulletList(items), border: 1 };
}

/** Slack refuses an empty text element; a space stands for nothing. */
export function inline(text: string, style?: { readonly bold?: true; readonly italic?: true }): types.RichTextText {
  const kept = truncate(text === '' ? ' ' : text, LIMITS.richTextElement);
  return style === undefined ? { type: 'text', text: kept } : { type: 'text', text: kept, style };
}

/** By its name, to those who may see it; it pings nobody. */
export function channelMention(channelId: string): types.RichTextChannelMention {
  return { type: 'channel', channel_id: channelId };
}

/**
 * An instant in each reader's own time zone.
 * @param at epoch seconds
 * @param fallback for a reader whose Slack can't show it
 */
export function date(at: number, fallback: string): types.RichTextDate {
  return { type: 'date', timestamp: at, format: DATE_FORMAT, fallback };
}

/** Slack's own tokens: "Apr 3, 2024 at 9:00 AM", or "tomorrow at …", by each reader’s settings. */
export const DATE_FORMAT = '{date_short_pretty} at {time}';

export function userMention(userId: string): types.RichTextUserMention {
  return { type: 'user', user_id: userId };
}

export interface ButtonFace {
  readonly actionId: string;
  readonly text: string;
  /** Read out instead of the text. */
  readonly label: string;
}

export interface ButtonOptions extends ButtonFace {
  /** What comes back when it is pressed. Never text that a person typed. */
  readonly value: string;
  /** Asked before it takes effect. */
  readonly confirm?: Confirm;
}

export interface Confirm {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
}

export interface FeedbackOptions {
  readonly blockId: string;
  readonly actionId: string;
  /** What each carries; as of a button. */
  readonly helpful: string;
  readonly unhelpful: string;
}

/** Slack's own pair of buttons under an answer, in words for those who hear them. @throws RangeError as `button` */
export function feedback({ blockId, actionId, helpful, unhelpful }: FeedbackOptions): types.ContextActionsBlock {
  const choice = (text: string, label: string, value: string) => {
    if (value.length > LIMITS.buttonValue) throw new RangeError('the value of a button has at most 2000 characters');
    return { text: plainText(text, LIMITS.buttonText), accessibility_label: label, value };
  };
  return {
    type: 'context_actions',
    block_id: blockId,
    elements: [
      {
        type: 'feedback_buttons',
        action_id: actionId,
        positive_button: choice('Helpful', 'Helpful: counted, without your name', helpful),
        negative_button: choice('Not helpful', 'Not helpful: asks why, without your name', unhelpful),
      },
    ],
  };
}

/** @throws RangeError where the value is over Slack's limit: cutting it would change what the button does */
export function button({ confirm, value, ...face }: ButtonOptions): types.Button {
  const made = buttonWith(face)(value);
  return confirm === undefined ? made : { ...made, confirm: confirmation(confirm) };
}

/** @param does what pressing it does: said after its text to who doesn't see the page */
export function describedButton(actionId: string, text: string, does: string, value: string): types.Button {
  return button({ actionId, text, label: `${text}: ${does}`, value });
}

/** The same button again and again, with another value each time. Its maker throws as `button` does. */
export function buttonWith({ actionId, text, label }: ButtonFace): (value: string) => types.Button {
  const face: types.Button = {
    type: 'button',
    action_id: actionId,
    text: plainText(text, LIMITS.buttonText),
    accessibility_label: truncate(label, LIMITS.accessibilityLabel),
  };
  return (value) => {
    if (value.length > LIMITS.buttonValue) throw new RangeError('the value of a button has at most 2000 characters');
    return { ...face, value };
  };
}

function confirmation({ title, text, yes, no }: Confirm): types.ConfirmationDialog {
  return {
    title: plainText(title, LIMITS.confirmTitle),
    text: plainText(text, LIMITS.confirmText),
    confirm: plainText(yes, LIMITS.confirmButton),
    deny: plainText(no, LIMITS.confirmButton),
  };
}

export function actions(blockId: string, ...elements: types.Button[]): types.ActionsBlock {
  return { type: 'actions', block_id: blockId, elements };
}

export function divider(): types.DividerBlock {
  return { type: 'divider' };
}

export function plainText(text: string, max: number): types.PlainTextElement {
  return { type: 'plain_text', text: truncate(text === '' ? ' ' : text, max), emoji: false };
}
