/** The blocks we use, each kept within Slack's limits. No text here is markup: none can ping or link. */
import type { types } from '@slack/bolt';
import { truncate } from '../../core/typed-text.ts';
import { LIMITS } from '../limits.ts';

export type Block =
  | types.HeaderBlock
  | types.RichTextBlock
  | types.ContextBlock
  | types.ActionsBlock
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

/** Slack refuses an empty text element; a space stands for nothing. */
export function inline(text: string, style?: { readonly bold?: true; readonly italic?: true }): types.RichTextText {
  const kept = truncate(text === '' ? ' ' : text, LIMITS.richTextElement);
  return style === undefined ? { type: 'text', text: kept } : { type: 'text', text: kept, style };
}

export function userMention(userId: string): types.RichTextUserMention {
  return { type: 'user', user_id: userId };
}

export interface ButtonOptions {
  readonly actionId: string;
  readonly text: string;
  /** Read out instead of the text. */
  readonly label: string;
  /** What comes back when it is pressed. Never text that a person typed. */
  readonly value: string;
}

/** @throws RangeError where the value is over Slack's limit: cutting it would change what the button does */
export function button({ actionId, text, label, value }: ButtonOptions): types.Button {
  if (value.length > LIMITS.buttonValue) throw new RangeError('the value of a button has at most 2000 characters');
  return {
    type: 'button',
    action_id: actionId,
    text: plainText(text, LIMITS.buttonText),
    accessibility_label: truncate(label, LIMITS.accessibilityLabel),
    value,
  };
}

export function actions(blockId: string, ...elements: types.Button[]): types.ActionsBlock {
  return { type: 'actions', block_id: blockId, elements };
}

function plainText(text: string, max: number): types.PlainTextElement {
  return { type: 'plain_text', text: truncate(text === '' ? ' ' : text, max), emoji: false };
}
