/** A reply as plain text: for the terminal, for notifications and for screen readers. */
import { onceEach } from './once-each.ts';
import { type Outline, outlineReply, type Part } from './outline.ts';
import { PLAIN, type Spelling, spell } from './piece.ts';
import type { Reply } from './reply.ts';
import type { StatementPart } from './statement-part.ts';
import { truncate } from './typed-text.ts';

/**
 * Everything the reply says, its as-of date in the last line. Typed text in it has no control characters, and is not
 * escaped for any markup.
 * @param max where given, at least 300: parts that don't fit are left out from the end and counted ("3 more not shown."),
 *   so that a list is never cut inside a line; the last line always stays
 * @param spelling how the surface writes words and references; `max` counts what it writes
 */
export function replyText(reply: Reply, max = Number.POSITIVE_INFINITY, spelling = PLAIN): string {
  return outlineText(outlineReply(reply), max, spelling);
}

/** The same for a reply that is outlined already. */
export function outlineText({ parts, foot }: Outline, max: number, spelling: Spelling): string {
  const end = foot.map((line) => `\n${spelling.words(line)}`).join('');
  const blocks = parts.map((part) => partText(part, spelling));
  const whole = blocks.join('\n') + end;
  if (whole.length <= max) return whole.trim();
  const room = max - end.length - LEFT_OUT_ROOM;
  const kept: string[] = [];
  let length = 0;
  for (const block of blocks) {
    if (length + block.length + 1 > room) break;
    kept.push(block);
    length += block.length + 1;
  }
  // Cut before it is spelled: markup has no middle.
  const [first] = parts;
  if (kept.length === 0) {
    return (first === undefined ? '' : spelling.words(truncate(partText(first, PLAIN), room))) + end;
  }
  return `${kept.join('\n').trimStart()}\n${blocks.length - kept.length} more not shown.${end}`;
}

/** "99999 more not shown." and its line break. */
const LEFT_OUT_ROOM = 24;

function partText(part: Part, spelling: Spelling): string {
  const { words } = spelling;
  switch (part.kind) {
    case 'title':
    case 'sentence':
      return words(part.text);
    case 'label':
      return `\n${words(part.text)}`;
    case 'statement':
      return statementText(spelling)(part);
    case 'item':
      return words(itemText(part.lead, part.text, part.origin));
    case 'line':
      return (part.bullet ? '- ' : '') + spell(part.pieces, spelling);
  }
}

const statementText = onceEach(({ words }: Spelling) =>
  onceEach(({ text, quotes, origin }: StatementPart) => words([text, ...quotes, indent(origin)].join('\n'))),
);

function itemText(lead: string, text: string, origin: string): string {
  const line = [lead, text].filter((piece) => piece !== '').join(': ');
  return origin === '' ? `- ${line}` : `- ${line}\n${indent(origin)}`;
}

function indent(line: string): string {
  return `  ${line}`;
}
