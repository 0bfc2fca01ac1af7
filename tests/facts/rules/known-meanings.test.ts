import { expect, test } from 'vitest';
import { knownMeanings } from '../../../src/facts/rules/known-meanings.ts';
import { ARTICLE, ENTITIES, readBridge } from '../bridge.ts';
import { runOnFiles, runRule } from './run-rule.ts';

const GLOSSARY = 'glossary.yaml';
const language = (entries: string): string => `languages:
  - id: es
    name: Spanish
    notice: Los hechos están en inglés.
    check_notice: Solo en inglés.
    entries:
${entries}`;
const inGlossary = async (entries: string) => ({
  [ENTITIES]: await readBridge(ENTITIES),
  [ARTICLE]: await readBridge(ARTICLE),
  [GLOSSARY]: language(entries),
});

test('meanings in words of the statements, of names and of grammar pass', async () => {
  expect(await runRule(knownMeanings)).toEqual([]);
  const entries =
    '      - { meant: the bridges, typed: [los puentes] }\n      - { meant: 14, typed: [catorce] }\n      - { typed: [se] }\n';
  expect(await runOnFiles(knownMeanings, await inGlossary(entries.replace('14', "'14'")))).toEqual([]);
});

test('a meaning that no fact could be found by is reported', async () => {
  expect(
    await runOnFiles(knownMeanings, await inGlossary('      - { meant: bridge zeppelin, typed: [zepelín] }\n')),
  ).toEqual([
    'languages[es].entries[0].meant: the facts do not know the word "zeppelin". ' +
      'Say it in words of the lexicon, the entities or the statements, or add it to the lexicon.',
  ]);
});
