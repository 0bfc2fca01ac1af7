import { chmod, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatProblem, loadFacts } from '../../src/facts/load.ts';
import { ARTICLE, BRIDGE, changeBridge, ENTITIES, makeFolder, readBridge } from './bridge.ts';

/** The problems as a person reads them, without the temporary folder's name. */
async function problemsOf(dir: string): Promise<string[]> {
  const loaded = await loadFacts(dir);
  return loaded.problems.map((problem) => formatProblem(problem).replaceAll(`${dir}/`, '').replaceAll(dir, 'DIR'));
}

async function editionOf(dir: string): Promise<string> {
  const loaded = await loadFacts(dir);
  if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
  return loaded.corpus.edition;
}

describe('a folder without mistakes', () => {
  test('loads as a corpus in reading order', async () => {
    const loaded = await loadFacts(BRIDGE);
    if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
    expect(loaded.corpus.statements.map(({ id }) => id)).toEqual([
      'council-closed-bridge',
      'berg-safety-first',
      'lind-cracks',
      'repair-cost',
    ]);
    expect(loaded.corpus.asOf).toBe('2024-05-02');
    expect(loaded.corpus.statementById.get('lind-cracks')?.attribution).toMatchObject({
      kind: 'speaker',
      speaker: { name: 'Tom Lind' },
      through: { outlet: { name: 'Harbour Post' }, citing: 'an unnamed official' },
    });
  });

  test('has an edition that layout, comments, key order, line endings and a byte order mark do not change', async () => {
    const article = await readBridge(ARTICLE);
    const entities = await readBridge(ENTITIES);
    const dressed = `\uFEFF# a comment\n${article.replace('topics:', '\n# another\ntopics:')}`.replaceAll('\n', '\r\n');
    const reordered = entities.replace(
      '    kind: outlet\n    name: Harbour Post\n',
      '    name: "Harbour Post"\n    aliases: []\n    kind: outlet\n',
    );
    expect(reordered).not.toBe(entities);
    const dir = await makeFolder({ [ARTICLE]: dressed, [ENTITIES]: reordered });
    expect(await editionOf(dir)).toBe(await editionOf(BRIDGE));
  });

  test('has another edition when one word changes, and when the file has another name', async () => {
    const changed = await changeBridge({ 'three of the twelve': 'four of the twelve' });
    const renamed = await makeFolder({
      'harbour-bridge.yaml': await readBridge(ARTICLE),
      [ENTITIES]: await readBridge(ENTITIES),
    });
    const editions = await Promise.all([BRIDGE, changed, renamed].map(editionOf));
    expect(new Set(editions).size).toBe(3);
    for (const edition of editions) expect(edition).toMatch(/^[0-9a-f]{12}$/);
  });

  test('has one edition however its questions are spread over files, and another when one of them is put in another order', async () => {
    const files = { [ARTICLE]: await readBridge(ARTICLE), [ENTITIES]: await readBridge(ENTITIES) };
    const answered = 'answered: [{ statement: repair-cost, questions: [cost?] }]\n';
    const silent = ['silent:', '  - Who paid?', '  - Who knew?', ''].join('\n');
    const editions = await Promise.all(
      [
        { 'questions.yaml': answered + silent },
        { 'questions-answered.yaml': answered, 'questions-silent.yaml': silent },
        { 'questions-a.yaml': 'silent: [Who paid?]\n', 'questions.yaml': `${answered}silent: [Who knew?]\n` },
        { 'questions-a.yaml': 'silent: [Who knew?]\n', 'questions.yaml': `${answered}silent: [Who paid?]\n` },
        {},
      ].map(async (questions) => editionOf(await makeFolder({ ...files, ...questions }))),
    );
    expect(editions.slice(0, 3)).toEqual(Array(3).fill(editions[0]));
    expect(new Set(editions).size).toBe(3);
  });

  test('may hold other files, which are not read', async () => {
    const dir = await changeBridge({});
    await mkdir(join(dir, 'pictures'));
    await symlink('/nowhere', join(dir, '.editor-lock.yaml'));
    expect((await loadFacts(dir)).ok).toBe(true);
  });
});

