/**
 * What an editor writes, as zod schemas: `facts/entities.yaml` and `facts/<article-id>.yaml`.
 *
 * These say what one file may hold. What needs two places to be compared (references, locators, quotes in texts,
 * answers found by their own `asked_as`) is checked by the lint rules in `src/facts/rules`.
 * Every object is strict: a key nobody reads is a mistake that must be seen. The descriptions are for editors: they
 * reach them through the JSON Schemas in `facts/`, while they type.
 */
import * as z from 'zod';

/** Statements are one sentence that fits a phone's screen and a notification. */
const MAX_STATEMENT_LENGTH = 300;

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens, such as "us-abstained"')
  .max(60);

export const line = z
  .string()
  .min(1)
  .regex(/^\S(.*\S)?$/, 'must be one line without white space at its ends');

export const wordings = z.array(line).min(1);

/** A day, or a month where the article says no more than the month. */
const isoDate = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/, 'must be a date as YYYY-MM-DD, or YYYY-MM');

const isoDay = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'must be a day as YYYY-MM-DD');

/** `Key Background 1.2` = section, paragraph, sentence; a section of one sentence is `Topline 1`. */
const locator = z.string().regex(/^[A-Z][A-Za-z ]* \d+(\.\d+)?$/, 'must look like "Key Background 1.2"');

const entityKinds = ['person', 'body', 'outlet', 'document', 'place', 'group', 'term'] as const;

export const entitySchema = z.strictObject({
  id: slug,
  kind: z
    .enum(entityKinds)
    .describe('What it is. A "document" is a text that has words of its own to quote, such as a resolution.'),
  name: line.describe('As shown to people.'),
  office: line.optional().describe("A person's office as the article gives it, shown before the name."),
  side: slug.optional().describe('The side a person or body acts for: the id of another entity.'),
  aliases: z.array(line).default([]).describe('Other ways people write it. Matched whole, without regard to case.'),
});

export const entitiesFileSchema = z.strictObject({
  entities: z.array(entitySchema).min(1).describe('Everybody and everything that statements name, over all articles.'),
});

export const attributionSchema = z
  .strictObject({
    speaker: slug.optional().describe('Who said it: the id of an entity.'),
    capacity: line
      .optional()
      .describe("In what capacity, where it differs from the speaker's office in entities.yaml."),
    through: slug.optional().describe('The outlet through which the article has it: the id of an entity.'),
    citing: line
      .optional()
      .describe('The outlet\'s own source, as the article describes it: "an unnamed U.S. official".'),
  })
  .refine((a) => a.speaker !== undefined || a.through !== undefined, {
    message: 'an attribution needs a speaker, an outlet in "through", or both',
    params: { advice: 'Leave it out where the article itself says it.' },
  })
  .refine((a) => a.citing === undefined || a.through !== undefined, {
    message: '"citing" is an outlet\'s source, and no outlet is named',
    params: { advice: 'Name the outlet in "through".' },
  })
  .describe('Who says so, where it is not the article itself: a speaker, an outlet that reports it, or both.');

const quoteSchema = z.strictObject({
  speaker: slug.describe(
    'The entity whose words these are: a person or a document; the outlet, where the article quotes a report and ' +
      "doesn't say that the people it is about spoke the words.",
  ),
  words: line.describe("The words between the article's quotation marks, unchanged, without the marks."),
});

const correctionSchema = z.strictObject({
  assumed: line.describe(
    'The false premise as a short clause: "the U.S. vetoed the resolution". Shown to people as what they assumed.',
  ),
  cues: z
    .array(line)
    .min(1)
    .describe(
      'Wordings of it. A question that holds every content word of one, in any order and form, assumes it. Negation ' +
        'is content: a cue that negates ("not binding") is held only by a question that negates, one that doesn\'t ' +
        '("U.S. vetoed") only by a question that doesn\'t. So are "against", "before", "after" and "without".',
    ),
  unless: z
    .array(line)
    .default([])
    .describe(
      'Words that turn such a question to something else: with "earlier", "the resolutions that the U.S. vetoed" are ' +
        "not this one. A question that holds all words of one of these lines doesn't assume it.",
    ),
});

export const statementSchema = z.strictObject({
  id: slug.describe('Short, says what the claim is, and is there once over all articles.'),
  text: line
    .max(MAX_STATEMENT_LENGTH, `must be at most ${MAX_STATEMENT_LENGTH} characters`)
    .describe('One sentence in our own words that is true and clear when it is read alone. Dates are written out.'),
  attribution: attributionSchema.optional(),
  quotes: z
    .array(quoteSchema)
    .default([])
    .describe('Words that the article itself puts in quotation marks; they stand between “ and ” in the text.'),
  locator: locator.describe("Where in the article it stands: one of the article's locators."),
  date: z
    .strictObject({
      on: isoDate.describe('YYYY-MM-DD, or YYYY-MM where the article says no more.'),
      written: line.describe('In the words that the article uses: "Last Monday".'),
    })
    .optional()
    .describe('When what the statement tells of happened.'),
  entities: z.array(slug).default([]).describe('Whom and what it is about: ids from entities.yaml.'),
  topics: z.array(slug).min(1).describe("Ids of this file's topics."),
  asked_as: z.array(line).min(1).describe('Questions it answers, as people type them. Asked so, it must come first.'),
  corrects: z.array(correctionSchema).default([]).describe('False premises that it refutes.'),
  implies: z
    .array(line)
    .default([])
    .describe(
      'The same or less in other words, each a whole sentence: a claim that says so is supported. Never shown.',
    ),
});

export const articleFileSchema = z.strictObject({
  article: z.strictObject({
    title: line.describe('How the bot names it in a citation.'),
    published: isoDay.describe('The day of publication. Everything is told as of this day.'),
    provenance: line.describe(
      'What is known of where it came from, and what is not: no invented publisher, no invented link.',
    ),
    publisher: line.optional().describe('Only where the source names it.'),
    url: z.url().optional().describe('Only where the source gives it.'),
    locators: z
      .array(locator)
      .min(1)
      .describe('Every sentence of the article, by its locator, in order. Each must be covered by a statement.'),
  }),
  topics: z
    .array(
      z.strictObject({
        id: slug.describe('Short: "vote". Typed after `/rafah topics`.'),
        name: line.describe('As shown to people: "The vote".'),
      }),
    )
    .min(1)
    .describe('What people may browse by.'),
  statements: z.array(statementSchema).min(1).describe('One claim each.'),
});

export type Entity = z.output<typeof entitySchema>;
export type EntitiesFile = z.output<typeof entitiesFileSchema>;
export type ArticleFile = z.output<typeof articleFileSchema>;
export type StatementEntry = z.output<typeof statementSchema>;
export type AttributionEntry = z.output<typeof attributionSchema>;
