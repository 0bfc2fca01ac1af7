import type { Surface } from '../../src/playground/blocks/layout.ts';
import { validateBlocks } from '../../src/playground/blocks/validate.ts';

export const x = (length: number) => 'x'.repeat(length);
export const many = <Item>(count: number, item: (index: number) => Item) =>
  Array.from({ length: count }, (_, i) => item(i));
export const plain = (text: string) => ({ type: 'plain_text', text });
export const md = (text: string) => ({ type: 'mrkdwn', text });
export const option = (value: string) => ({ text: plain('Option'), value });
export const button = (extra: object = {}) => ({ type: 'button', text: plain('Press'), ...extra });
export const actions = (...elements: object[]) => ({ type: 'actions', elements });
export const select = (extra: object) => actions({ type: 'static_select', ...extra });
export const input = (element: object, extra: object = {}) => ({
  type: 'input',
  label: plain('Label'),
  element,
  ...extra,
});
export const image = (extra: object = {}) => ({
  type: 'image',
  image_url: 'https://example.com/a.png',
  alt_text: 'A',
  ...extra,
});
export const rich = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});
export const cell = (text: string) => ({ type: 'raw_text', text });
export const card = (extra: object = {}) => ({ type: 'card', title: md('Title'), ...extra });

export function problems(blocks: readonly unknown[], surface: Surface = 'message'): readonly string[] {
  const checked = validateBlocks(blocks, surface, '/blocks');
  return checked.ok ? [] : checked.problems;
}

export function confirmation(extra: object): object {
  return { title: plain('T'), text: plain('Sure?'), confirm: plain('Yes'), deny: plain('No'), ...extra };
}
