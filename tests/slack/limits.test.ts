import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/playground/api/content.ts';
import { Refusal } from '../../src/playground/api/refusal.ts';
import { validateBlocks } from '../../src/playground/blocks/validate.ts';
import { validateView } from '../../src/playground/blocks/view.ts';
import { LIMITS } from '../../src/slack/limits.ts';
import { actions, button, context, feedback, header, inline, plainText } from '../../src/slack/render/blocks.ts';
import { dialog } from '../../src/slack/render/dialog.ts';
import { choiceInput, textInput } from '../../src/slack/render/inputs.ts';
import { newsroom, refusalOf, startSlack } from '../playground/local-slack.ts';

const x = (length: number): string => 'x'.repeat(length);
const plain = (length: number) => ({ type: 'plain_text', text: x(length) });
const list = <T>(length: number, make: (n: number) => T): T[] => Array.from({ length }, (_, n) => make(n));

const press = (extra: object = {}) => ({ type: 'button', action_id: 'a', text: plain(1), ...extra });
const row = (...elements: object[]) => [{ type: 'actions', elements }];
const option = (extra: object = {}) => ({ text: plain(1), value: 'v', ...extra });
const select = (extra: object) => row({ type: 'static_select', action_id: 'a', options: [option()], ...extra });
const confirm = (extra: object) =>
  row(press({ confirm: { title: plain(1), text: plain(1), confirm: plain(1), deny: plain(1), ...extra } }));
const typing = (extra: object = {}, element: object = {}) => [
  { type: 'input', label: plain(1), element: { type: 'plain_text_input', action_id: 'a', ...element }, ...extra },
];
const richText = (...lengths: number[]) =>
  lengths.map((length) => ({
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: x(length) }] }],
  }));

const message = (blocks: readonly object[]): boolean => validateBlocks([...blocks], 'message', '/blocks').ok;
const view = (extra: object, blocks: readonly object[] = []): boolean =>
  validateView({ type: 'modal', title: plain(1), submit: plain(1), blocks, ...extra }).ok;
