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

const wordings = z.array(line).min(1);

/** Words that mean the same to someone who asks: how the engine reads questions. One optional file for all articles. */
export const lexiconFileSchema = z.strictObject({
  concepts: z
    .array(
      z.strictObject({
        id: slug,
        words: wordings.describe(
          'What people say for it. Matched by stem; "call * off" leaves a gap of up to four words; "=talks" is that form only. A word may stand in several concepts.',
        ),
        loosely: z
          .array(line)
          .default([])
          .describe(
            'Which of the words only help to find: a claim with one is not supported by another word of the group.',
          ),
        opposites: z.array(slug).default([]).describe('Ids of concepts that deny this one; it holds both ways.'),
        near: z.array(slug).default([]).describe('Ids of concepts that partly mean this one; it holds both ways.'),
      }),
    )
    .default([])
    .describe('One idea each. Ideas that no statement has tell that a question asks for something else.'),
  minor: z.array(slug).default([]).describe('Ids of concepts that hardly tell what is asked: "senior", "severe".'),
  done_once: z
    .array(slug)
    .default([])
    .describe('Ids of concepts for what one alone did: a claim that somebody else did it is contradicted.'),
  ignore: z.array(line).default([]).describe('Words that say nothing about what is asked.'),
  spelled: z.array(line).default([]).describe('Common words, one of each root: no names, and no slips of known words.'),
  reads_as: z
    .array(z.strictObject({ meant: line, typed: wordings }))
    .default([])
    .describe('Words read as others: chat shorthand, and forms that no stem tells ("sought" is "seek").'),
});

const foreignForm = line.regex(
  /^(?!\*)[^*]*(?:[^*\s]{3}\*(?:\s[^*]*|$))*$/u,
  'must have "*" only at the end of a word, after three letters or more',
);

/** Words of other languages, so that questions in them find the facts, which are in English. One optional file. */
export const glossaryFileSchema = z.strictObject({
  languages: z
    .array(
      z.strictObject({
        id: z
          .string()
          .regex(/^[a-z]{2,3}$/, 'must be the language\'s code of two or three letters, such as "es"')
          .describe('Its ISO 639 code.'),
        name: line.describe('In English: "Spanish".'),
        notice: line.describe('In the language itself: that the facts are in English, and how the question was read.'),
        check_notice: line.describe('In the language itself: that claims are checked in English only.'),
        endings: z
          .array(
            z.strictObject({
              typed: line.describe('What a form may end in: "ها", "ים".'),
              leaves: line.optional().describe('What stands there without it, where that is not nothing: "ה" for "ת".'),
            }),
          )
          .default([])
          .describe('Tried where the word itself is no known form, one at a time; English does without.'),
        prefixes: z
          .array(
            z.strictObject({
              typed: line.describe('What is written together with the word that follows: "و", "ה".'),
              meant: line.optional().describe('In English. Left out where English does without.'),
            }),
          )
          .default([])
          .describe('Tried, up to three in a row, where a word is not known as it stands.'),
        entries: z
          .array(
            z
              .strictObject({
                entity: slug.optional().describe('A name: the id of an entity.'),
                meant: line.optional().describe('Any other word: what it is in English, in words the facts know.'),
                typed: z
                  .array(foreignForm)
                  .min(1)
                  .describe(
                    'Its forms. Accents and case do not count; several words match in order; "vot*" is every word that starts so. The longest match counts.',
                  ),
              })
              .refine(({ entity, meant }) => entity === undefined || meant === undefined, {
                message: 'an entry means an entity or English words, not both',
                params: { advice: 'Take out "entity" or "meant".' },
              })
              .describe('One meaning. Without "entity" and "meant", words that English does without.'),
          )
          .min(1),
      }),
    )
    .default([]),
});

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
export type GlossaryFile = z.output<typeof glossaryFileSchema>;
export type LexiconFile = z.output<typeof lexiconFileSchema>;
export type Entity = z.output<typeof entitySchema>;
export type EntitiesFile = z.output<typeof entitiesFileSchema>;
export type ArticleFile = z.output<typeof articleFileSchema>;
export type StatementEntry = z.output<typeof statementSchema>;
export type AttributionEntry = z.output<typeof attributionSchema>;
