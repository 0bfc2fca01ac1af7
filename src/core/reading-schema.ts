/**
 * What an editor writes of how questions are read, as zod schemas: `facts/lexicon.yaml` and `facts/glossary.yaml`; as
 * strict and described as `schema.ts`.
 */
import * as z from 'zod';
import { line, slug, wordings } from './schema.ts';

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

export type GlossaryFile = z.output<typeof glossaryFileSchema>;
export type LexiconFile = z.output<typeof lexiconFileSchema>;
