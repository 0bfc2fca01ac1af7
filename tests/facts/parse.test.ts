import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkFolder } from '../../src/facts/check.ts';
import { readFolder } from '../../src/facts/folder.ts';
import { formatProblem } from '../../src/facts/problem.ts';
import { ARTICLE, changeBridge, ENTITIES, makeFolder, readBridge } from './bridge.ts';

async function problemsOf(dir: string): Promise<string[]> {
  const { problems } = checkFolder(await readFolder(dir));
  return problems.map((problem) => formatProblem(problem).replaceAll(`${dir}/`, ''));
}

/** The problems of the article with these texts replaced. */
async function changed(changes: Record<string, string>): Promise<string[]> {
  const problems = await problemsOf(await changeBridge(changes));
  return problems.map((problem) => problem.replace(`${ARTICLE}:`, ''));
}

describe('a file that is not the YAML that facts are written in', () => {
  test('has a mistake of syntax at the place where it stands', async () => {
    expect(await changed({ '    name: The repair': '    name: "The repair' })).toEqual([
      '15:11 (file): not YAML: Missing closing "quote. ' +
        'Put a text that holds ": " or starts with a mark such as "@" into quotes, and close every quote.',
    ]);
    expect(await changed({ 'text: The repair of': 'text: The repair: of' })).toEqual([
      '51:11 (file): not YAML: Nested mappings are not allowed in compact mappings. ' +
        'Put a text that holds ": " or starts with a mark such as "@" into quotes, and close every quote.',
    ]);
    expect(await changed({ '  title: Council': '\ttitle: Council' })).toEqual([
      '2:1 (file): a tab indents this line. Indent with spaces.',
    ]);
  });

  test('has a key twice, and the rest is checked all the same', async () => {
    expect(await changed({ '    locator: Topline 1': '    locator: Topline 1\n    text: Again.\n    txt: x' })).toEqual(
      [
        '21:5 (file): the key "text" stands here twice. Keep one of the two.',
        '22:5 statements[council-closed-bridge].txt: there is no key "txt". The nearest known key is "text".',
      ],
    );
  });

  test('uses references or tags of YAML, or holds two documents', async () => {
    expect(await changed({ 'title: Council': 'title: &t Council', 'name: The repair': 'name: *t' })).toEqual([
      '15:11 (file): "*t" is a YAML reference, which facts don\'t use. Write the value out.',
    ]);
    expect(await changed({ 'title: Council': 'title: !!int Council' })).toHaveLength(1);
    expect(await changed({ 'topics:\n': '---\ntopics:\n' })).toEqual([
      '11:1 (file): a second YAML document starts here. Remove the line "---".',
    ]);
  });

  test('is empty, or a list where keys are expected', async () => {
    const entities = await readBridge(ENTITIES);
    expect(await problemsOf(await makeFolder({ [ENTITIES]: entities, 'a.yaml': '# soon\n' }))).toEqual([
      'a.yaml:1:1 (file): this file is empty. Fill it as facts/README.md shows.',
    ]);
    expect(await problemsOf(await makeFolder({ [ENTITIES]: entities, 'a.yaml': '- article\n' }))).toEqual([
      'a.yaml:1:1 (file): this is a list where keys with values is expected. Write keys with values.',
    ]);
  });

  test('is not UTF-8, and says where', async () => {
    const entities = await readBridge(ENTITIES);
    const latin1 = Buffer.from('article:\n  title: Caf\xe9\n', 'latin1');
    expect(await problemsOf(await makeFolder({ [ENTITIES]: entities, 'a.yaml': latin1 }))).toEqual([
      'a.yaml:2:13 (file): this file is not UTF-8 text. Save it in the encoding UTF-8.',
    ]);
  });

  test('never makes the loader throw, whatever bytes or text it holds', async () => {
    const entities = await readBridge(ENTITIES);
    const article = await readBridge(ARTICLE);
    const damaged = fc
      .tuple(fc.nat(article.length), fc.nat(40), fc.string({ unit: 'binary', maxLength: 20 }))
      .map(([at, length, put]) => Buffer.from(article.slice(0, at) + put + article.slice(at + length)));
    await fc.assert(
      fc.asyncProperty(fc.oneof(damaged, fc.uint8Array({ maxLength: 60 })), async (bytes) => {
        const files = [
          { name: 'a.yaml', bytes },
          { name: ENTITIES, bytes: Buffer.from(entities) },
        ];
        const { problems, source } = checkFolder({ dir: '.', files, problems: [] });
        expect(problems.length > 0).toBe(source === null);
        for (const problem of problems)
          expect(formatProblem(problem)).toMatch(/^(a|entities)\.yaml:\d+:\d+ \S.*: .+\. .+\.$/s);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a file of many thousand lines', () => {
  const check = async (questions: string): Promise<{ readonly told: readonly string[]; readonly seconds: number }> => {
    const files = { [ARTICLE]: await readBridge(ARTICLE), [ENTITIES]: await readBridge(ENTITIES) };
    const dir = await makeFolder({ ...files, 'questions.yaml': questions });
    const started = process.cpuUsage();
    const told = await problemsOf(dir);
    const { user, system } = process.cpuUsage(started);
    return { told, seconds: (user + system) / 1e6 };
  };
  const repeat = (count: number, line: (at: number) => string): string =>
    `silent:\n${Array.from({ length: count }, (_, at) => `  - ${line(at)}\n`).join('')}`;

  test('is read in a few seconds of computing', async () => {
    const { told, seconds } = await check(repeat(40_000, (at) => `Who paid for pier ${at}, and when was that?`));
    expect(told).toEqual([]);
    expect(seconds).toBeLessThan(5);
  });

  test.for<[name: string, line: (at: number) => string, first: RegExp]>([
    [
      'quotes that are not closed',
      (at) => `"Who paid for pier ${at}?`,
      /^questions\.yaml:2:5 .*Missing closing "quote/,
    ],
    ['colons', (at) => `Who paid: pier ${at}: or not?`, /^questions\.yaml:2:15 .*Nested mappings/],
    ['references', (at) => `*pier-${at}`, /^questions\.yaml:2:5 .*"\*pier-0" is a YAML reference/],
    ['numbers', (at) => `${at}`, /^questions\.yaml:2:5 silent\[0\]: 0 is read as a number/],
  ])('and so it is where each line has %s, and every one is told', async ([, line, first]) => {
    const { told, seconds } = await check(repeat(16_000, line));
    expect(told).toHaveLength(16_000);
    expect(told[0]).toMatch(first);
    expect(seconds).toBeLessThan(5);
  });
});

describe('a value that does not fit its schema', () => {
  test.for<[name: string, from: string, to: string, problem: string]>([
    [
      'a mistyped key',
      'locator: Topline 1',
      'locater: Topline 1',
      '20:5 statements[council-closed-bridge].locater: there is no key "locater". The nearest known key is "locator".',
    ],
    [
      'a key that is like none',
      'locator: Topline 1',
      'locator: Topline 1\n    colour: red',
      '21:5 statements[council-closed-bridge].colour: there is no key "colour". Take it out; the keys known here are id, text, attribution, quotes, locator, date, entities, topics, asked_as, corrects, implies.',
    ],
    [
      'a wrong form',
      'id: lind-cracks',
      'id: Lind Cracks',
      '41:9 statements[2].id: "Lind Cracks" has the wrong form. It must be lower-case words joined by hyphens, such as "us-abstained".',
    ],
    [
      'a number',
      'id: lind-cracks',
      'id: 2024',
      '41:9 statements[2].id: 2024 is read as a number, not as a text. Put it in quotes: "2024".',
    ],
    [
      'nothing after a key',
      'name: The repair',
      'name:',
      '15:5 topics[repair].name: this is empty. Write it, or take the key out if it may be left out.',
    ],
    [
      'an empty text',
      'name: The repair',
      'name: ""',
      '15:11 topics[repair].name: this is empty. Write it, or take the key out if it may be left out.',
    ],
    [
      'an empty list',
      'topics: [closure]',
      'topics: []',
      '23:13 statements[council-closed-bridge].topics: this list is empty. Add an item.',
    ],
    [
      'a text for a list',
      'topics: [closure]',
      'topics: closure',
      '23:13 statements[council-closed-bridge].topics: this is a text where a list is expected. Write a list.',
    ],
    [
      'a block that ends in a line break',
      'title: Council closes',
      'title: >\n    Council closes',
      '2:10 article.title: the block mark ">" or "|" leaves a line break at the end. Write ">-" instead.',
    ],
  ])('%s', async ([, from, to, problem]) => {
    const found = await changed({ [from]: to });
    expect(found).toEqual([problem]);
  });

  test('a text above 300 characters', async () => {
    expect(await changed({ 'to lorries.': `to lorries${' and others'.repeat(20)}.` })).toEqual([
      '19:11 statements[council-closed-bridge].text: 314 characters, 14 more than the 300 allowed. Shorten or split it.',
    ]);
  });

  test('a kind that is mistyped', async () => {
    const problems = await problemsOf(await changeBridge({}, { 'kind: outlet': 'kind: outlt' }));
    expect(problems).toEqual([
      'entities.yaml:27:11 entities[harbour-post].kind: "outlt" is none of person, body, outlet, document, place, group, ' +
        'term. Write "outlet".',
    ]);
  });

  test('an attribution to nobody, or a source without its outlet', async () => {
    expect(await changed({ '{ speaker: anna-berg }': '{ capacity: Mayor }' })).toEqual([
      '32:18 statements[berg-safety-first].attribution: an attribution needs a speaker, an outlet in "through", or both. ' +
        'Leave it out where the article itself says it.',
    ]);
    expect(await changed({ 'through: harbour-post, ': '' })).toEqual([
      '43:18 statements[lind-cracks].attribution: "citing" is an outlet\'s source, and no outlet is named. ' +
        'Name the outlet in "through".',
    ]);
  });

  test('a missing key is reported where it belongs', async () => {
    expect(await changed({ '    asked_as:\n      - What did Mayor Berg say about the closure?\n': '' })).toEqual([
      '30:5 statements[berg-safety-first].asked_as: this key is missing. Add "asked_as": it holds a list.',
    ]);
  });
});
