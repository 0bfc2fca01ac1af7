import { expect, test } from 'vitest';
import { uniqueIds } from '../../../src/facts/rules/unique-ids.ts';
import { ARTICLE, ENTITIES, readBridge } from '../bridge.ts';
import { runOnFiles, runRule } from './run-rule.ts';

test('ids that are all different pass', async () => {
  expect(await runRule(uniqueIds)).toEqual([]);
});

test('a second statement, topic, locator or entity of one id is named with the place of the first', async () => {
  const found = await runRule(
    uniqueIds,
    { 'id: lind-cracks': 'id: repair-cost', 'id: repair\n': 'id: closure\n', '- Key Facts 2.1': '- Topline 1' },
    { 'id: tom-lind': 'id: anna-berg' },
  );
  expect(found).toEqual([
    `article.locators[3]: the locator "Topline 1" is there already, at ${ARTICLE}:6. Give one of them another.`,
    `topics[closure].id: the topic id "closure" is there already, at ${ARTICLE}:12. Give one of them another.`,
    `statements[repair-cost].id: the statement id "repair-cost" is there already, at ${ARTICLE}:41. ` +
      'Give one of them another.',
    'entities[anna-berg].id: the entity id "anna-berg" is there already, at entities.yaml:2. ' +
      'Give one of them another.',
  ]);
});

test('statement ids are unique over all articles, topic ids and locators within one', async () => {
  const article = await readBridge(ARTICLE);
  const found = await runOnFiles(uniqueIds, {
    [ENTITIES]: await readBridge(ENTITIES),
    'a.yaml': article,
    'b.yaml': article.replace('id: lind-cracks', 'id: other-cracks'),
  });
  expect(found).toEqual(
    [
      ['council-closed-bridge', 18],
      ['berg-safety-first', 30],
      ['repair-cost', 50],
    ].map(
      ([id, line]) =>
        `statements[${id}].id: the statement id "${id}" is there already, at a.yaml:${line}. Give one of them another.`,
    ),
  );
});

test('a language stands in the glossary once', async () => {
  const language = '{ id: es, name: Spanish, notice: n, check_notice: n, entries: [{ typed: [se] }] }';
  const files = { [ENTITIES]: await readBridge(ENTITIES), [ARTICLE]: await readBridge(ARTICLE) };
  const glossary = `languages:\n  - ${language}\n  - ${language}\n`;
  expect(await runOnFiles(uniqueIds, { ...files, 'glossary.yaml': glossary })).toEqual([
    'languages[es].id: the language id "es" is there already, at glossary.yaml:2. Give one of them another.',
  ]);
});
