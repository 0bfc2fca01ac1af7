/**
 * What is remembered of a message in which statements were posted, so that a later edition can correct it: which
 * statements in which wording, and how the message was built around them. Nothing that a person typed, and nobody's name.
 */
import * as z from 'zod/mini';
import type { Slot } from '../digest/delivery.ts';

export const frameSchema = z.discriminatedUnion('kind', [
  /** `assumed` is the false premise where an editor worded it; `asked` that it was not taken for granted; `language` the glossary's id of the language it was asked in. */
  z.object({
    kind: z.literal('answer'),
    assumed: z.nullable(z.string()),
    asked: z.optional(z.boolean()),
    language: z.nullable(z.string()),
  }),
  /** Statements shown as related, under the sentence that there is no answer. */
  z.object({
    kind: z.literal('silence'),
    why: z.enum(['not_stated', 'outside', 'unread']),
    language: z.nullable(z.string()),
  }),
  /** What a claim was judged by. */
  z.object({ kind: z.literal('check') }),
  z.object({ kind: z.literal('statement') }),
  z.object({ kind: z.literal('shared') }),
  z.object({ kind: z.literal('timeline') }),
  /** Entity whose quotes these are; `null` for everybody's. */
  z.object({ kind: z.literal('quotes'), speakerId: z.nullable(z.string()) }),
  z.object({ kind: z.literal('topic'), topicId: z.string() }),
  /** `day` is YYYY-MM-DD. */
  z.object({ kind: z.literal('digest'), day: z.string() }),
]);

/** How a message was built around its statements. */
export type Frame = z.output<typeof frameSchema>;

export const postContentSchema = z.object({
  frame: frameSchema,
  /** In the order shown. `shown` names the wording; `null` once the statement was withdrawn, and the message says so. */
  statements: z.array(z.object({ id: z.string(), shown: z.nullable(z.string()) })),
  /** What the message tells of its corrections, oldest first; `was` as `shown`, `on` YYYY-MM-DD in UTC. */
  corrections: z.array(z.object({ id: z.string(), was: z.nullable(z.string()), on: z.string() })),
});

export interface PostContent extends z.output<typeof postContentSchema> {
  /** Of the facts that the message agrees with. */
  readonly edition: string;
}

export type PostedStatement = PostContent['statements'][number];

/** Where Slack keeps a message. */
export interface PostedMessage {
  readonly teamId: string;
  readonly channelId: string;
  /** Slack's timestamp of it. */
  readonly ts: string;
}

/**
 * What stands for a message that Slack holds for later, until its timestamp is known: that is told by the event of its
 * posting, where the app receives one, and by who presses a button under it.
 * @param postAt epoch seconds
 */
export function heldMessage({ teamId, channelId, postAt }: Slot): PostedMessage {
  return { teamId, channelId, ts: `@${String(postAt).padStart(12, '0')}` };
}

export interface Post {
  readonly message: PostedMessage;
  readonly content: PostContent;
  /** Epoch seconds. */
  readonly postedAt: number;
  /** Who claimed it alone may act on it until then, in epoch seconds; nobody is to before it where it was postponed. */
  readonly leaseUntil: number;
  /** Grows with every change; who knows an older one changes nothing. */
  readonly version: number;
}

/** How far back posted messages are corrected. */
export const CORRECTED_SECONDS = 30 * 24 * 60 * 60;
