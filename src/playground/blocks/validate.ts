import type { Block } from '../protocol.ts';
import { newSecret } from '../workspace/ids.ts';
import { blocksOf, type Surface } from './layout.ts';
import { limits } from './limits.ts';
import { slackWords } from './wording.ts';

/** `problems` are in Slack's words, each with its JSON pointer. */
export type Checked = { readonly ok: true; readonly blocks: readonly Block[] } | Refused;
export interface Refused {
  readonly ok: false;
  readonly problems: readonly string[];
}

/** An interactive element of a block, wherever in the block it stands. */
export interface Element {
  readonly type: string;
  readonly action_id: string;
  readonly [key: string]: unknown;
}

type Json = Record<string, unknown>;

/**
 * Validates blocks as Slack does: every property, every limit, ids that must not repeat. Ids that the app left out
 * are filled in.
 *
 * @param root JSON pointer of the array in the request: `/blocks` or `/view/blocks`.
 */
export function validateBlocks(input: readonly unknown[], surface: Surface, root: string): Checked {
  const result = blocksOf[surface].safeParse(input);
  if (!result.success) {
    return { ok: false, problems: result.error.issues.flatMap((issue) => slackWords(issue, input, root)) };
  }
  const problems = [
    ...repeatedIds(input as Json[], root),
    ...(surface === 'message' ? onlyOncePerMessage(input as Json[], root) : []),
  ];
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, blocks: input.map((block) => withIds(block as Json)) };
}

/** All characters of text in the blocks, as `msg_blocks_too_long` seems to count them: every string called `text`. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textLength(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, item]) => sum + (key === 'text' && typeof item === 'string' ? item.length : textLength(item)),
    0,
  );
}

/** The interactive elements of a block, in order, those of nested blocks included. */
export function elementsOf(block: Block): { readonly blockId: string; readonly element: Element }[] {
  return slotsOf(block).flatMap(({ owner, element }) => {
    const { action_id } = element;
    if (typeof action_id !== 'string' || typeof element['type'] !== 'string') return [];
    return [{ blockId: String(owner['block_id']), element: { ...element, type: element['type'], action_id } }];
  });
}

const interactiveHolders = { section: 'accessory', input: 'element' } as const;
const interactiveLists = { actions: 'elements', context_actions: 'elements', card: 'actions' } as const;
const nestedLists = { container: 'child_blocks', carousel: 'elements', plan: 'tasks' } as const;

function slotsOf(block: Json): { readonly owner: Json; readonly element: Json; readonly pointer: string }[] {
  const type = String(block['type']);
  const one = block[interactiveHolders[type as keyof typeof interactiveHolders] ?? ''] as Json | undefined;
  if (one !== undefined) {
    return one['type'] === 'image'
      ? []
      : [{ owner: block, element: one, pointer: type === 'input' ? '/element' : '/accessory' }];
  }
  const listKey = interactiveLists[type as keyof typeof interactiveLists];
  const list = (block[listKey ?? ''] ?? []) as Json[];
  const nestedKey = nestedLists[type as keyof typeof nestedLists];
  const nested = (block[nestedKey ?? ''] ?? []) as Json[];
  return [
    ...list.map((element, index) => ({ owner: block, element, pointer: `/${listKey}/${index}` })),
    ...nested.flatMap((child, index) =>
      slotsOf(child).map((slot) => ({ ...slot, pointer: `/${nestedKey}/${index}${slot.pointer}` })),
    ),
  ];
}

function repeatedIds(blocks: readonly Json[], root: string): string[] {
  const problems: string[] = [];
  const blockIds = new Set<unknown>();
  for (const [index, block] of blocks.entries()) {
    const { block_id } = block;
    if (block_id !== undefined && blockIds.has(block_id)) {
      problems.push(`block_id "${String(block_id)}" already exists [json-pointer:${root}/${index}/block_id]`);
    }
    blockIds.add(block_id);
    const seen = new Map<Json, Set<unknown>>();
    for (const { owner, element, pointer } of slotsOf(block)) {
      const ids = seen.get(owner) ?? new Set();
      const { action_id } = element;
      if (action_id !== undefined && ids.has(action_id)) {
        const at = `[json-pointer:${root}/${index}${pointer}/action_id]`;
        problems.push(`action_id "${String(action_id)}" already exists ${at}`);
      }
      seen.set(owner, ids.add(action_id));
    }
  }
  return problems;
}

function onlyOncePerMessage(blocks: readonly Json[], root: string): string[] {
  const tables = blocks.flatMap((block, index) => (block['type'] === 'table' ? [index] : []));
  const markdown = blocks.reduce((sum, b) => sum + (b['type'] === 'markdown' ? String(b['text']).length : 0), 0);
  return [
    ...tables.slice(1).map((index) => `only one table is allowed [json-pointer:${root}/${index}]`),
    ...(markdown > limits.markdown
      ? [`must be less than ${limits.markdown + 1} characters [json-pointer:${root}]`]
      : []),
  ];
}

const generatedId = () => newSecret(3).slice(0, 5);

function withIds(block: Json): Block {
  const copy = structuredClone(block);
  for (const { owner, element } of slotsOf(copy)) {
    owner['block_id'] ??= generatedId();
    element['action_id'] ??= generatedId();
  }
  return { ...copy, type: String(copy['type']), block_id: String(copy['block_id'] ?? generatedId()) };
}