describe('what can be wrong with a folder', () => {
  test('it is not there', async () => {
    const dir = join(await makeFolder({}), 'absent');
    expect(await problemsOf(dir)).toEqual([
      'DIR:1:1 (folder): there is no such folder. Create it, or point FACTS_DIR at the folder that holds the facts.',
    ]);
  });

  test('it is a file', async () => {
    const dir = join(await makeFolder({ facts: '' }), 'facts');
    expect(await problemsOf(dir)).toEqual([
      'DIR:1:1 (folder): this is a file, not a folder. Point FACTS_DIR at the folder that holds the facts.',
    ]);
  });

  test('it is empty', async () => {
    const [problem, ...others] = await problemsOf(await makeFolder({}));
    expect(problem).toMatch(/^DIR:1:1 \(folder\): there are no facts in this folder\. It needs entities\.yaml and an/);
    expect(others).toEqual([]);
  });

  test('it holds entities and no article', async () => {
    const dir = await makeFolder({ [ENTITIES]: await readBridge(ENTITIES) });
    expect(await problemsOf(dir)).toEqual([
      'DIR:1:1 (folder): there is no article in this folder, only entities.yaml. ' +
        'Start one with "facts new", and describe it there.',
    ]);
  });

  test('it holds entities and questions and no article', async () => {
    const dir = await makeFolder({
      [ENTITIES]: await readBridge(ENTITIES),
      'questions.yaml': 'silent: [Who paid?]\n',
      'questions-more.yaml': 'silent: [Who knew?]\n',
    });
    expect(await problemsOf(dir)).toEqual([
      'DIR:1:1 (folder): there is no article in this folder, only other files. ' +
        'Start one with "facts new", and describe it there.',
    ]);
  });

  test('it holds an article and no entities', async () => {
    const dir = await makeFolder({ [ARTICLE]: await readBridge(ARTICLE) });
    expect(await problemsOf(dir)).toEqual([
      'DIR:1:1 (folder): there is no entities.yaml in this folder. ' +
        'Add entities.yaml with the people, bodies, outlets and places that the articles name.',
    ]);
  });

  test('two articles share a statement id', async () => {
    const dir = await changeBridge({});
    const both = await makeFolder({
      [ENTITIES]: await readBridge(ENTITIES),
      [ARTICLE]: await readBridge(ARTICLE),
      'again.yaml': (await readBridge(ARTICLE)).replaceAll(
        /- id: (berg-safety-first|lind-cracks|repair-cost)/g,
        '- id: $1-too',
      ),
    });
    expect(await problemsOf(dir)).toEqual([]);
    expect(await problemsOf(both)).toEqual([
      'again.yaml:18:9 statements[council-closed-bridge].id: the statement id "council-closed-bridge" is there ' +
        `already, at ${ARTICLE}:18. Give one of them another.`,
    ]);
  });

  test('a file has the wrong ending or a name that is no id', async () => {
    const dir = await makeFolder({
      'entities.yml': '',
      [ENTITIES]: await readBridge(ENTITIES),
      'My Article.yaml': await readBridge(ARTICLE),
    });
    expect(await problemsOf(dir)).toEqual([
      "My Article.yaml:1:1 (file): an article's file name is its id: lower-case words joined by hyphens, at most 60 " +
        'characters. Rename it, for example to "2024-04-01-virtual-meeting.yaml".',
      'entities.yml:1:1 (file): files of facts end in ".yaml", so this one is not read. Rename it.',
    ]);
  });

  test.for([
    'questions_silent.yaml',
    'questions-Silent.yaml',
    'questions-.yaml',
    'Questions.yaml',
    'questions more.yaml',
  ])('a file of questions is named %s', async (name) => {
    const dir = await makeFolder({
      [ENTITIES]: await readBridge(ENTITIES),
      [ARTICLE]: await readBridge(ARTICLE),
      [name]: 'silent: [Who paid?]\n',
    });
    expect(await problemsOf(dir)).toEqual([
      `${name}:1:1 (file): a file of questions is named "questions", alone or followed by lower-case words, all joined ` +
        'by hyphens. Rename it, for example to "questions-silent.yaml".',
    ]);
  });

  test("what stands under an article's name is a folder", async () => {
    const dir = await changeBridge({});
    await mkdir(join(dir, 'sub.yaml'));
    expect(await problemsOf(dir)).toEqual([
      'sub.yaml:1:1 (file): this is a folder, not a file. Rename it: names that end in ".yaml" are files of facts.',
    ]);
  });

  test('a file is a link to nothing', async () => {
    const dir = await changeBridge({});
    await symlink('/nowhere', join(dir, 'lost.yaml'));
    expect(await problemsOf(dir)).toEqual([
      'lost.yaml:1:1 (file): this is a link to a file that is not there. Mend the link or remove it.',
    ]);
  });

  test('a file may not be read', async () => {
    const dir = await changeBridge({});
    await chmod(dir, 0o755);
    await chmod(join(dir, ARTICLE), 0);
    const problems = await asNobody(() => problemsOf(dir));
    expect(problems).toEqual([
      `${ARTICLE}:1:1 (file): this file may not be read. Give the user that runs this the permission to read it.`,
    ]);
  });
});

/** Permissions don't bind root: there the test is somebody else for a moment. */
async function asNobody<T>(run: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return run();
  process.seteuid?.(65534);
  try {
    return await run();
  } finally {
    process.seteuid?.(0);
  }
}
