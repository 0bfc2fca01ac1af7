import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { runFacts } from '../../src/cli/facts.ts';
import { indexEngine } from '../../src/core/engine.ts';
import { formatProblem, loadFacts } from '../../src/facts/load.ts';
import { ARTICLE, changeBridge, makeFolder } from './bridge.ts';
import { makeIo } from './io.ts';

const COMPILED_TEXT = 'This text is in the compiled file only.';

/** A folder and what was compiled from it, with one text changed in the compiled file, so that its use can be told. */
async function compileMarked(): Promise<{ dir: string; compiled: string }> {
  const dir = await changeBridge({});
  const compiled = join(await makeFolder({}), 'dist', 'facts.bin');
  expect(await runFacts(['compile', compiled, dir], makeIo())).toBe(0);
  const bytes = await readFile(compiled);
  const at = bytes.indexOf(Buffer.from('The repair of the Harbour Bridge will', 'utf16le'));
  expect(at).toBeGreaterThan(0);
  bytes.write(COMPILED_TEXT, at, 'utf16le');
  await writeFile(compiled, bytes);
  return { dir, compiled };
}

async function readText(dir: string, compiled?: string): Promise<string | undefined> {
  const loaded = await loadFacts(dir, compiled);
  if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
  return loaded.corpus.statementById.get('repair-cost')?.text;
}

test('compiled facts are used while the folder holds exactly what they were made from', async () => {
  const { dir, compiled } = await compileMarked();
  expect(await readText(dir, compiled)).toContain(COMPILED_TEXT);
  expect(await readText(dir)).not.toContain(COMPILED_TEXT);
});

test('compiled and parsed facts are one corpus, edition and all', async () => {
  const dir = await changeBridge({});
  const compiled = join(dir, 'facts.bin');
  await runFacts(['compile', compiled, dir], makeIo());
  const parsed = await loadFacts(dir);
  const loaded = await loadFacts(dir, compiled);
  if (!parsed.ok || !loaded.ok) throw new Error('the bridge has no problems');
  expect(loaded.corpus).toEqual(parsed.corpus);
  expect(parsed.index).toBeUndefined();
  expect(loaded.index).toEqual(indexEngine(parsed.corpus));
});

test.for<[string, (dir: string) => Promise<void>]>([
  [
    'a comment is added',
    async (dir) => writeFile(join(dir, ARTICLE), `${await readFile(join(dir, ARTICLE), 'utf8')}# x\n`),
  ],
  [
    'an article is added',
    async (dir) => {
      const article = await readFile(join(dir, ARTICLE), 'utf8');
      await writeFile(join(dir, 'more.yaml'), article.replaceAll(/- id: ([a-z]+-[a-z-]+)/g, '- id: $1-too'));
    },
  ],
])('as soon as %s, the folder is parsed', async ([, change]) => {
  const { dir, compiled } = await compileMarked();
  await change(dir);
  expect(await readText(dir, compiled)).not.toContain(COMPILED_TEXT);
});

test('a problem that comes into the folder is seen, whatever was compiled before', async () => {
  const { dir, compiled } = await compileMarked();
  await writeFile(join(dir, ARTICLE), 'article: 1\n');
  expect((await loadFacts(dir, compiled)).ok).toBe(false);
});

test.for([
  ['is absent', () => null],
  ['is empty', () => Buffer.of()],
  ['is cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  ['was made by other code', (bytes: Buffer) => Buffer.concat([Buffer.from('rafah-facts 0123456789abcdef'), bytes])],
  [
    'is in a form that this Node.js does not read',
    (bytes: Buffer) => Buffer.concat([bytes.subarray(0, bytes.indexOf('\n') + 1), Buffer.of(0xff, 0xff)]),
  ],
] as const)('a compiled file that %s does no harm', async ([, change]) => {
  const { dir, compiled } = await compileMarked();
  const other = `${compiled}.other`;
  const content = change(await readFile(compiled));
  if (content !== null) await writeFile(other, content);
  expect(await readText(dir, other)).not.toContain(COMPILED_TEXT);
  const loaded = await loadFacts(dir, other);
  expect(loaded.ok && loaded.index).toBeUndefined();
});

test('facts with problems are not compiled', async () => {
  const dir = await changeBridge({ 'locator: Topline 1': 'locator: Topline 7' });
  const compiled = join(dir, 'facts.bin');
  const io = makeIo();
  expect(await runFacts(['compile', compiled, dir], io)).toBe(1);
  expect(io.printed).toEqual([expect.stringContaining('the article has no locator "Topline 7"')]);
  await expect(readFile(compiled)).rejects.toThrow('ENOENT');
});

test('loading compiled facts runs neither the YAML parser nor the schemas', async () => {
  const { metafile } = await build({
    entryPoints: [join(import.meta.dirname, '../../src/facts/load.ts')],
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    external: ['yaml', 'zod'],
    outdir: 'out',
    write: false,
    metafile: true,
  });
  const entry = Object.keys(metafile.outputs).find((name) => metafile.outputs[name]?.entryPoint?.endsWith('load.ts'));
  const importsOf = (output: string): string[] =>
    (metafile.outputs[output]?.imports ?? []).flatMap(({ path, kind }) =>
      kind === 'import-statement' ? [path, ...importsOf(path)] : [],
    );
  const atStart = importsOf(entry ?? '');
  expect(atStart).toContain('node:crypto');
  expect(atStart.filter((path) => path === 'yaml' || path === 'zod')).toEqual([]);
});