const accepted = (content: object): boolean => {
  try {
    readContent(content);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
};

type Limit = keyof typeof LIMITS;

/** Whether the workspace takes a content with this number of what the limit counts. */
const takes: { readonly [Name in Exclude<Limit, 'viewBytes' | 'textBytes'>]: (n: number) => boolean } = {
  blocks: (n) => message(list(n, () => ({ type: 'divider' }))),
  blocksText: (n) => accepted({ text: 'a', blocks: richText(3000, 3000, 3000, n - 9000) }),
  headerText: (n) => message([{ type: 'header', text: plain(n) }]),
  contextElements: (n) => message([{ type: 'context', elements: list(n, () => plain(1)) }]),
  contextText: (n) => message([{ type: 'context', elements: [plain(n)] }]),
  richTextElement: (n) => message(richText(n)),
  actionsElements: (n) => message(row(...list(n, (at) => press({ action_id: `a${at}` })))),
  contextActionsElements: (n) =>
    message([
      {
        type: 'context_actions',
        elements: list(n, (at) => ({ type: 'icon_button', action_id: `a${at}`, icon: 'trash', text: plain(1) })),
      },
    ]),
  buttonText: (n) => message(row(press({ text: plain(n) }))),
  buttonValue: (n) => message(row(press({ value: x(n) }))),
  accessibilityLabel: (n) => message(row(press({ accessibility_label: x(n) }))),
  confirmTitle: (n) => message(confirm({ title: plain(n) })),
  confirmText: (n) => message(confirm({ text: plain(n) })),
  confirmButton: (n) => message(confirm({ confirm: plain(n), deny: plain(n) })),
  selectOptions: (n) => message(select({ options: list(n, (at) => option({ value: `${at}` })) })),
  modalTitle: (n) => view({ title: plain(n) }),
  modalButton: (n) => view({ submit: plain(n), close: plain(n) }),
  actionId: (n) => message(row(press({ action_id: x(n) }))),
  blockId: (n) => message([{ type: 'divider', block_id: x(n) }]),
  viewBlocks: (n) =>
    view(
      {},
      list(n, () => ({ type: 'divider' })),
    ),
  privateMetadata: (n) => view({ private_metadata: x(n) }),
  inputLabel: (n) => view({}, typing({ label: plain(n) })),
  inputHint: (n) => view({}, typing({ hint: plain(n) })),
  textInput: (n) => view({}, typing({}, { max_length: n, initial_value: x(n) })),
  placeholder: (n) => view({}, typing({}, { placeholder: plain(n) })),
  radioOptions: (n) =>
    message(row({ type: 'radio_buttons', action_id: 'a', options: list(n, (at) => option({ value: `${at}` })) })),
  optionText: (n) => message(select({ options: [option({ text: plain(n) })] })),
  optionValue: (n) => message(select({ options: [option({ value: x(n) })] })),
};

/** Where Slack documents no number, ours is lower than what is known to pass. */
const OURS: readonly Limit[] = ['richTextElement'];

describe('each of Slack’s numbers', () => {
  it.each(Object.entries(takes))('%s: what is at it is taken, what is over it refused', (name, takesAt) => {
    const limit = LIMITS[name as Limit];
    expect(takesAt(limit)).toBe(true);
    expect(takesAt(limit + 1)).toBe(OURS.includes(name as Limit));
  });

  it('textBytes: a message can be changed to a text at it, and to none over it', async () => {
    const slack = await startSlack();
    const { ts = '' } = await slack.client.chat.postMessage({ channel: newsroom, text: 'a' });
    const change = (text: string) => slack.client.chat.update({ channel: newsroom, ts, text });
    // Bytes, not characters.
    expect((await change('é'.repeat(LIMITS.textBytes / 2))).ok).toBe(true);
    expect(await refusalOf(change(`${'é'.repeat(LIMITS.textBytes / 2)}x`))).toMatchObject({ error: 'msg_too_long' });
  });

  it('viewBytes: a view at it gets as far as its trigger, one over it no further than its size', async () => {
    const slack = await startSlack();
    const padded = (bytes: number) => {
      const blocks = richText(...list(84, () => 2850), 1);
      const of = (length: number) => ({
        type: 'modal',
        title: plain(1),
        blocks: [...blocks.slice(0, -1), ...richText(length)],
      });
      return of(1 + bytes - Buffer.byteLength(JSON.stringify(of(1))));
    };
    const open = (bytes: number) =>
      refusalOf(slack.client.apiCall('views.open', { trigger_id: 'none', view: padded(bytes) }));
    expect(await open(LIMITS.viewBytes)).toMatchObject({ error: 'invalid_trigger_id' });
    expect(await open(LIMITS.viewBytes + 1)).toMatchObject({ error: 'view_too_large' });
  });
});

/** What a builder makes of a text of this length. */
const built: { readonly [Name in Limit]?: (text: string) => string | undefined } = {
  headerText: (text) => header(text).text.text,
  contextText: (text) => plainText(text, LIMITS.contextText).text,
  richTextElement: (text) => inline(text).text,
  buttonText: (text) => button({ actionId: 'a', text, label: 'l', value: 'v' }).text.text,
  accessibilityLabel: (label) => button({ actionId: 'a', text: 't', label, value: 'v' }).accessibility_label,
  confirmTitle: (title) => confirmed({ title }).title?.text,
  confirmText: (text) => confirmed({ text }).text.text,
  confirmButton: (yes) => confirmed({ yes }).confirm?.text,
  modalTitle: (title) => dialog({ callbackId: 'c', title, blocks: [] }).title.text,
  modalButton: (submit) => dialog({ callbackId: 'c', title: 't', submit, blocks: [] }).submit?.text,
  inputLabel: (label) => textInput({ ...INPUT, label }).label.text,
  inputHint: (hint) => textInput({ ...INPUT, hint }).hint?.text,
  optionText: (text) => choice(choiceInput({ ...INPUT, options: [{ value: 'v', text }] })).options[0]?.text.text,
};

const INPUT = { blockId: 'b', actionId: 'a', label: 'Label', maxLength: 5000 };

function confirmed(extra: object) {
  const asked = { title: 't', text: 't', yes: 'y', no: 'n', ...extra };
  const { confirm } = button({ actionId: 'a', text: 't', label: 'l', value: 'v', confirm: asked });
  if (confirm === undefined) throw new Error('no confirmation');
  return confirm;
}

function choice({ element }: ReturnType<typeof choiceInput>) {
  if (element.type !== 'radio_buttons') throw new Error('not a choice');
  return element;
}

describe('our builders', () => {
  it.each(Object.entries(built))(
    '%s: text at the limit stays, text over it ends in an ellipsis at it',
    (name, build) => {
      const limit = LIMITS[name as Limit];
      expect(build(x(limit))).toBe(x(limit));
      expect(build(x(limit + 1))).toBe(`${x(limit - 1)}…`);
    },
  );

  it('cut lists to what Slack takes', () => {
    expect(context(list(11, () => 'a')).elements).toHaveLength(LIMITS.contextElements);
    const options = list(11, (n) => ({ value: `${n}`, text: 'Option' }));
    expect(choice(choiceInput({ ...INPUT, options })).options).toHaveLength(LIMITS.radioOptions);
    const { element } = textInput({ ...INPUT, initial: x(5000) });
    expect(element).toMatchObject({ max_length: LIMITS.textInput, initial_value: `${x(LIMITS.textInput - 1)}…` });
  });

  it('refuse what must not be cut: it would do something else then', () => {
    const make = (value: string) => button({ actionId: 'a', text: 't', label: 'l', value });
    expect(make(x(LIMITS.buttonValue)).value).toHaveLength(LIMITS.buttonValue);
    expect(() => make(x(LIMITS.buttonValue + 1))).toThrow(RangeError);
    const rate = (helpful: string) => feedback({ blockId: 'b', actionId: 'a', helpful, unhelpful: 'n' });
    expect(rate(x(LIMITS.buttonValue)).elements).toHaveLength(1);
    expect(() => rate(x(LIMITS.buttonValue + 1))).toThrow(RangeError);
    const carry = (metadata: string) => dialog({ callbackId: 'c', title: 't', blocks: [], metadata });
    expect(carry(x(LIMITS.privateMetadata)).private_metadata).toHaveLength(LIMITS.privateMetadata);
    expect(() => carry(x(LIMITS.privateMetadata + 1))).toThrow(RangeError);
    const fill = (count: number) => dialog({ callbackId: 'c', title: 't', blocks: list(count, () => actions('a')) });
    expect(fill(LIMITS.viewBlocks).blocks).toHaveLength(LIMITS.viewBlocks);
    expect(() => fill(LIMITS.viewBlocks + 1)).toThrow(RangeError);
  });
});
