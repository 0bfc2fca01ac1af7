import * as z from 'zod';
import { limits } from './limits.ts';

export const id = z.string().min(1).max(limits.id).optional();

export function plainText(max: number = limits.text) {
  return z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max),
    emoji: z.boolean().optional(),
  });
}

export function mrkdwn(max: number = limits.text) {
  return z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(max),
    verbatim: z.boolean().optional(),
  });
}

export function anyText(max: number = limits.text) {
  return z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);
}

export const url = z.string().min(1).max(limits.url);

const slackFile = z
  .strictObject({ id: z.string().optional(), url: z.string().optional() })
  .refine((file) => (file.id === undefined) !== (file.url === undefined), 'must define either `id` or `url`');

/** For objects that take `image_url` or `slack_file`. */
export const pictureFields = { image_url: url.optional(), slack_file: slackFile.optional() };

export function hasOnePicture(object: { image_url?: unknown; slack_file?: unknown }): boolean {
  return (object.image_url === undefined) !== (object.slack_file === undefined);
}
export const onePicture = 'must define either `image_url` or `slack_file`';

export const confirm = z.strictObject({
  title: plainText(limits.confirmTitle),
  text: anyText(limits.confirmText),
  confirm: plainText(limits.confirmButton),
  deny: plainText(limits.confirmButton),
  style: z.enum(['primary', 'danger']).optional(),
});

const optionFields = {
  value: z.string().min(1).max(limits.optionValue),
  description: plainText(limits.optionText).optional(),
};

export const plainOption = z.strictObject({ ...optionFields, text: plainText(limits.optionText) });
export const overflowOption = z.strictObject({
  ...optionFields,
  text: plainText(limits.optionText),
  url: url.optional(),
});
export const anyOption = z.strictObject({
  ...optionFields,
  text: anyText(limits.optionText),
  description: anyText(limits.optionText).optional(),
});

export const optionGroup = z.strictObject({
  label: plainText(limits.optionText),
  options: z.array(plainOption).min(1).max(limits.selectOptions),
});

export const conversationFilter = z.strictObject({
  include: z
    .array(z.enum(['im', 'mpim', 'private', 'public']))
    .min(1)
    .optional(),
  exclude_external_shared_channels: z.boolean().optional(),
  exclude_bot_users: z.boolean().optional(),
});
