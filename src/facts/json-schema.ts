/** The schemas for editors that complete and check YAML while it is typed. */
import * as z from 'zod';
import { questionsFileSchema } from '../core/questions-schema.ts';
import { glossaryFileSchema, lexiconFileSchema } from '../core/reading-schema.ts';
import { articleFileSchema, entitiesFileSchema } from '../core/schema.ts';

export interface SchemaFile {
  readonly name: string;
  readonly text: string;
}

/** One for articles and one for each other file, to lie beside them. YAML language servers know draft 7 best. */
export function makeSchemaFiles(): SchemaFile[] {
  return [
    { name: 'article.schema.json', text: print(articleFileSchema, 'Facts of an article') },
    { name: 'entities.schema.json', text: print(entitiesFileSchema, 'People, bodies, outlets, places') },
    { name: 'lexicon.schema.json', text: print(lexiconFileSchema, 'Words that mean the same to someone who asks') },
    { name: 'glossary.schema.json', text: print(glossaryFileSchema, 'Words of other languages') },
    { name: 'questions.schema.json', text: print(questionsFileSchema, 'Questions that people may ask') },
  ];
}

function print(schema: z.ZodType, title: string): string {
  return `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }) }, null, 2)}\n`;
}
