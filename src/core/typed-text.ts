/** Text that a person typed, made fit to be shown back to them. */

/** Long enough to recognise what one typed; an answer stays an answer. */
export const MAX_ECHO_LENGTH = 200;

/**
 * Typed text in quotation marks: one line, no control or direction-changing characters (which could make a terminal or
 * a reader show something else than what is there), at most `max` characters. Escaping is each surface's own business.
 */
export function quoteTyped(typed: string, max = MAX_ECHO_LENGTH): string {
  return `“${truncate(cleanTyped(typed), max)}”`;
}

/** Typed text in one line, without control, direction-changing and broken characters. */
export function cleanTyped(typed: string): string {
  return typed.replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim();
}

/** Control and format characters (bidirectional overrides, zero-width marks), lone surrogates, line separators. */
const INVISIBLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/gu;

/**
 * At most `max` UTF-16 code units (what Slack counts), the last of them "…" where something was cut.
 * Never cuts inside what a reader sees as one character.
 */
export function truncate(text: string, max: number): string {
  if (text.length <= max) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    if (kept.length + segment.length > max - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}
