/** What an editor writes in questions files, as a zod schema; as strict and described as `schema.ts`. */
import * as z from 'zod';
import { line, slug, wordings } from './schema.ts';

/** Questions that people may ask, by what there is for them: the engine learns from these. As many files as editors like, or none. */
export const questionsFileSchema = z.strictObject({
  answered: z
    .array(
      z.strictObject({
        statement: slug.describe('The id of the statement that answers them.'),
        questions: wordings.describe('Ways to ask for it: formal, short, careless, in keywords, with a long preamble.'),
      }),
    )
    .default([])
    .describe('Questions that a statement answers. "asked_as" holds the plainest; these are learned from.'),
  assuming: z
    .array(
      z.strictObject({
        statement: slug.describe('The id of the statement that says otherwise.'),
        assumed: line.describe('The false premise as a short clause, shown to people as what they assumed.'),
        questions: wordings.describe('Questions that take it for granted, or ask whether it is so.'),
      }),
    )
    .default([])
    .describe('Questions that assume what a statement contradicts.'),
  follow_ups: z
    .array(
      z.strictObject({
        after: z
          .array(slug)
          .min(1)
          .describe('Ids of statements. A question that one of them answers is the one that was asked before.'),
        statement: slug.optional().describe('The id of the statement that answers; left out where none does.'),
        assumed: line
          .optional()
          .describe('The false premise as a short clause, where the statement answers by saying otherwise.'),
        questions: wordings.describe('Questions that need the one before: "when?", "and Macron?", "says who?".'),
      }),
    )
    .default([])
    .describe('Questions in a conversation, by what was asked before.'),
  small_talk: z.array(line).default([]).describe('What people type to one another, or to a bot, that asks nothing.'),
  silent: z
    .array(line)
    .default([])
    .describe('Questions that no statement answers: near misses above all, other subjects.'),
});

export type QuestionsFile = z.output<typeof questionsFileSchema>;
