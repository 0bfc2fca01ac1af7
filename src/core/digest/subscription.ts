/** A channel's standing order for digests. */
import * as z from 'zod/mini';
import { weekdays } from './days.ts';

/** Statements in one digest. */
export const MAX_STATEMENTS_A_DIGEST = 5;

export const subscriptionSchema = z.strictObject({
  teamId: z.string().check(z.minLength(1)),
  channelId: z.string().check(z.minLength(1)),
  /** Local time in `zone`, 24 hours, HH:MM. */
  time: z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
  /** IANA name of the time zone: "Europe/London". */
  zone: z.string().check(z.minLength(1)),
  /** Local days it posts on: at least one, each once, in the order of the week. */
  days: z.array(z.enum(weekdays)).check(
    z.minLength(1),
    z.refine(
      (days) => days.every((day, i) => i === 0 || weekdays.indexOf(day) > weekdays.indexOf(days[i - 1] ?? day)),
      {
        error: 'each day once, in the order of the week',
      },
    ),
  ),
  /** Statements in each digest. */
  count: z.int().check(z.minimum(1), z.maximum(MAX_STATEMENTS_A_DIGEST)),
  status: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('active') }),
    /** Someone asked for it. */
    z.strictObject({ kind: z.literal('paused') }),
    /** Slack refuses to post; `error` is Slack's own word for why (`is_archived`). */
    z.strictObject({ kind: z.literal('failing'), error: z.string().check(z.minLength(1)) }),
  ]),
  /** User who asked for it, and who is told when it can't be delivered. */
  orderedBy: z.string().check(z.minLength(1)),
  /**
   * Where the channel stands in its order of statements: on the local day `from` it goes on behind the statement
   * `after`, or starts. Moved on as digests are posted and whenever `days` or `count` change, so that no change,
   * neither of the subscription nor of the facts, repeats or skips a statement that it does not concern.
   */
  turn: z.strictObject({ from: z.iso.date(), after: z.nullable(z.string()) }),
});

export type Subscription = z.output<typeof subscriptionSchema>;
