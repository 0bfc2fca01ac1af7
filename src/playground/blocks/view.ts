import * as z from 'zod';
import type { Block, ElementState, FormValues } from '../protocol.ts';
import type { ViewDraft } from '../workspace/views.ts';
import { plainText } from './composition.ts';
import { limits } from './limits.ts';
import { type Element, elementsOf, type Refused, validateBlocks } from './validate.ts';
import { slackWords } from './wording.ts';

const shared = {
  blocks: z.array(z.unknown()),
  callback_id: z.string().max(limits.id).optional(),
  private_metadata: z.string().max(limits.privateMetadata).optional(),
  external_id: z.string().max(limits.id).optional(),
};

const viewSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('modal'),
    ...shared,
    title: plainText(limits.modalTitle),
    submit: plainText(limits.modalButton).nullish(),
    close: plainText(limits.modalButton).nullish(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('home'),
    ...shared,
    title: plainText(limits.modalTitle).nullish(),
    submit: z.null().optional(),
    close: z.null().optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
  }),
]);

export type CheckedView = { readonly ok: true; readonly view: ViewDraft } | Refused;

/** Validates a view as `views.open`, `views.publish` and `response_action` take it. Problems in Slack's words. */
export function validateView(input: unknown): CheckedView {
  const parsed = viewSchema.safeParse(input);
  if (!parsed.success) return refused(parsed.error.issues.flatMap((issue) => slackWords(issue, input, '/view')));
  const { type, callback_id = '', private_metadata = '', external_id = '', ...rest } = parsed.data;
  const checked = validateBlocks(rest.blocks, type, '/view/blocks');
  if (!checked.ok) return refused(checked.problems);
  const { blocks } = checked;
  if (type === 'modal' && !rest.submit && blocks.some((block) => block.type === 'input')) {
    return refused(['missing required field: submit [json-pointer:/view]']);
  }
  const { title, submit = null, close = null, clear_on_close = false, notify_on_close = false } = rest;
  return {
    ok: true,
    view: {
      type,
      blocks,
      values: initialValues(blocks),
      callback_id,
      private_metadata,
      external_id,
      ...(title && { title }),
      submit,
      close,
      clear_on_close,
      notify_on_close,
    },
  };
}

function refused(problems: readonly string[]): Refused {
  return { ok: false, problems: ['failed to match all allowed schemas [json-pointer:/view]', ...problems] };
}

/** What the inputs of some blocks hold before anyone touched them. Buttons hold nothing and are left out. */
export function initialValues(blocks: readonly Block[]): FormValues {
  const values: Record<string, Record<string, ElementState>> = {};
  for (const { blockId, element } of blocks.flatMap(elementsOf)) {
    const state = initialState(element);
    if (state === undefined) continue;
    const block = values[blockId] ?? {};
    values[blockId] = { ...block, [element.action_id]: state };
  }
  return values;
}

/** For each element type, the key of its state and the key of its initial value. */
const stateKeys: Readonly<Record<string, readonly [key: string, initial: string, empty: unknown]>> = {
  plain_text_input: ['value', 'initial_value', null],
  email_text_input: ['value', 'initial_value', null],
  url_text_input: ['value', 'initial_value', null],
  number_input: ['value', 'initial_value', null],
  rich_text_input: ['rich_text_value', 'initial_value', null],
  static_select: ['selected_option', 'initial_option', null],
  external_select: ['selected_option', 'initial_option', null],
  radio_buttons: ['selected_option', 'initial_option', null],
  checkboxes: ['selected_options', 'initial_options', []],
  multi_static_select: ['selected_options', 'initial_options', []],
  multi_external_select: ['selected_options', 'initial_options', []],
  users_select: ['selected_user', 'initial_user', null],
  multi_users_select: ['selected_users', 'initial_users', []],
  channels_select: ['selected_channel', 'initial_channel', null],
  multi_channels_select: ['selected_channels', 'initial_channels', []],
  conversations_select: ['selected_conversation', 'initial_conversation', null],
  multi_conversations_select: ['selected_conversations', 'initial_conversations', []],
  datepicker: ['selected_date', 'initial_date', null],
  timepicker: ['selected_time', 'initial_time', null],
  datetimepicker: ['selected_date_time', 'initial_date_time', null],
  file_input: ['files', 'files', []],
};

/** The key under which an element of this type keeps its state; undefined for those that keep none. */
export function stateKey(type: string): string | undefined {
  return stateKeys[type]?.[0];
}

function initialState(element: Element): ElementState | undefined {
  const keys = stateKeys[element.type];
  if (keys === undefined) return undefined;
  const [key, initial, empty] = keys;
  return { type: element.type, [key]: element[initial] ?? empty };
}
