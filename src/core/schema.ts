/**
 * What an editor writes, as zod schemas: `facts/entities.yaml` and `facts/<article-id>.yaml`.
 *
 * These say what one file may hold. What needs two places to be compared (references, locators, quotes in texts,
 * answers found by their own `asked_as`) is checked by the lint rules in `src/facts/rules`.
 * Every object is strict: a key nobody reads is a mistake that must be seen.
 */
import { z } from 'zod';

/** Statements are one sentence that fits a phone's screen and a notification. */
export const MAX_STATEMENT_LENGTH = 300;

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens, such as "us-abstained"')
  .max(60);

const line = z
  .string()
  .min(1)
  .regex(/^\S(.*\S)?$/, 'must be one line without white space at its ends');

/** A day, or a month where the article says no more than the month. */
const isoDate = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/, 'must be a date as YYYY-MM-DD, or YYYY-MM');

const isoDay = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'must be a day as YYYY-MM-DD');

/** `Key Background 1.2` = section, paragraph, sentence; a section of one sentence is `Topline 1`. */
const locator = z.string().regex(/^[A-Z][A-Za-z ]* \d+(\.\d+)?$/, 'must look like "Key Background 1.2"');

/** A `document` is a text that has words of its own to quote, such as a resolution. */
const entityKinds = ['person', 'body', 'outlet', 'document', 'place', 'group', 'term'] as const;

export const entitySchema = z.strictObject({
  id: slug,
  kind: z.enum(entityKinds),
  /** As shown to people. */
  name: line,
  /** A person's office as the article gives it, shown before the name. */
  office: line.optional(),
  /** The side a person or body acts for: the id of another entity. */
  side: slug.optional(),
  /** Other ways people write it. Matched whole, without regard to case. */
  aliases: z.array(line).default([]),
});

export const entitiesFileSchema = z.strictObject({
  entities: z.array(entitySchema).min(1),
});

/**
 * Who says so, where it is not the article itself.
 * A speaker, an outlet that reports it, or both; `citing` is the outlet's own source, as the article describes it.
 */
export const attributionSchema = z
  .strictObject({
    /** Entity that said it. */
    speaker: slug.optional(),
    /** In what capacity, where it differs from the speaker's office in entities.yaml. */
    capacity: line.optional(),
    /** Outlet through which the article has it. */
    through: slug.optional(),
    citing: line.optional(),
  })
  .refine((a) => a.speaker !== undefined || a.through !== undefined, {
    message: 'needs a speaker, an outlet in "through", or both; leave attribution out where the article itself says it',
  })
  .refine((a) => a.citing === undefined || a.through !== undefined, {
    message: '"citing" is an outlet\'s source: name the outlet in "through"',
  });

export const quoteSchema = z.strictObject({
  /**
   * Entity whose words these are: a person or a document; the outlet, where the article quotes a report
   * and doesn't say that the people it is about spoke the words.
   */
  speaker: slug,
  /** The words between the article's quotation marks, unchanged, without the marks. */
  words: line,
});

export const correctionSchema = z.strictObject({
  /** The false premise as a short clause: "the U.S. vetoed the resolution". Shown to people as what they assumed. */
  assumed: line,
  /**
   * Wordings of it. A question that holds every content word of one, in any order and form, assumes it.
   * Negation is content: a cue that negates ("not binding") is held only by a question that negates, one that
   * doesn't ("U.S. vetoed") only by a question that doesn't.
   */
  cues: z.array(line).min(1),
  /**
   * Words that turn such a question to something else: with "earlier", "the resolutions that the U.S. vetoed"
   * are not this one. A question that holds all words of one of these lines doesn't assume it.
   */
  unless: z.array(line).default([]),
});

export const statementSchema = z.strictObject({
  id: slug,
  text: line.max(MAX_STATEMENT_LENGTH, `must be at most ${MAX_STATEMENT_LENGTH} characters`),
  attribution: attributionSchema.optional(),
  quotes: z.array(quoteSchema).default([]),
  locator,
  /** When what the statement tells of happened: resolved, and in the words that the article uses. */
  date: z.strictObject({ on: isoDate, written: line }).optional(),
  entities: z.array(slug).default([]),
  topics: z.array(slug).min(1),
  asked_as: z.array(line).min(1),
  corrects: z.array(correctionSchema).default([]),
});

export const articleFileSchema = z.strictObject({
  article: z.strictObject({
    /** How the bot names it in a citation. */
    title: line,
    published: isoDay,
    /** What is known of where it came from, and what is not: no invented publisher, no invented link. */
    provenance: line,
    publisher: line.optional(),
    url: z.url().optional(),
    /** Every sentence of the article, by its locator, in order. Each must be covered by a statement. */
    locators: z.array(locator).min(1),
  }),
  topics: z.array(z.strictObject({ id: slug, name: line })).min(1),
  statements: z.array(statementSchema).min(1),
});

export type Entity = z.output<typeof entitySchema>;
export type EntitiesFile = z.output<typeof entitiesFileSchema>;
export type ArticleFile = z.output<typeof articleFileSchema>;
export type StatementEntry = z.output<typeof statementSchema>;
export type AttributionEntry = z.output<typeof attributionSchema>;
