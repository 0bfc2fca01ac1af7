import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runFacts } from '../../src/cli/facts.ts';
import { ARTICLE, BRIDGE, changeBridge, ENTITIES, makeFolder } from './bridge.ts';
import { makeIo } from './io.ts';

describe('facts lint', () => {
  test('says that there are no problems, and of what, and exits with 0', async () => {
    const io = makeIo(BRIDGE);
    expect(await runFacts(['lint'], io)).toBe(0);
    expect(io.printed).toEqual([]);
    expect(io.complaints).toEqual([
      expect.stringMatching(/^No problems: 4 statements in 1 article, edition [0-9a-f]{12}\.$/),
    ]);
  });

  test('prints every problem of the folder that it is given as a line, and exits with 1', async () => {
    const dir = await changeBridge({ 'locator: Topline 1': 'locator: Topline 2', 'on 29 April 2024': 'yesterday' });
    const io = makeIo('/nowhere');
    expect(await runFacts(['lint', dir], io)).toBe(1);
    expect(io.printed).toHaveLength(2);
    for (const line of io.printed) expect(line).toMatch(/^\S+\.yaml:\d+:\d+ \S+: [^.]+\. .+\.$/);
    expect(io.printed[0]).toContain(join(dir, ARTICLE));
    expect(io.complaints).toEqual([
      '2 problems in 1 file. The questions in asked_as were not asked: the facts have to load first.',
    ]);
  });

  test('says what to do about a folder that is not there', async () => {
    const io = makeIo('/nowhere/facts');
    expect(await runFacts(['lint'], io)).toBe(1);
    expect(io.printed).toEqual([
      '/nowhere/facts:1:1 (folder): there is no such folder. ' +
        'Create it, or point FACTS_DIR at the folder that holds the facts.',
    ]);
    expect(io.complaints).toEqual(['1 problem.']);
  });
});

