/** What the dialog of a check carries along, so that the verdict can be shared after a restart. */
import * as z from 'zod/mini';

const schema = z.object({
  channelId: z.string(),
  /** The message whose thread the verdict belongs in. */
  threadTs: z.string(),
  /** Slack's address for answering the shortcut; good for half an hour. */
  responseUrl: z.string(),
  /** In plain words, as it was checked. */
  claim: z.string(),
  cut: z.nullable(z.object({ read: z.number(), of: z.number() })),
});

export type CheckMetadata = z.infer<typeof schema>;

export function formatCheckMetadata(metadata: CheckMetadata): string {
  return JSON.stringify(metadata);
}

/** @throws where it is none of ours */
export function readCheckMetadata(text: string): CheckMetadata {
  return schema.parse(JSON.parse(text));
}
