import { z } from 'zod';
import {
  anyOption,
  confirm,
  conversationFilter,
  hasOnePicture,
  id,
  onePicture,
  optionGroup,
  overflowOption,
  pictureFields,
  plainOption,
  plainText,
  url,
} from './composition.ts';
import { limits } from './limits.ts';
import { richText } from './rich-text.ts';

const action = { action_id: id };
const focus = { focus_on_load: z.boolean().optional() };
const placeholder = { placeholder: plainText(limits.placeholder).optional() };
const confirmed = { confirm: confirm.optional() };
const dispatch = {
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z
        .array(z.enum(['on_enter_pressed', 'on_character_entered']))
        .min(1)
        .optional(),
    })
    .optional(),
};
const label = { accessibility_label: z.string().min(1).max(limits.accessibilityLabel).optional() };
const chooser = { ...action, ...confirmed, ...focus, ...placeholder };
const multi = { ...chooser, max_selected_items: z.number().int().min(1).optional() };
const colour = { style: z.enum(['primary', 'danger']).optional() };

function isOneOf(options: { value: string }[] | undefined, groups: { options: { value: string }[] }[] | undefined) {
  const known = new Set([...(options ?? []), ...(groups ?? []).flatMap((group) => group.options)].map((o) => o.value));
  return (option: { value: string } | undefined) => option === undefined || known.has(option.value);
}

const staticSources = {
  options: z.array(plainOption).min(1).max(limits.selectOptions).optional(),
  option_groups: z.array(optionGroup).min(1).max(limits.selectGroups).optional(),
};
const oneSource = 'must define either `options` or `option_groups`';
const knownInitial = 'initial option must be one of the options';

export const button = z.strictObject({
  type: z.literal('button'),
  ...action,
  ...confirmed,
  ...label,
  ...colour,
  text: plainText(limits.buttonText),
  value: z.string().max(limits.buttonValue).optional(),
  url: url.optional(),
});

export const image = z
  .strictObject({ type: z.literal('image'), alt_text: z.string().min(1).max(limits.altText), ...pictureFields })
  .refine(hasOnePicture, onePicture);

export const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    ...chooser,
    ...staticSources,
    initial_option: plainOption.optional(),
  })
  .refine((select) => (select.options === undefined) !== (select.option_groups === undefined), oneSource)
  .refine((select) => isOneOf(select.options, select.option_groups)(select.initial_option), knownInitial);

export const multiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    ...multi,
    ...staticSources,
    initial_options: z.array(plainOption).optional(),
  })
  .refine((select) => (select.options === undefined) !== (select.option_groups === undefined), oneSource)
  .refine(
    (select) => (select.initial_options ?? []).every(isOneOf(select.options, select.option_groups)),
    knownInitial,
  );

const minQuery = { min_query_length: z.number().int().min(0).optional() };
const picking = {
  default_to_current_conversation: z.boolean().optional(),
  filter: conversationFilter.optional(),
};
const respondable = { response_url_enabled: z.boolean().optional() };

/** The menus that both sections, actions and inputs take. */
const selects = [
  staticSelect,
  multiStaticSelect,
  z.strictObject({
    type: z.literal('external_select'),
    ...chooser,
    ...minQuery,
    initial_option: plainOption.optional(),
  }),
  z.strictObject({
    type: z.literal('multi_external_select'),
    ...multi,
    ...minQuery,
    initial_options: z.array(plainOption).optional(),
  }),
  z.strictObject({ type: z.literal('users_select'), ...chooser, initial_user: z.string().optional() }),
  z.strictObject({ type: z.literal('multi_users_select'), ...multi, initial_users: z.array(z.string()).optional() }),
  z.strictObject({
    type: z.literal('conversations_select'),
    ...chooser,
    ...picking,
    ...respondable,
    initial_conversation: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('multi_conversations_select'),
    ...multi,
    ...picking,
    initial_conversations: z.array(z.string()).optional(),
  }),
  z.strictObject({
    type: z.literal('channels_select'),
    ...chooser,
    ...respondable,
    initial_channel: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('multi_channels_select'),
    ...multi,
    initial_channels: z.array(z.string()).optional(),
  }),
] as const;

