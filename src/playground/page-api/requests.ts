import * as z from 'zod';

/** What the page may send, as described in `protocol.ts`. */

const by = { userId: z.string().exactOptional() };
const ts = z.string().regex(/^\d+\.\d{6}$/, 'a message ts looks like 1711987200.000100');
const option = z.object({
  value: z.string(),
  text: z.looseObject({ type: z.string(), text: z.string() }).exactOptional(),
});

const elementState = z.object({
  type: z.string(),
  value: z.string().nullable().exactOptional(),
  selected_option: option.nullable().exactOptional(),
  selected_options: z.array(option).exactOptional(),
  selected_channel: z.string().nullable().exactOptional(),
  selected_channels: z.array(z.string()).exactOptional(),
  selected_conversation: z.string().nullable().exactOptional(),
  selected_conversations: z.array(z.string()).exactOptional(),
  selected_user: z.string().nullable().exactOptional(),
  selected_users: z.array(z.string()).exactOptional(),
  selected_date: z.string().nullable().exactOptional(),
  selected_time: z.string().nullable().exactOptional(),
  selected_date_time: z.number().nullable().exactOptional(),
  rich_text_value: z.unknown().exactOptional(),
});
const formValues = z.record(z.string(), z.record(z.string(), elementState));

const fault = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('error'), error: z.string() }),
  z.object({ kind: z.literal('ratelimited'), retryAfterSeconds: z.number().int().min(0) }),
  z.object({ kind: z.literal('http'), status: z.number().int().min(400).max(599) }),
  z.object({ kind: z.literal('late'), delayMs: z.number().min(0) }),
  z.object({ kind: z.literal('slow'), delayMs: z.number().min(0) }),
  z.object({ kind: z.literal('cut_after') }),
  z.object({ kind: z.literal('cut_before') }),
]);

export const requests = {
  message: z.object({ ...by, channelId: z.string(), text: z.string().min(1), threadTs: ts.exactOptional() }),
  edit: z.object({ ...by, channelId: z.string(), ts, text: z.string().min(1) }),
  delete: z.object({ ...by, channelId: z.string(), ts }),
  action: z.object({
    ...by,
    channelId: z.string().exactOptional(),
    messageTs: ts.exactOptional(),
    viewId: z.string().exactOptional(),
    blockId: z.string(),
    actionId: z.string(),
    state: elementState.exactOptional(),
    values: formValues.exactOptional(),
  }),
  options: z.object({
    ...by,
    channelId: z.string().exactOptional(),
    messageTs: ts.exactOptional(),
    viewId: z.string().exactOptional(),
    blockId: z.string(),
    actionId: z.string(),
    query: z.string(),
  }),
  'view-submit': z.object({ ...by, viewId: z.string(), values: formValues }),
  'view-close': z.object({ ...by, viewId: z.string() }),
  'open-home': z.object({ ...by, tab: z.enum(['home', 'messages']).default('home') }),
  shortcut: z.object({
    ...by,
    callbackId: z.string(),
    channelId: z.string().exactOptional(),
    messageTs: ts.exactOptional(),
  }),
  invite: z.object({ ...by, channelId: z.string() }),
  remove: z.object({ ...by, channelId: z.string() }),
  join: z.object({ ...by, channelId: z.string() }),
  uninstall: z.object({ ...by }),
  clock: z
    .object({
      advanceSeconds: z.number().min(0).exactOptional(),
      set: z.union([z.number(), z.string()]).exactOptional(),
    })
    .refine((it) => (it.advanceSeconds === undefined) !== (it.set === undefined), 'give `advanceSeconds` or `set`'),
  faults: z.object({ method: z.string(), fault, times: z.number().int().min(0).exactOptional() }),
} as const;

/** The POST routes under `/_playground/`. */
export type RequestName = keyof typeof requests;
export type RequestOf<Name extends RequestName> = z.output<(typeof requests)[Name]>;
