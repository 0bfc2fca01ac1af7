import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runFacts } from '../../src/cli/facts.ts';
import { lintFacts } from '../../src/facts/lint.ts';
import { formatProblem } from '../../src/facts/problem.ts';
import { ARTICLE, BRIDGE, changeBridge } from './bridge.ts';
import { makeIo } from './io.ts';

async function lint(dir: string, compiled?: string): Promise<string[]> {
  const { problems } = await lintFacts(dir, compiled);
  return problems.map((problem) => formatProblem(problem).replaceAll(`${dir}/`, ''));
}

test('a file with ten different mistakes shows all ten, in reading order', async () => {
  const dir = await changeBridge({
    'published: 2024-05-02': 'published: 2 May 2024',
    '- Key Facts 2.1': '- Key Facts 2.1\n    - Key Facts 2.2',
    'voted 7 to 2 on 29 April 2024': 'voted 7 to 2 last Monday',
    'entities: [northport, city-council': 'entities: [northport, city-councl',
    'said that the closure was the only': 'said the closure was “overdue” and the only',
    'locator: Key Facts 1.1\n': 'locater: Key Facts 1.1\n',
    'City engineer Tom Lind found': 'The bridge is old. City engineer Tom Lind found',
    'id: repair-cost': 'id: lind-cracks',
    '- How many piers have cracks?': '- How did the council vote?',
    'locator: Key Facts 2.1\n': 'locator: Key Fact 2.1\n',
  });
  expect(await lint(dir)).toEqual([
    `${ARTICLE}:3:14 article.published: "2 May 2024" has the wrong form. It must be a day as YYYY-MM-DD.`,
    `${ARTICLE}:10:7 article.locators[4]: no statement cites "Key Facts 2.2". Write a statement for each claim of this sentence.`,
    `${ARTICLE}:20:11 statements[council-closed-bridge].text: "last Monday" is true only as seen from one day. Write "29 April 2024"; the article's own words go into date.written.`,
    `${ARTICLE}:23:27 statements[council-closed-bridge].entities[1]: there is no entity "city-councl". The nearest known is "city-council".`,
    `${ARTICLE}:32:11 statements[berg-safety-first].text: the text quotes "overdue", which "quotes" does not declare. Add it with its speaker, or take the quotation marks away.`,
    `${ARTICLE}:37:5 statements[berg-safety-first].locater: there is no key "locater". The nearest known key is "locator".`,
    `${ARTICLE}:43:11 statements[lind-cracks].text: a second sentence starts at "City engineer Tom Lind". Make one sentence of it, or one statement of each.`,
    `${ARTICLE}:49:9 statements[lind-cracks].asked_as[0]: "How did the council vote?" asks for "council-closed-bridge" too, at ${ARTICLE}:19. Leave the question with the statement that answers it best.`,
    `${ARTICLE}:51:9 statements[lind-cracks].id: the statement id "lind-cracks" is there already, at ${ARTICLE}:42. Give one of them another.`,
    `${ARTICLE}:53:14 statements[lind-cracks].locator: the article has no locator "Key Fact 2.1". The nearest is "Key Facts 2.1".`,
  ]);
});

test('facts without a problem are told apart from facts that cannot be loaded', async () => {
  const good = await lintFacts(BRIDGE);
  expect(good.problems).toEqual([]);
  expect(good.corpus?.statements).toHaveLength(4);
  const bad = await lintFacts(await changeBridge({ 'topics: [repair]': 'topics: [repiar]' }));
  expect(bad.problems).toHaveLength(1);
  expect(bad.corpus).toBeNull();
});

test('the engine of a build is asked while it is of these very files, and finds the same', async () => {
  const dir = await changeBridge({ 'What will the repair cost?': 'What is it?' });
  const questions = join(dir, 'questions.yaml');
  await writeFile(questions, 'silent: [Who paid?]\n');
  const compiled = join(dir, 'facts.bin');
  await runFacts(['compile', compiled, dir], makeIo());
  const found = await lint(dir);
  expect(found).toHaveLength(1);
  expect(await lint(dir, compiled)).toEqual(found);
  // Only what was compiled has no questions any more: they were learnt from.
  expect((await lintFacts(dir, compiled)).corpus?.questions.silent).toEqual([]);
  await writeFile(questions, 'silent: [Who knew?]\n');
  expect((await lintFacts(dir, compiled)).corpus?.questions.silent).toEqual(['Who knew?']);
});

describe('the facts that the bot ships with', () => {
  const dir = join(import.meta.dirname, '../../facts');
  const built = join(import.meta.dirname, '../../dist/facts.bin');

  test('have no problem', async () => {
    expect(await lint(dir, built)).toEqual([]);
  });

  test('are linted in under five seconds of computing where the build has learnt from their questions', async () => {
    const started = process.cpuUsage();
    await lintFacts(dir, built);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1e6).toBeLessThan(5);
  });
});
