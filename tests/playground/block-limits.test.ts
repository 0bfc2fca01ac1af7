import { describe, expect, it } from 'vitest';

import {
  actions,
  button,
  card,
  cell,
  confirmation,
  image,
  input,
  many,
  md,
  option,
  plain,
  problems,
  select,
  x,
} from './sample-blocks.ts';

/** A block that grows, its largest size, and what Slack says one beyond. */
const edges: readonly [what: string, block: (size: number) => object, largest: number, beyond: string][] = [
  ['section text', (n) => ({ type: 'section', text: md(x(n)) }), 3000, '/text/text must be less than 3001 characters'],
  [
    'section fields',
    (n) => ({ type: 'section', fields: many(n, () => md('a')) }),
    10,
    '/fields no more than 10 items allowed',
  ],
  [
    'field text',
    (n) => ({ type: 'section', fields: [md(x(n))] }),
    2000,
    '/fields/0/text must be less than 2001 characters',
  ],
  ['header', (n) => ({ type: 'header', text: plain(x(n)) }), 150, '/text/text must be less than 151 characters'],
  [
    'context elements',
    (n) => ({ type: 'context', elements: many(n, () => md('a')) }),
    10,
    '/elements no more than 10 items allowed',
  ],
  ['actions elements', (n) => actions(...many(n, () => button())), 25, '/elements no more than 25 items allowed'],
  [
    'button text',
    (n) => actions(button({ text: plain(x(n)) })),
    75,
    '/elements/0/text/text must be less than 76 characters',
  ],
  [
    'button value',
    (n) => actions(button({ value: x(n) })),
    2000,
    '/elements/0/value must be less than 2001 characters',
  ],
  ['button url', (n) => actions(button({ url: x(n) })), 3000, '/elements/0/url must be less than 3001 characters'],
  [
    'accessibility label',
    (n) => actions(button({ accessibility_label: x(n) })),
    75,
    '/elements/0/accessibility_label must be less than 76 characters',
  ],
  [
    'action_id',
    (n) => actions(button({ action_id: x(n) })),
    255,
    '/elements/0/action_id must be less than 256 characters',
  ],
  ['block_id', (n) => ({ type: 'divider', block_id: x(n) }), 255, '/block_id must be less than 256 characters'],
  [
    'overflow options',
    (n) => actions({ type: 'overflow', options: many(n, (i) => option(`${i}`)) }),
    5,
    '/elements/0/options no more than 5 items allowed',
  ],
  [
    'checkboxes',
    (n) => actions({ type: 'checkboxes', options: many(n, (i) => option(`${i}`)) }),
    10,
    '/elements/0/options no more than 10 items allowed',
  ],
  [
    'radio buttons',
    (n) => actions({ type: 'radio_buttons', options: many(n, (i) => option(`${i}`)) }),
    10,
    '/elements/0/options no more than 10 items allowed',
  ],
  [
    'select options',
    (n) => select({ options: many(n, (i) => option(`${i}`)) }),
    100,
    '/elements/0/options no more than 100 items allowed',
  ],
  [
    'option groups',
    (n) => select({ option_groups: many(n, () => ({ label: plain('G'), options: [option('a')] })) }),
    100,
    '/elements/0/option_groups no more than 100 items allowed',
  ],
  [
    'option text',
    (n) => select({ options: [{ text: plain(x(n)), value: 'a' }] }),
    75,
    '/elements/0/options/0/text/text must be less than 76 characters',
  ],
  [
    'option value',
    (n) => select({ options: [option(x(n))] }),
    75,
    '/elements/0/options/0/value must be less than 76 characters',
  ],
  [
    'option description',
    (n) => select({ options: [{ ...option('a'), description: plain(x(n)) }] }),
    75,
    '/elements/0/options/0/description/text must be less than 76 characters',
  ],
  [
    'placeholder',
    (n) => select({ options: [option('a')], placeholder: plain(x(n)) }),
    150,
    '/elements/0/placeholder/text must be less than 151 characters',
  ],
  [
    'confirm title',
    (n) => actions(button({ confirm: confirmation({ title: plain(x(n)) }) })),
    100,
    '/elements/0/confirm/title/text must be less than 101 characters',
  ],
  [
    'confirm text',
    (n) => actions(button({ confirm: confirmation({ text: plain(x(n)) }) })),
    300,
    '/elements/0/confirm/text/text must be less than 301 characters',
  ],
  [
    'confirm button',
    (n) => actions(button({ confirm: confirmation({ confirm: plain(x(n)) }) })),
    30,
    '/elements/0/confirm/confirm/text must be less than 31 characters',
  ],
  [
    'input label',
    (n) => input({ type: 'plain_text_input' }, { label: plain(x(n)) }),
    2000,
    '/label/text must be less than 2001 characters',
  ],
  [
    'input hint',
    (n) => input({ type: 'plain_text_input' }, { hint: plain(x(n)) }),
    2000,
    '/hint/text must be less than 2001 characters',
  ],
  [
    'input max_length',
    (n) => input({ type: 'plain_text_input', max_length: n }),
    3000,
    '/element/max_length must be less than 3001',
  ],
  ['alt text', (n) => image({ alt_text: x(n) }), 2000, '/alt_text must be less than 2001 characters'],
  ['image title', (n) => image({ title: plain(x(n)) }), 2000, '/title/text must be less than 2001 characters'],
  ['markdown', (n) => ({ type: 'markdown', text: x(n) }), 12_000, '/text must be less than 12001 characters'],
  [
    'table rows',
    (n) => ({ type: 'table', rows: many(n, () => [cell('a')]) }),
    100,
    '/rows no more than 100 items allowed',
  ],
  [
    'table columns',
    (n) => ({ type: 'table', rows: [many(n, () => cell('a'))] }),
    20,
    '/rows/0 no more than 20 items allowed',
  ],
  [
    'data table rows',
    (n) => ({ type: 'data_table', caption: 'C', rows: many(n, () => [cell('a')]) }),
    101,
    '/rows no more than 101 items allowed',
  ],
  ['card title', (n) => card({ title: md(x(n)) }), 150, '/title/text must be less than 151 characters'],
  ['card body', (n) => card({ body: md(x(n)) }), 200, '/body/text must be less than 201 characters'],
  [
    'carousel cards',
    (n) => ({ type: 'carousel', elements: many(n, () => card()) }),
    10,
    '/elements no more than 10 items allowed',
  ],
  [
    'container blocks',
    (n) => ({ type: 'container', title: plain('T'), child_blocks: many(n, () => ({ type: 'divider' })) }),
    10,
    '/child_blocks no more than 10 items allowed',
  ],
  [
    'container title',
    (n) => ({ type: 'container', title: plain(x(n)), child_blocks: [{ type: 'divider' }] }),
    150,
    '/title/text must be less than 151 characters',
  ],
  [
    'context actions',
    (n) => ({
      type: 'context_actions',
      elements: many(n, () => ({ type: 'icon_button', icon: 'trash', text: plain('T') })),
    }),
    5,
    '/elements no more than 5 items allowed',
  ],
  [
    'list indent',
    (n) => ({ type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', indent: n, elements: [] }] }),
    8,
    '/elements/0/indent must be less than 9',
  ],
];

describe('limits of Block Kit', () => {
  it.each(edges)('takes %s at the limit and refuses one more', (_what, block, largest, beyond) => {
    expect(problems([block(largest)])).toEqual([]);
    const [pointer, ...words] = beyond.split(' ');
    expect(problems([block(largest + 1)])).toContain(`${words.join(' ')} [json-pointer:/blocks/0${pointer}]`);
  });

  it('takes 50 blocks in a message and 100 in a dialog', () => {
    const dividers = (count: number) => many(count, () => ({ type: 'divider' }));
    expect(problems(dividers(50))).toEqual([]);
    expect(problems(dividers(51))).toEqual(['no more than 50 items allowed [json-pointer:/blocks]']);
    expect(problems(dividers(100), 'modal')).toEqual([]);
    expect(problems(dividers(101), 'home')).toEqual(['no more than 100 items allowed [json-pointer:/blocks]']);
  });

  it('takes one table in a message, and 12,000 characters of markdown', () => {
    const table = { type: 'table', rows: [[cell('a')]] };
    expect(problems([table, table])).toEqual(['only one table is allowed [json-pointer:/blocks/1]']);
    const markdown = (length: number) => ({ type: 'markdown', text: x(length) });
    expect(problems([markdown(6000), markdown(6000)])).toEqual([]);
    expect(problems([markdown(6000), markdown(6001)])).toEqual([
      'must be less than 12001 characters [json-pointer:/blocks]',
    ]);
  });
});
