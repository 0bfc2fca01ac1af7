import * as z from 'zod';
import { anyOption, conversationFilter, optionGroup, plainOption } from './composition.ts';
import { action, confirmed, focus, placeholder } from './fields.ts';
import { limits } from './limits.ts';

const chooser = { ...action, ...confirmed, ...focus, ...placeholder };
const multi = { ...chooser, max_selected_items: z.number().int().min(1).optional() };

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

const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    ...chooser,
    ...staticSources,
    initial_option: plainOption.optional(),
  })
  .refine((select) => (select.options === undefined) !== (select.option_groups === undefined), oneSource)
  .refine((select) => isOneOf(select.options, select.option_groups)(select.initial_option), knownInitial);

const multiStaticSelect = z
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
export const selects = [
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
/** Boxes, radio buttons and pickers. */
export const choices = [
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
