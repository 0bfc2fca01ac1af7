import { cp, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createLog } from '../../src/bot/log.ts';
import { createEngine } from '../../src/core/engine.ts';
import { createLiveLibrary, describeEdit, type LiveLibrary } from '../../src/facts/live-library.ts';
import { type Loaded, loadFacts } from '../../src/facts/load.ts';
import { ARTICLE, ENTITIES, makeFolder, readBridge } from './bridge.ts';

const NOW = Date.UTC(2026, 10, 24, 12);
const FIRST = 'three of the twelve';
const SECOND = 'four of the twelve';

interface Stage {
  readonly dir: string;
  readonly live: LiveLibrary;
  readonly logged: readonly Record<string, unknown>[];
  /** Editions that were taken, oldest first. */
  readonly taken: readonly string[];
  edit(from: string, to: string): Promise<void>;
}

/** The bridge's folder, served. */
async function serve({ load = loadFacts, settleMs = 20, dir = '' } = {}): Promise<Stage> {
  const folder =
    dir === ''
      ? await makeFolder({ [ARTICLE]: await readBridge(ARTICLE), [ENTITIES]: await readBridge(ENTITIES) })
      : dir;
  const loaded = await loadFacts(folder);
  if (!loaded.ok) throw new Error('the fixture does not load');
  const logged: Record<string, unknown>[] = [];
  const taken: string[] = [];
  const live = createLiveLibrary({
    dir: folder,
    first: { corpus: loaded.corpus, engine: createEngine(loaded.corpus) },
    load: () => load(folder),
    onEdition: ({ corpus }) => taken.push(corpus.edition),
    log: createLog('info', (line) => logged.push(JSON.parse(line))),
    now: () => NOW,
    settleMs,
  });
  onTestFinished(() => live.stop());
  return {
    dir: folder,
    live,
    logged,
    taken,
    async edit(from, to) {
      const text = await readBridge(ARTICLE);
      if (!text.includes(from)) throw new Error(`the fixture does not hold "${from}"`);
      await writeFile(join(folder, ARTICLE), text.replace(from, to));
    },
  };
}

const eventually = (check: () => void, timeout = 15_000) => vi.waitFor(check, { timeout });
const reads = ({ live }: Stage, words: string): boolean =>
  live.current().corpus.statements.some(({ text }) => text.includes(words));

