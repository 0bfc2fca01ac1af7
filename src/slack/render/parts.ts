/** The parts of a reply as blocks. */
import { onceEach } from '../../core/once-each.ts';
import type { Outline, Part } from '../../core/outline.ts';
import { type Piece, PLAIN, spell } from '../../core/piece.ts';
import type { StatementPart } from '../../core/statement-part.ts';
import { LIMITS } from '../limits.ts';
import {
  type Block,
  bulletList,
  channelMention,
  context,
  date,
  header,
  inline,
  quote,
  richText,
  section,
  userMention,
} from './blocks.ts';

/** How much the parts may take; beside them stand the foot, rows of buttons, and a line that counts what is left out. */
export interface Room {
  readonly blocks: number;
  /** Characters of all texts. */
  readonly text: number;
}

const IN_MESSAGE: Room = { blocks: LIMITS.blocks - 6, text: LIMITS.blocksText - 1200 };

/** Slack limits a view's bytes, not its text; a character is at most three bytes of JSON, or six where it is escaped. */
export const IN_DIALOG: Room = { blocks: LIMITS.viewBlocks - 10, text: 30_000 };

/** Items of one list; a longer list goes on in the next block. */
const ITEMS_PER_LIST = 20;

/** What stands in a list. */
type Item = Extract<Part, { readonly kind: 'item' | 'line' }>;

/**
 * The parts as blocks, then the foot. Parts that would take the message over Slack's limits are left out from the end,
 * and a line says how many; the foot always stays.
 */
export function renderParts({ parts, foot }: Outline, room: Room = IN_MESSAGE): Block[] {
  const shown = fitParts(parts, room);
  const blocks = blocksOf(shown);
  const left = parts.length - shown.length;
  if (left > 0) blocks.push(context([`${left} more not shown.`]));
  if (foot.length > 0) blocks.push(context(foot));
  return blocks;
}

function fitParts(parts: readonly Part[], room: Room): readonly Part[] {
  let text = 0;
  let blocks = 0;
  let items = 0;
  for (const [index, part] of parts.entries()) {
    text += lengthOf(part);
    items = isListed(part) ? items + 1 : 0;
    if (part.kind === 'statement') blocks += 2;
    else if (items % ITEMS_PER_LIST <= 1) blocks += 1;
    if (text > room.text || blocks > room.blocks) {
      return parts.slice(0, index);
    }
  }
  return parts;
}

function lengthOf(part: Part): number {
  switch (part.kind) {
    case 'title':
    case 'label':
    case 'sentence':
      return part.text.length;
    case 'statement':
      return part.text.length + part.origin.length + part.quotes.reduce((sum, { length }) => sum + length, 0);
    case 'item':
      // ": " after the lead, and the line break before the origin.
      return part.lead.length + part.text.length + part.origin.length + 3;
    case 'line':
      return spell(part.pieces, PLAIN).length;
  }
}

/** All of the parts, whatever they take. */
export function blocksOf(parts: readonly Part[]): Block[] {
  const blocks: Block[] = [];
  let list: Item[] = [];
  const endList = (): void => {
    if (list.length > 0) blocks.push(richText(bulletList(list.map(itemSection))));
    list = [];
  };
  for (const part of parts) {
    if (isListed(part)) {
      list.push(part);
      if (list.length === ITEMS_PER_LIST) endList();
    } else {
      endList();
      blocks.push(...blocksOfPart(part));
    }
  }
  endList();
  return blocks;
}

function isListed(part: Part): part is Item {
  return part.kind === 'item' || (part.kind === 'line' && part.bullet);
}

function blocksOfPart(part: Exclude<Part, { kind: 'item' }>): readonly Block[] {
  switch (part.kind) {
    case 'title':
      return [header(part.text)];
    case 'label':
      return [richText(section(inline(part.text, { bold: true })))];
    case 'sentence':
      return [richText(section(inline(part.text)))];
    case 'statement':
      return statementBlocks(part);
    case 'line':
      return [richText(section(...part.pieces.map(pieceElement)))];
  }
}

/** Shared by all messages that show the statement: not to be changed. */
const statementBlocks = onceEach(({ text, quotes, origin }: StatementPart): readonly Block[] => [
  richText(section(inline(text)), ...quotes.map(quote)),
  context([origin]),
]);

function pieceElement(piece: Piece) {
  if (typeof piece === 'string') return inline(piece);
  switch (piece.kind) {
    case 'channel':
      return channelMention(piece.id);
    case 'person':
      return userMention(piece.id);
    case 'instant':
      return date(piece.at, PLAIN.reference(piece));
  }
}

function itemSection(item: Item) {
  if (item.kind === 'line') return section(...item.pieces.map(pieceElement));
  const { lead, text, origin } = item;
  const pieces = [];
  if (lead !== '') pieces.push(inline(lead, { bold: true }));
  if (text !== '') pieces.push(inline(lead === '' ? text : `: ${text}`));
  if (origin !== '') pieces.push(inline(`\n${origin}`, { italic: true }));
  return section(...pieces);
}
