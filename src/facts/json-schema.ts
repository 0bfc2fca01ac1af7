/** The schemas for editors that complete and check YAML while it is typed. */
import { z } from 'zod';
import { articleFileSchema, entitiesFileSchema } from '../core/schema.ts';

export interface SchemaFile {
  readonly name: string;
  readonly text: string;
}

/** One file for articles and one for entities.yaml, to lie beside them. Draft 7 is what YAML language servers know best. */
export function makeSchemaFiles(): SchemaFile[] {
  return [
    { name: 'article.schema.json', text: print(articleFileSchema, 'Facts of an article') },
    { name: 'entities.schema.json', text: print(entitiesFileSchema, 'People, bodies, outlets, places') },
  ];
}

function print(schema: z.ZodType, title: string): string {
  return `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }) }, null, 2)}\n`;
}
