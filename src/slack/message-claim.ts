/** What a message claims, read from its text as Slack sent it. */
import { MAX_TYPED_LENGTH } from '../core/request.ts';
import { cleanTyped } from '../core/typed-text.ts';
import { unescapeText } from './escape.ts';

export type MessageClaim =
  | {
      readonly kind: 'claim';
      /** Plain words, at most as long as is read; within it no line breaks, marks or invisible characters. */
      readonly text: string;
      /** In characters, where the message says more than is read; else `null`. */
      readonly cut: { readonly read: number; readonly of: number } | null;
    }
  /** Nothing to check: a file, an emoji, a mention alone. */
  | { readonly kind: 'empty' };

/** Each line is taken as a sentence of its own; links and mentions as in a question. Never throws. */
export function readClaim(text: string): MessageClaim {
  const whole = cleanTyped(endLines(removeMarks(unescapeText(text))));
  if (!/[\p{L}\p{N}]/u.test(whole)) return { kind: 'empty' };
  const read = whole.slice(0, endOf(whole));
  return { kind: 'claim', text: read, cut: read === whole ? null : { read: read.length, of: whole.length } };
}

/** Emoji by name, quotation marks of lines, bullets, and the marks of bold, italic, struck and code, not inside words. */
function removeMarks(text: string): string {
  return text
    .replace(/:[+\-a-z][\w+-]*:/g, ' ')
    .replace(/^[ \t]*(?:[>•◦▪]+[ \t]*)+/gmu, '')
    .replace(/(?<![\p{L}\p{N}])[*_~`]+|[*_~`]+(?![\p{L}\p{N}])/gu, '');
}

function endLines(text: string): string {
  return text.replace(/([\p{L}\p{N}”"')\]])[ \t]*\n+/gu, '$1. ');
}

/** After the last sentence, else the last word, that is read in full. */
function endOf(text: string): number {
  if (text.length <= MAX_TYPED_LENGTH) return text.length;
  const start = text.slice(0, MAX_TYPED_LENGTH);
  const sentence = Math.max(...['. ', '! ', '? '].map((end) => start.lastIndexOf(end)));
  if (sentence > 0) return sentence + 1;
  const word = start.lastIndexOf(' ');
  return word > 0 ? word : MAX_TYPED_LENGTH;
}
