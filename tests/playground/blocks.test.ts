import { describe, expect, it } from 'vitest';
import type { Surface } from '../../src/playground/blocks/layout.ts';
import { textLength, validateBlocks } from '../../src/playground/blocks/validate.ts';
import { validateView } from '../../src/playground/blocks/view.ts';

const x = (length: number) => 'x'.repeat(length);
const many = <Item>(count: number, item: (index: number) => Item) => Array.from({ length: count }, (_, i) => item(i));
const plain = (text: string) => ({ type: 'plain_text', text });
const md = (text: string) => ({ type: 'mrkdwn', text });
const option = (value: string) => ({ text: plain('Option'), value });
const button = (extra: object = {}) => ({ type: 'button', text: plain('Press'), ...extra });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const select = (extra: object) => actions({ type: 'static_select', ...extra });
const input = (element: object, extra: object = {}) => ({ type: 'input', label: plain('Label'), element, ...extra });
const image = (extra: object = {}) => ({
  type: 'image',
  image_url: 'https://example.com/a.png',
  alt_text: 'A',
  ...extra,
});
const rich = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});
const cell = (text: string) => ({ type: 'raw_text', text });
const card = (extra: object = {}) => ({ type: 'card', title: md('Title'), ...extra });

function problems(blocks: readonly unknown[], surface: Surface = 'message'): readonly string[] {
  const checked = validateBlocks(blocks, surface, '/blocks');
  return checked.ok ? [] : checked.problems;
}

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

function confirmation(extra: object): object {
  return { title: plain('T'), text: plain('Sure?'), confirm: plain('Yes'), deny: plain('No'), ...extra };
}

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

describe('what a block must be', () => {
  const wrong: readonly [what: string, block: object, problem: string][] = [
    ['an unknown block', { type: 'marquee' }, 'unsupported type: marquee [json-pointer:/blocks/0/type]'],
    ['no type', { text: plain('a') }, 'missing required field: type [json-pointer:/blocks/0]'],
    [
      'an unknown property',
      { type: 'divider', text: 'a' },
      'invalid additional property: text [json-pointer:/blocks/0]',
    ],
    [
      'empty text',
      { type: 'section', text: md('') },
      'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
    ],
    ['text of another type', { type: 'section', text: 'a' }, 'must provide an object [json-pointer:/blocks/0/text]'],
    ['a number as text', { type: 'markdown', text: 5 }, 'must provide a string [json-pointer:/blocks/0/text]'],
    [
      'a header in mrkdwn',
      { type: 'header', text: md('a') },
      'must be a valid enum value [json-pointer:/blocks/0/text/type]',
    ],
    ['a header without text', { type: 'header' }, 'missing required field: text [json-pointer:/blocks/0]'],
    ['a section without text', { type: 'section' }, 'must define either `text` or `fields` [json-pointer:/blocks/0]'],
    ['no elements', actions(), 'no less than 1 items allowed [json-pointer:/blocks/0/elements]'],
    ['an image as an action', actions(image()), 'unsupported type: image [json-pointer:/blocks/0/elements/0/type]'],
    [
      'an image without alt text',
      { type: 'image', image_url: 'https://example.com' },
      'missing required field: alt_text [json-pointer:/blocks/0]',
    ],
    [
      'a style that is none',
      actions(button({ style: 'loud' })),
      'must be a valid enum value [json-pointer:/blocks/0/elements/0/style]',
    ],
    [
      'a select without options',
      select({}),
      'must define either `options` or `option_groups` [json-pointer:/blocks/0/elements/0]',
    ],
    [
      'an initial option that is none',
      select({ options: [option('a')], initial_option: option('b') }),
      'initial option must be one of the options [json-pointer:/blocks/0/elements/0]',
    ],
    [
      'an icon button without text',
      { type: 'context_actions', elements: [{ type: 'icon_button', icon: 'trash' }] },
      'missing required field: text [json-pointer:/blocks/0/elements/0]',
    ],
    [
      'an empty text in rich text',
      rich(''),
      'must be more than 0 characters [json-pointer:/blocks/0/elements/0/elements/0/text]',
    ],
    [
      'a link without a url',
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'link' }] }] },
      'missing required field: url [json-pointer:/blocks/0/elements/0/elements/0]',
    ],
    [
      'a task card without status',
      { type: 'task_card', task_id: 'a', title: 'b' },
      'missing required field: status [json-pointer:/blocks/0]',
    ],
    [
      'a card of nothing',
      { type: 'card', subtitle: md('a') },
      'must define at least one of `hero_image`, `title`, `actions` or `body` [json-pointer:/blocks/0]',
    ],
  ];

  it.each(wrong)('refuses %s', (_what, block, problem) => {
    expect(problems([block])).toContain(problem);
  });

  it('says first that no kind of text fitted, as Slack does for a section', () => {
    expect(problems([{ type: 'section', text: md(x(3001)) }])).toEqual([
      'failed to match all allowed schemas [json-pointer:/blocks/0/text]',
      'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ]);
  });

  it('refuses the same action_id twice in a block, but not in two blocks', () => {
    const pressed = button({ action_id: 'go' });
    expect(problems([actions(pressed, pressed)])).toEqual([
      'action_id "go" already exists [json-pointer:/blocks/0/elements/1/action_id]',
    ]);
    expect(problems([actions(pressed), actions(pressed)])).toEqual([]);
  });

  it('refuses the same block_id twice', () => {
    const divider = { type: 'divider', block_id: 'line' };
    expect(problems([divider, divider])).toEqual(['block_id "line" already exists [json-pointer:/blocks/1/block_id]']);
  });

  it('keeps to messages what only messages have', () => {
    expect(problems([{ type: 'markdown', text: 'a' }], 'modal')).toEqual([
      'unsupported type: markdown [json-pointer:/blocks/0/type]',
    ]);
  });

  it('fills in the ids that were left out, and only those', () => {
    const checked = validateBlocks(
      [actions(button(), button({ action_id: 'mine' })), { type: 'divider' }],
      'message',
      '',
    );
    expect(checked).toMatchObject({
      ok: true,
      blocks: [
        {
          block_id: expect.stringMatching(/^\w{5}$/),
          elements: [{ action_id: expect.stringMatching(/^\w{5}$/) }, { action_id: 'mine' }],
        },
        { block_id: expect.stringMatching(/^\w{5}$/) },
      ],
    });
  });

  it('takes one of every kind', () => {
    const every = [
      actions(button(), { type: 'users_select' }, { type: 'datepicker', initial_date: '2024-04-01' }),
      { type: 'alert', text: md('a'), level: 'warning' },
      card({ actions: [button()] }),
      { type: 'carousel', elements: [card()] },
      {
        type: 'container',
        rich_text_title: rich('T'),
        child_blocks: [{ type: 'section', text: md('a') }],
        is_collapsible: true,
      },
      { type: 'context', elements: [md('a'), image()] },
      {
        type: 'context_actions',
        elements: [
          {
            type: 'feedback_buttons',
            positive_button: { text: plain('+'), value: 'y' },
            negative_button: { text: plain('-'), value: 'n' },
          },
        ],
      },
      {
        type: 'data_table',
        caption: 'C',
        rows: [[cell('A')], [{ type: 'raw_number', value: 1, text: '1' }]],
        page_size: 10,
      },
      { type: 'divider' },
      { type: 'file', source: 'remote', external_id: 'a' },
      { type: 'header', text: plain('a'), level: 2 },
      image(),
      input({ type: 'plain_text_input', multiline: true }),
      { type: 'markdown', text: '# a' },
      { type: 'plan', title: 'P', tasks: [{ type: 'task_card', task_id: '1', title: 'T', status: 'complete' }] },
      rich('a'),
      { type: 'section', text: plain('a'), accessory: { type: 'overflow', options: [option('a')] }, expand: true },
      { type: 'table', rows: [[rich('a'), cell('b')]], column_settings: [{ align: 'right' }, null] },
      { type: 'task_card', task_id: '1', title: 'T', status: 'pending', details: rich('a') },
      {
        type: 'video',
        video_url: 'https://e.com/v',
        thumbnail_url: 'https://e.com/t',
        alt_text: 'a',
        title: plain('t'),
      },
    ];
    expect(problems(every)).toEqual([]);
  });
});

