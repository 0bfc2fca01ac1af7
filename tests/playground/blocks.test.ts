import { describe, expect, it } from 'vitest';
import { textLength, validateBlocks } from '../../src/playground/blocks/validate.ts';

import {
  actions,
  button,
  card,
  cell,
  image,
  input,
  md,
  option,
  plain,
  problems,
  rich,
  select,
  x,
} from './sample-blocks.ts';

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

it('counts the text of blocks however deep it stands', () => {
  expect(textLength([{ type: 'section', text: md('abc'), fields: [md('de')] }, rich('fgh'), actions(button())])).toBe(
    13,
  );
});
