import { expect, test } from 'vitest';
import { distinctForms } from '../../../src/facts/rules/distinct-forms.ts';
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

test('a folder without a glossary passes, and forms that are all different', async () => {
  expect(await runRule(distinctForms)).toEqual([]);
  const entries =
    '      - { meant: bridge, typed: [puente*, el puente] }\n      - { meant: the, typed: [el, puent] }\n';
  expect(await runOnFiles(distinctForms, await inGlossary(entries))).toEqual([]);
});

test('a form with two meanings is named with the place of the first, however it is written', async () => {
  const entries = '      - { meant: the, typed: [el] }\n      - { meant: he, typed: [Él] }\n';
  expect(await runOnFiles(distinctForms, await inGlossary(entries))).toEqual([
    'languages[es].entries[1].typed[0]: "Él" has another meaning already, at glossary.yaml:7. ' +
      'A form has one meaning: take it from one of them, or add the words around it.',
  ]);
});

test('a form that an entry lists twice, or that holds no word, is reported', async () => {
  const entries = "      - { meant: the, typed: [el, EL, '?!'] }\n";
  expect(await runOnFiles(distinctForms, await inGlossary(entries))).toEqual([
    'languages[es].entries[0].typed[1]: "EL" is listed already. ' +
      'Take this one out: accents, points and case do not count.',
    'languages[es].entries[0].typed[2]: "?!" holds no word. Write a word of the language, or take it out.',
  ]);
});
