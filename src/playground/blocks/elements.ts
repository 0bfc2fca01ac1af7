import * as z from 'zod';
import { hasOnePicture, onePicture, overflowOption, pictureFields, plainText, url } from './composition.ts';
import { action, colour, confirmed, dispatch, focus, label, placeholder } from './fields.ts';
import { limits } from './limits.ts';
import { choices, selects } from './menus.ts';
import { richText } from './rich-text.ts';

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
