import { limits } from '../blocks/limits.ts';
import { textLength, validateBlocks } from '../blocks/validate.ts';
import type { Block } from '../protocol.ts';
import { Refusal } from './refusal.ts';

/** What a message says. */
export interface Content {
  readonly text: string;
  readonly blocks?: readonly Block[];
}

/** `chat.postMessage` cuts longer text off. */
const longestText = 40_000;

/**
 * Text and blocks of a message from an app's arguments.
 *
 * @param blocks An array, a string that isn't JSON, or undefined.
 * @throws Refusal `invalid_blocks_format`, `invalid_blocks`, `msg_blocks_too_long`, `markdown_text_conflict`, `no_text`.
 */
export function readContent(args: {
  readonly text?: string | undefined;
  readonly blocks?: unknown;
  readonly markdown_text?: string | undefined;
}): Content {
  const blocks = readBlocks(args.blocks);
  if (blocks !== undefined && textLength(blocks) > limits.messageBlocksText) throw new Refusal('msg_blocks_too_long');
  const text = (args.text ?? '').slice(0, longestText);
  if (args.markdown_text !== undefined) {
    if (text !== '' || blocks !== undefined) throw new Refusal('markdown_text_conflict');
    if (args.markdown_text.length > limits.markdown) throw new Refusal('msg_too_long');
    return { text: args.markdown_text, ...blocksOf(readBlocks([{ type: 'markdown', text: args.markdown_text }])) };
  }
  if (text === '' && blocks === undefined) throw new Refusal('no_text');
  return { text, ...blocksOf(blocks) };
}

/** Blocks of a message; undefined when there are none. @throws Refusal `invalid_blocks_format`, `invalid_blocks`. */
export function readBlocks(input: unknown): readonly Block[] | undefined {
  if (input === undefined || input === null || input === '') return undefined;
  if (!Array.isArray(input)) throw new Refusal('invalid_blocks_format');
  if (input.length === 0) return undefined;
  const checked = validateBlocks(input, 'message', '/blocks');
  if (!checked.ok) throw Refusal.withMessages('invalid_blocks', checked.problems);
  return checked.blocks;
}

function blocksOf(blocks: readonly Block[] | undefined): { readonly blocks?: readonly Block[] } {
  return blocks === undefined ? {} : { blocks };
}