const options = z.array(anyOption).min(1).max(limits.checkboxOptions);
const choices = [
  z
    .strictObject({
      type: z.literal('checkboxes'),
      ...action,
      ...confirmed,
      ...focus,
      options,
      initial_options: z.array(anyOption).min(1).optional(),
    })
    .refine((boxes) => (boxes.initial_options ?? []).every(isOneOf(boxes.options, [])), knownInitial),
  z
    .strictObject({
      type: z.literal('radio_buttons'),
      ...action,
      ...confirmed,
      ...focus,
      options,
      initial_option: anyOption.optional(),
    })
    .refine((radio) => isOneOf(radio.options, [])(radio.initial_option), knownInitial),
  z.strictObject({
    type: z.literal('datepicker'),
    ...chooser,
    initial_date: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .optional(),
  }),
  z.strictObject({
    type: z.literal('timepicker'),
    ...chooser,
    initial_time: z
      .string()
      .regex(/^\d{2}:\d{2}$/)
      .optional(),
    timezone: z.string().optional(),
  }),
] as const;

const dateTimePicker = z.strictObject({
  type: z.literal('datetimepicker'),
  ...action,
  ...confirmed,
  ...focus,
  initial_date_time: z.number().int().optional(),
});

const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...action,
  ...confirmed,
  options: z.array(overflowOption).min(1).max(limits.overflowOptions),
});

const workflowButton = z.strictObject({
  type: z.literal('workflow_button'),
  ...action,
  ...confirmed,
  ...label,
  ...colour,
  text: plainText(limits.buttonText),
  workflow: z.strictObject({ trigger: z.looseObject({ url: z.string() }) }),
});

const lines = z.number().int().min(1).max(100).optional();
const richTextInput = z.strictObject({
  type: z.literal('rich_text_input'),
  ...action,
  ...focus,
  ...placeholder,
  ...dispatch,
  initial_value: richText.optional(),
  min_lines: lines,
  max_lines: lines,
});

const typed = { ...action, ...focus, ...placeholder, ...dispatch };
const length = z.number().int().min(0).max(limits.plainTextInput).optional();

export const accessory = z.discriminatedUnion('type', [
  button,
  image,
  overflow,
  workflowButton,
  ...selects,
  ...choices,
]);

export const actionsElement = z.discriminatedUnion('type', [
  button,
  overflow,
  workflowButton,
  dateTimePicker,
  richTextInput,
  ...selects,
  ...choices,
]);

export const inputElement = z.discriminatedUnion('type', [
  ...selects,
  ...choices,
  dateTimePicker,
  richTextInput,
  z.strictObject({
    type: z.literal('plain_text_input'),
    ...typed,
    initial_value: z.string().max(limits.plainTextInput).optional(),
    multiline: z.boolean().optional(),
    min_length: length,
    max_length: length,
  }),
  z.strictObject({ type: z.literal('email_text_input'), ...typed, initial_value: z.string().optional() }),
  z.strictObject({ type: z.literal('url_text_input'), ...typed, initial_value: z.string().optional() }),
  z.strictObject({
    type: z.literal('number_input'),
    ...typed,
    is_decimal_allowed: z.boolean(),
    initial_value: z.string().optional(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('file_input'),
    ...action,
    filetypes: z.array(z.string()).min(1).optional(),
    max_files: z.number().int().min(1).max(10).optional(),
  }),
]);

const feedbackButton = z.strictObject({
  text: plainText(limits.buttonText),
  value: z.string().max(limits.buttonValue),
  ...label,
});

export const contextActionsElement = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('feedback_buttons'),
    ...action,
    positive_button: feedbackButton,
    negative_button: feedbackButton,
  }),
  z.strictObject({
    type: z.literal('icon_button'),
    ...action,
    ...confirmed,
    ...label,
    icon: z.enum(['trash']),
    text: plainText(limits.buttonText),
    value: z.string().max(limits.buttonValue).optional(),
    visible_to_user_ids: z.array(z.string()).optional(),
  }),
]);
