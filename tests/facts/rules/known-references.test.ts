import { expect, test } from 'vitest';
import { readFolder } from '../../../src/facts/folder.ts';
import { parseFolder } from '../../../src/facts/parse.ts';
import { knownReferences } from '../../../src/facts/rules/known-references.ts';
import { ARTICLE, ENTITIES, makeFolder, readBridge } from '../bridge.ts';
import { runOnFiles, runRule } from './run-rule.ts';

test('references to what exists pass', async () => {
  expect(await runRule(knownReferences)).toEqual([]);
});

test('every kind of reference is checked, and the nearest known id is named', async () => {
  const found = await runRule(
    knownReferences,
    {
      'attribution: { speaker: anna-berg }': 'attribution: { speaker: ana-berg }',
      'speaker: anna-berg\n': 'speaker: berg\n',
      'through: harbour-post': 'through: harbor-post',
      'entities: [harbour-bridge]': 'entities: [harbour-bridge, fishery]',
      'topics: [repair]': 'topics: [repiar]',
    },
    { 'side: northport': 'side: nothport' },
  );
  expect(found).toEqual([
    `statements[berg-safety-first].attribution.speaker: there is no entity "ana-berg". ` +
      'The nearest known is "anna-berg".',
    `statements[berg-safety-first].quotes[0].speaker: there is no entity "berg". ` +
      'The nearest known is "anna-berg".',
    `statements[lind-cracks].attribution.through: there is no entity "harbor-post". ` +
      'The nearest known is "harbour-post".',
    `statements[lind-cracks].topics[0]: there is no topic "repiar". The nearest known is "repair".`,
    `statements[repair-cost].entities[1]: there is no entity "fishery". ` + 'Correct it, or add it to entities.yaml.',
    'entities[anna-berg].side: there is no entity "nothport". The nearest known is "northport".',
  ]);
});

test('while an entity or a topic could not be read, references that may mean it are not called unknown', async () => {
  const found = await runRule(
    knownReferences,
    { 'name: The repair': 'nam: The repair', 'entities: [anna-berg]': 'entities: [nobody]' },
    { 'kind: place': 'kind: town' },
  );
  expect(found).toEqual([]);
});

test('an entity that the glossary names has to exist', async () => {
  const glossary =
    'languages: [{ id: es, name: Spanish, notice: n, check_notice: n, entries: [{ entity: ana-berg, typed: [Berg] }] }]\n';
  const files = { [ENTITIES]: await readBridge(ENTITIES), [ARTICLE]: await readBridge(ARTICLE) };
  expect(await runOnFiles(knownReferences, { ...files, 'glossary.yaml': glossary })).toEqual([
    'languages[es].entries[0].entity: there is no entity "ana-berg". The nearest known is "anna-berg".',
  ]);
});

test('a statement that a question is for has to exist', async () => {
  const questions = [
    'answered: [{ statement: repair-costs, questions: [how much?] }]',
    'assuming: [{ statement: nowhere, assumed: it fell, questions: [why did it fall?] }]',
    'follow_ups: [{ after: [repair-cost, lind-crack], questions: [why?] }]',
  ].join('\n');
  const files = { [ENTITIES]: await readBridge(ENTITIES), [ARTICLE]: await readBridge(ARTICLE) };
  expect(await runOnFiles(knownReferences, { ...files, 'questions.yaml': questions })).toEqual([
    'answered[0].statement: there is no statement "repair-costs". The nearest known is "repair-cost".',
    'assuming[0].statement: there is no statement "nowhere". Correct it, or add it to an article.',
    'follow_ups[0].after[1]: there is no statement "lind-crack". The nearest known is "lind-cracks".',
  ]);
});

test('of several files of questions, each is named with its own references, and counts for no article where it is unreadable', async () => {
  const files = {
    [ENTITIES]: await readBridge(ENTITIES),
    [ARTICLE]: await readBridge(ARTICLE),
    'questions-a.yaml': 'answered: [{ statement: repair-cost, questions: [how much?] }]\n',
    'questions-b.yaml': 'answered: [\n',
    'questions-c.yaml': 'silent: [Who?]\nfollow_ups:\n  - after: [lind-crack]\n    questions: [why?]\n',
  };
  const { facts, locate, place } = parseFolder(await readFolder(await makeFolder(files)));
  expect(knownReferences(facts, locate).map(place)).toMatchObject([
    { file: expect.stringMatching(/questions-c\.yaml$/), line: 3, column: 13, path: 'follow_ups[0].after[0]' },
  ]);
});

test('while an article could not be read, the statements that questions are for are not called unknown', async () => {
  const questions = 'answered: [{ statement: repair-cost, questions: [how much?] }]\n';
  const broken = `${await readBridge(ARTICLE)}  bad: [\n`;
  const files = { [ENTITIES]: await readBridge(ENTITIES), [ARTICLE]: broken, 'questions.yaml': questions };
  expect(await runOnFiles(knownReferences, files)).toEqual([]);
});
