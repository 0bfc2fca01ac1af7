/** Top-level text as Slack reads it: words made inert, references in its own markup. */
import { PLAIN, type Reference, type Spelling } from '../core/piece.ts';
import { escapeText, unlinkText } from './escape.ts';
import { DATE_FORMAT } from './render/blocks.ts';

export const SLACK: Spelling = {
  words: (text) => escapeText(unlinkText(text)),
  reference: markUp,
};

/** An id that is none of Slack's stays inert: markup is made of nothing else. */
function markUp(reference: Reference): string {
  if (reference.kind !== 'instant' && !/^[A-Z][A-Z0-9]+$/.test(reference.id)) {
    return escapeText(unlinkText(PLAIN.reference(reference)));
  }
  switch (reference.kind) {
    case 'channel':
      return `<#${reference.id}>`;
    case 'person':
      return `<@${reference.id}>`;
    case 'instant':
      return `<!date^${Math.trunc(reference.at)}^${DATE_FORMAT}|${PLAIN.reference(reference)}>`;
  }
}