describe('a folder that is edited while it is served', () => {
  test('is served as it is now, all of it, without being asked to', async () => {
    const stage = await serve();
    const before = stage.live.current();
    expect(describeEdit(stage.live.lastEdit())).toBe('none since the start');
    await stage.edit(FIRST, SECOND);
    await eventually(() => expect(reads(stage, SECOND)).toBe(true));
    const { corpus, engine } = stage.live.current();
    expect(stage.taken).toEqual([corpus.edition]);
    expect(corpus.edition).not.toBe(before.corpus.edition);
    const answer = engine.answer('how many piers have cracks?');
    expect(answer.status === 'answered' && answer.hits[0].statement).toBe(corpus.statementById.get('lind-cracks'));
    expect(before.corpus.statementById.get('lind-cracks')?.text).toContain(FIRST);
    expect(describeEdit(stage.live.lastEdit())).toBe('taken at 2026-11-24T12:00:00.000Z');
    expect(stage.logged).toMatchObject([
      { message: 'New facts are served', edition: corpus.edition, added: 0, changed: 1, removed: 0 },
    ]);
  });

  test('is read when an editor replaces a file by another, as many do', async () => {
    const stage = await serve();
    const text = (await readBridge(ARTICLE)).replace(FIRST, SECOND);
    await writeFile(join(stage.dir, '.article.swp'), text);
    await rename(join(stage.dir, '.article.swp'), join(stage.dir, ARTICLE));
    await eventually(() => expect(reads(stage, SECOND)).toBe(true));
  });

  test('is read when the folder is a link that is turned to another folder, of which the system says nothing', async () => {
    const root = await makeFolder({});
    for (const name of ['one', 'two']) {
      await mkdir(join(root, name));
      await writeFile(
        join(root, name, ARTICLE),
        (await readBridge(ARTICLE)).replace(FIRST, name === 'one' ? FIRST : SECOND),
      );
      await writeFile(join(root, name, ENTITIES), await readBridge(ENTITIES));
    }
    await symlink('one', join(root, 'facts'));
    const stage = await serve({ dir: join(root, 'facts') });
    // The first look has to be over: only what changes after it is seen.
    await new Promise((resolve) => setTimeout(resolve, 300));
    await symlink('two', join(root, 'next'));
    await rename(join(root, 'next'), join(root, 'facts'));
    await eventually(() => expect(reads(stage, SECOND)).toBe(true));
  });

  test('is served as it was while it has problems; they are told, and gone once it is mended', async () => {
    const stage = await serve();
    const { edition } = stage.live.current().corpus;
    await stage.edit('locator: ', 'locatr: ');
    await eventually(() => expect(stage.live.lastEdit().kind).toBe('refused'));
    expect(stage.live.current().corpus.edition).toBe(edition);
    expect(describeEdit(stage.live.lastEdit())).toMatch(
      /^refused at 2026-11-24T12:00:00\.000Z: [1-9]\d* problems?, see the log or "facts lint"$/,
    );
    const [line] = stage.logged;
    expect(line).toMatchObject({ level: 'error', edition, message: expect.stringContaining('refused') });
    expect(JSON.stringify(line?.['first'])).toMatch(/harbour-bridge\.yaml:\d+:\d+ .*locatr/);
    await stage.edit(FIRST, SECOND);
    await eventually(() => expect(reads(stage, SECOND)).toBe(true));
    expect(stage.live.lastEdit().kind).toBe('taken');
  });

  test('is served on when it is deleted, and when a file of it is emptied', async () => {
    const stage = await serve();
    await writeFile(join(stage.dir, ARTICLE), '');
    await eventually(() => expect(stage.live.lastEdit().kind).toBe('refused'));
    await rm(stage.dir, { recursive: true });
    await stage.live.reload();
    expect(stage.live.lastEdit()).toMatchObject({ kind: 'refused', problems: 1 });
    expect(reads(stage, FIRST)).toBe(true);
  });

  test('is not taken by halves: what is readable while it is being written is not served', async () => {
    const stage = await serve({ settleMs: 400 });
    const text = await readBridge(ARTICLE);
    const half = text.slice(0, text.indexOf('  - id: repair-cost'));
    for (let i = 0; i < 8; i += 1) {
      await writeFile(join(stage.dir, ARTICLE), `${half}# ${i}\n`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await writeFile(join(stage.dir, ARTICLE), text.replace(FIRST, SECOND));
    await eventually(() => expect(reads(stage, SECOND)).toBe(true));
    expect(stage.taken).toHaveLength(1);
    expect(stage.live.current().corpus.statements).toHaveLength(4);
  });

  test('is read again when it changes while it is read', async () => {
    let edits = 0;
    const stage: Stage = await serve({
      load: async (dir): Promise<Loaded> => {
        const loaded = await loadFacts(dir);
        if (edits++ === 0) await stage.edit(FIRST, SECOND);
        return loaded;
      },
    });
    await stage.edit(FIRST, 'two of the twelve');
    await eventually(() => expect(reads(stage, SECOND)).toBe(true));
    expect(stage.taken).toHaveLength(1);
  });

  test('is served as it was where reading it breaks', async () => {
    const stage = await serve({ load: () => Promise.reject(new Error('out of memory')) });
    await stage.edit(FIRST, SECOND);
    await eventually(() => expect(stage.logged).toMatchObject([{ level: 'error', reason: 'out of memory' }]));
    expect(reads(stage, FIRST)).toBe(true);
  });

  test('gives no new edition for a comment, and says so to who asked for a reload', async () => {
    const stage = await serve();
    const { edition } = stage.live.current().corpus;
    await stage.edit('topics:', '# a comment\ntopics:');
    await stage.live.reload();
    expect(stage.taken).toEqual([]);
    expect(stage.logged).toMatchObject([{ message: 'The facts are those that are served', edition }]);
  });

  test('changes nothing any more once the bot stops', async () => {
    const stage = await serve();
    stage.live.stop();
    await stage.edit(FIRST, SECOND);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(stage.taken).toEqual([]);
  });

  test('is taken over from a copy of a whole folder', async () => {
    const stage = await serve();
    const copy = await makeFolder({
      [ARTICLE]: (await readBridge(ARTICLE)).replace(FIRST, SECOND),
      [ENTITIES]: (await readBridge(ENTITIES)).replace('Tom Lind', 'Tim Lind'),
    });
    await cp(copy, stage.dir, { recursive: true });
    await eventually(() => expect(reads(stage, SECOND)).toBe(true));
    const { attribution } = stage.live.current().corpus.statementById.get('lind-cracks') ?? {};
    expect(attribution).toMatchObject({ speaker: { name: 'Tim Lind' } });
    expect(stage.taken).toHaveLength(1);
  });
});