describe('views', () => {
  const modal = (extra: object = {}) => ({ type: 'modal', title: plain('Title'), blocks: [], ...extra });
  const viewProblems = (view: unknown) => {
    const checked = validateView(view);
    return checked.ok ? [] : checked.problems;
  };

  it.each([
    [
      'title',
      (n: number) => modal({ title: plain(x(n)) }),
      24,
      'must be less than 25 characters [json-pointer:/view/title/text]',
    ],
    [
      'submit',
      (n: number) => modal({ submit: plain(x(n)) }),
      24,
      'must be less than 25 characters [json-pointer:/view/submit/text]',
    ],
    [
      'close',
      (n: number) => modal({ close: plain(x(n)) }),
      24,
      'must be less than 25 characters [json-pointer:/view/close/text]',
    ],
    [
      'private_metadata',
      (n: number) => modal({ private_metadata: x(n) }),
      3000,
      'must be less than 3001 characters [json-pointer:/view/private_metadata]',
    ],
    [
      'callback_id',
      (n: number) => modal({ callback_id: x(n) }),
      255,
      'must be less than 256 characters [json-pointer:/view/callback_id]',
    ],
  ])('take %s at the limit and refuse one more', (_what, view, largest, problem) => {
    expect(viewProblems(view(largest))).toEqual([]);
    expect(viewProblems(view(largest + 1))).toEqual([
      'failed to match all allowed schemas [json-pointer:/view]',
      problem,
    ]);
  });

  it('need a submit button when they have inputs', () => {
    const blocks = [input({ type: 'plain_text_input' })];
    expect(viewProblems(modal({ blocks }))).toContain('missing required field: submit [json-pointer:/view]');
    expect(viewProblems(modal({ blocks, submit: plain('Go') }))).toEqual([]);
  });

  it('start with the initial values of their inputs', () => {
    const time = input({ type: 'timepicker', action_id: 't', initial_time: '09:00' }, { block_id: 'time' });
    const days = input({ type: 'checkboxes', action_id: 'd', options: [option('mon')] }, { block_id: 'days' });
    expect(validateView(modal({ submit: plain('Go'), blocks: [time, days] }))).toMatchObject({
      view: {
        values: {
          time: { t: { type: 'timepicker', selected_time: '09:00' } },
          days: { d: { type: 'checkboxes', selected_options: [] } },
        },
      },
    });
  });
});

it('counts the text of blocks however deep it stands', () => {
  expect(textLength([{ type: 'section', text: md('abc'), fields: [md('de')] }, rich('fgh'), actions(button())])).toBe(
    13,
  );
});
