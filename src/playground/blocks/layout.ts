import * as z from 'zod';
import { anyText, hasOnePicture, id, mrkdwn, onePicture, pictureFields, plainText, url } from './composition.ts';
import { accessory, actionsElement, button, contextActionsElement, image, inputElement } from './elements.ts';
import { limits } from './limits.ts';
import { richText } from './rich-text.ts';

/** Where blocks stand. */
export type Surface = 'message' | 'modal' | 'home';

const block = { block_id: id };

const actions = z.strictObject({
  type: z.literal('actions'),
  ...block,
  elements: z.array(actionsElement).min(1).max(limits.actionsElements),
});

const alert = z.strictObject({
  type: z.literal('alert'),
  ...block,
  text: anyText(),
  level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
});

const card = z
  .strictObject({
    type: z.literal('card'),
    ...block,
    hero_image: image.optional(),
    icon: image.optional(),
    title: mrkdwn(limits.cardTitle).optional(),
    subtitle: mrkdwn(limits.cardTitle).optional(),
    body: mrkdwn(limits.cardBody).optional(),
    actions: z.array(button).min(1).optional(),
  })
  .refine(
    (it) => [it.hero_image, it.title, it.body, it.actions].some((part) => part !== undefined),
    'must define at least one of `hero_image`, `title`, `actions` or `body`',
  );

const carousel = z.strictObject({
  type: z.literal('carousel'),
  ...block,
  elements: z.array(card).min(1).max(limits.carouselCards),
});

const context = z.strictObject({
  type: z.literal('context'),
  ...block,
  elements: z
    .array(z.discriminatedUnion('type', [image, plainText(), mrkdwn()]))
    .min(1)
    .max(limits.contextElements),
});

const contextActions = z.strictObject({
  type: z.literal('context_actions'),
  ...block,
  elements: z.array(contextActionsElement).min(1).max(limits.contextActionsElements),
});

const divider = z.strictObject({ type: z.literal('divider'), ...block });

const file = z.strictObject({
  type: z.literal('file'),
  ...block,
  source: z.literal('remote'),
  external_id: z.string().min(1),
});

const header = z.strictObject({
  type: z.literal('header'),
  ...block,
  text: plainText(limits.header),
  level: z.number().int().min(1).max(4).optional(),
});

const picture = z
  .strictObject({
    type: z.literal('image'),
    ...block,
    ...pictureFields,
    alt_text: z.string().min(1).max(limits.altText),
    title: plainText(limits.imageTitle).optional(),
  })
  .refine(hasOnePicture, onePicture);

const input = z.strictObject({
  type: z.literal('input'),
  ...block,
  label: plainText(limits.inputLabel),
  hint: plainText(limits.inputHint).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: inputElement,
});

const markdown = z.strictObject({
  type: z.literal('markdown'),
  ...block,
  text: z.string().min(1).max(limits.markdown),
});

const section = z
  .strictObject({
    type: z.literal('section'),
    ...block,
    text: anyText().optional(),
    fields: z.array(anyText(limits.sectionField)).min(1).max(limits.sectionFields).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine((it) => it.text !== undefined || it.fields !== undefined, 'must define either `text` or `fields`');

const cell = z.discriminatedUnion('type', [
  richText,
  z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string().min(1) }),
]);

const table = z.strictObject({
  type: z.literal('table'),
  ...block,
  rows: z.array(z.array(cell).min(1).max(limits.tableColumns)).min(1).max(limits.tableRows),
  column_settings: z
    .array(
      z
        .strictObject({ align: z.enum(['left', 'center', 'right']).optional(), is_wrapped: z.boolean().optional() })
        .nullable(),
    )
    .max(limits.tableColumns)
    .optional(),
});

const dataTable = z.strictObject({
  type: z.literal('data_table'),
  ...block,
  caption: z.string().min(1),
  rows: z.array(z.array(cell).min(1).max(limits.tableColumns)).min(2).max(limits.dataTableRows),
  page_size: z.number().int().min(1).max(limits.dataTablePage).optional(),
  row_header_column_index: z.number().int().min(0).optional(),
});

const taskCard = z.strictObject({
  type: z.literal('task_card'),
  ...block,
  task_id: z.string().min(1),
  title: z.string().min(1),
  details: richText.optional(),
  output: richText.optional(),
  sources: z.array(z.strictObject({ type: z.literal('url'), url, text: z.string().min(1) })).optional(),
  status: z.enum(['pending', 'in_progress', 'complete', 'error']),
});

const plan = z.strictObject({
  type: z.literal('plan'),
  ...block,
  title: z.string().min(1),
  tasks: z.array(taskCard).optional(),
});

const video = z.strictObject({
  type: z.literal('video'),
  ...block,
  video_url: url,
  thumbnail_url: url,
  alt_text: z.string().min(1),
  title: plainText(limits.videoTitle),
  title_url: url.optional(),
  author_name: z.string().max(limits.videoAuthor).optional(),
  provider_name: z.string().optional(),
  provider_icon_url: url.optional(),
  description: plainText(limits.videoTitle).optional(),
});

const container = z
  .strictObject({
    type: z.literal('container'),
    ...block,
    title: plainText(limits.containerTitle).optional(),
    rich_text_title: richText.optional(),
    subtitle: anyText(limits.containerTitle).optional(),
    child_blocks: z
      .array(
        z.discriminatedUnion('type', [
          actions,
          context,
          divider,
          file,
          header,
          picture,
          input,
          richText,
          section,
          table,
          video,
        ]),
      )
      .min(1)
      .max(limits.containerBlocks),
    width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
    icon: image.optional(),
    is_collapsible: z.boolean().optional(),
    default_collapsed: z.boolean().optional(),
    has_header_divider: z.boolean().optional(),
  })
  .refine((it) => it.title !== undefined || it.rich_text_title !== undefined, 'missing required field: title');

const everywhere = [
  actions,
  alert,
  container,
  context,
  divider,
  file,
  header,
  picture,
  input,
  richText,
  section,
  video,
] as const;

const messageBlock = z.discriminatedUnion('type', [
  ...everywhere,
  card,
  carousel,
  contextActions,
  dataTable,
  markdown,
  plan,
  table,
  taskCard,
]);
const viewBlock = z.discriminatedUnion('type', [...everywhere]);

/** The array of blocks that a surface takes. */
export const blocksOf = {
  message: z.array(messageBlock).max(limits.messageBlocks),
  modal: z.array(viewBlock).max(limits.viewBlocks),
  home: z.array(viewBlock).max(limits.viewBlocks),
} as const satisfies Record<Surface, z.ZodType>;
