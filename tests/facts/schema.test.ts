import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeSchemaFiles } from '../../src/facts/json-schema.ts';

const FACTS = join(import.meta.dirname, '../../facts');

describe('the JSON Schemas that editors use', () => {
  test.for(makeSchemaFiles())(
    '$name is as generated; if not, run "npm run -s facts -- schema"',
    async ({ name, text }) => {
      expect(await readFile(join(FACTS, name), 'utf8')).toBe(text);
    },
  );

  test('are named in the first line of every file that ships', async () => {
    const files = (await readdir(FACTS)).filter((name) => name.endsWith('.yaml'));
    for (const name of files) {
      const kind = /^(entities|lexicon|glossary|questions)/.exec(name)?.[0] ?? 'article';
      const text = await readFile(join(FACTS, name), 'utf8');
      expect(text.split('\n')[0], name).toBe(`# yaml-language-server: $schema=${kind}.schema.json`);
    }
  });

  test('let defaults be left out, forbid unknown keys and explain each key of a statement', () => {
    const article: unknown = JSON.parse(makeSchemaFiles()[0]?.text ?? '');
    expect(article).toMatchObject({
      additionalProperties: false,
      properties: {
        statements: {
          items: {
            additionalProperties: false,
            required: ['id', 'text', 'locator', 'topics', 'asked_as'],
            properties: { text: { maxLength: 300, description: expect.stringContaining('One sentence') } },
          },
        },
      },
    });
  });
});
