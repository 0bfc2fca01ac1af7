import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';

/**
 * The part of an app manifest that decides what Slack sends to the app and shows of it. Other keys are left alone:
 * whether the manifest is a good one is for its own tests.
 */
const manifestSchema = z.object({
  display_information: z.object({ name: z.string().min(1), description: z.string().default('') }),
  features: z
    .object({
      app_home: z
        .object({ home_tab_enabled: z.boolean().default(false), messages_tab_enabled: z.boolean().default(false) })
        .prefault({}),
      bot_user: z.object({ display_name: z.string() }).optional(),
      slash_commands: z
        .array(
          z.object({
            command: z.string().startsWith('/'),
            description: z.string(),
            usage_hint: z.string().default(''),
            should_escape: z.boolean().default(false),
          }),
        )
        .default([]),
      shortcuts: z
        .array(
          z.object({
            name: z.string(),
            type: z.enum(['global', 'message']),
            callback_id: z.string(),
            description: z.string().default(''),
          }),
        )
        .default([]),
    })
    .prefault({}),
  oauth_config: z
    .object({
      scopes: z
        .object({ bot: z.array(z.string()).default([]), bot_optional: z.array(z.string()).default([]) })
        .prefault({}),
    })
    .prefault({}),
  settings: z
    .object({
      event_subscriptions: z.object({ bot_events: z.array(z.string()).default([]) }).prefault({}),
      interactivity: z.object({ is_enabled: z.boolean().default(false) }).prefault({}),
    })
    .prefault({}),
});

/** What Slack knows about the app. */
export type Manifest = z.infer<typeof manifestSchema>;

/** A manifest as written, before defaults. */
export type ManifestInput = z.input<typeof manifestSchema>;

/** @throws Error naming the first thing that can't be used, and the file it stands in. */
export function parseManifest(input: unknown, source = 'manifest'): Manifest {
  const result = manifestSchema.safeParse(input);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Error(`${source}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a manifest'}.`);
}

/** Reads a manifest in YAML or JSON. @throws Error naming the file when it is absent or can't be used. */
export function readManifest(file: string, edit = (text: string) => text): Manifest {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Error(`${file} can't be read. The playground needs the app's manifest to know its commands and events.`);
  }
  return parseManifest(parse(edit(text)), file);
}

/** The text of a manifest with its optional lines, those that begin with `#-`, taken as if they weren't comments. */
export function uncommentLines(text: string): string {
  return text.replace(/^( *)#(?=- )/gm, '$1');
}