describe('facts new', () => {
  /** What an editor writes into the blanks, in the order in which they stand in the file. */
  const FILLED = [
    'Ferry fares',
    '2024-05-03',
    'Written for this test.',
    'fares',
    'The fares',
    'fares-doubled',
    'The fares of the Northport ferry doubled on 1 May 2024.',
    'fares',
    'What happened to the ferry fares?',
  ];

  test('writes a file that lints once its blanks are filled', async () => {
    const dir = await changeBridge({});
    const io = makeIo(dir);
    expect(await runFacts(['new', 'ferry-fares'], io)).toBe(0);
    const path = join(dir, 'ferry-fares.yaml');
    expect(io.printed).toEqual([`Wrote ${path}. Fill in its blanks; "npm run -s facts -- lint" says what is missing.`]);
    const blanks = [...FILLED];
    const filled = (await readFile(path, 'utf8')).replaceAll(/^([^#]*?)""/gm, (_, before: string) => {
      return `${before}${JSON.stringify(blanks.shift())}`;
    });
    expect(blanks).toEqual([]);
    await writeFile(path, filled);
    const lint = makeIo(dir);
    expect(await runFacts(['lint'], lint)).toBe(0);
    expect(lint.complaints).toEqual([expect.stringContaining('5 statements in 2 articles')]);
  });

  test('writes blanks that the lint names one by one until they are filled', async () => {
    const dir = await changeBridge({});
    await runFacts(['new', 'ferry-fares'], makeIo(dir));
    const lint = makeIo(dir);
    expect(await runFacts(['lint'], lint)).toBe(1);
    const named = lint.printed.map((line) => / (\S+): this is empty\./.exec(line)?.[1]);
    expect(named).toEqual([
      'article.title',
      'article.published',
      'article.provenance',
      'topics[0].id',
      'topics[0].name',
      'statements[0].id',
      'statements[0].text',
      'statements[0].topics[0]',
      'statements[0].asked_as[0]',
    ]);
  });

  test('names the schema by which editors check the file', async () => {
    const dir = await makeFolder({});
    await runFacts(['new', 'ferry-fares'], makeIo(dir));
    const text = await readFile(join(dir, 'ferry-fares.yaml'), 'utf8');
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=article.schema.json');
  });

  test('leaves a file that is there as it is', async () => {
    const dir = await changeBridge({});
    const before = await readFile(join(dir, ARTICLE), 'utf8');
    const io = makeIo(dir);
    expect(await runFacts(['new', ARTICLE.replace('.yaml', '')], io)).toBe(1);
    expect(io.complaints).toEqual([
      `${join(dir, ARTICLE)} can't be written: there is such a file already. ` +
        'Choose another name, or move that file away.',
    ]);
    expect(await readFile(join(dir, ARTICLE), 'utf8')).toBe(before);
  });

  test.for([
    ['Ferry Fares.yaml', ' Try "ferry-fares".'],
    ['../ferry', ' Try "ferry".'],
    ['entities', ''],
    ['lexicon', ''],
    ['glossary', ''],
    ['questions', ''],
    ['questions-asked', ''],
    ['!', ''],
  ])('refuses the name %j', async ([name = '', instead]) => {
    const dir = await changeBridge({});
    const io = makeIo(dir);
    expect(await runFacts(['new', name], io)).toBe(2);
    expect(io.complaints).toEqual([
      `"${name}" can't name an article: a name is lower-case words joined by hyphens, at most 60 characters, and ` +
        `none of "entities", "lexicon", "glossary" and what begins with "questions".${instead}`,
    ]);
  });

  test('says that there is no folder to write to', async () => {
    const io = makeIo('/nowhere');
    expect(await runFacts(['new', 'ferry-fares'], io)).toBe(1);
    expect(io.complaints).toEqual([
      "/nowhere/ferry-fares.yaml can't be written: there is no such folder. " +
        'Create it, or point FACTS_DIR at the folder that holds the facts.',
    ]);
  });
});

test('facts schema writes the schemas for articles and for each other file beside them', async () => {
  const dir = await makeFolder({ [ENTITIES]: '' });
  const io = makeIo(dir);
  expect(await runFacts(['schema'], io)).toBe(0);
  expect(io.printed).toEqual([
    `Wrote ${join(dir, 'article.schema.json')}.`,
    `Wrote ${join(dir, 'entities.schema.json')}.`,
    `Wrote ${join(dir, 'lexicon.schema.json')}.`,
    `Wrote ${join(dir, 'glossary.schema.json')}.`,
    `Wrote ${join(dir, 'questions.schema.json')}.`,
  ]);
  const others = ['entities', 'lexicon', 'glossary', 'questions'].map((name) => `${name}.schema.json`);
  for (const name of ['article.schema.json', ...others]) {
    expect(JSON.parse(await readFile(join(dir, name), 'utf8'))).toHaveProperty('$schema');
  }
});

describe('facts typed wrongly', () => {
  test.for([
    [[], 'Say what to do with the facts.'],
    [['lnt'], 'There is no command "facts lnt". Did you mean "facts lint"?'],
    [['constructor'], 'There is no command "facts constructor".'],
    [['new'], 'Type it as "facts new SLUG".'],
    [['lint', 'a', 'b'], 'Type it as "facts lint [DIR]".'],
    [['lint', '--fix'], '"facts lint" has no option "--fix".'],
  ] as [string[], string][])('%j exits with 2 and shows the usage', async ([args, complaint]) => {
    const io = makeIo();
    expect(await runFacts(args, io)).toBe(2);
    expect(io.printed).toEqual([]);
    expect(io.complaints[0]).toMatch(new RegExp(`^${complaint.replace(/[?.[\]]/g, '\\$&')}\n\nUsage:`));
  });

  test.for([[['--help']], [['help']], [['lint', '--help']]])(
    '%j shows the usage and exits with 0',
    async ([args = []]) => {
      const io = makeIo();
      expect(await runFacts(args, io)).toBe(0);
      expect(io.printed[0]).toMatch(/^Usage: .*lint \[DIR\].*new SLUG/s);
    },
  );
});
