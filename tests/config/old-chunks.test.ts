import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { removeOldChunks } from '../../old-chunks.js';

const NOW = Date.parse('2024-04-01T12:00:00Z');
const MINUTE = 60_000;

/** A folder with files that were written so many minutes ago. */
async function makeDist(files: Readonly<Record<string, number>>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'dist-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  await mkdir(join(dir, 'bench'));
  for (const [name, minutes] of Object.entries(files)) {
    const path = join(dir, name);
    await writeFile(path, '');
    await utimes(path, new Date(NOW - minutes * MINUTE), new Date(NOW - minutes * MINUTE));
  }
  return dir;
}

test('a build removes the chunks of builds that are more than an hour old, and nothing else', async () => {
  const dir = await makeDist({
    'main.js': 0,
    'chunk-AAAAAAA1.js': 90,
    'chunk-AAAAAAA2.js': 90,
    'chunk-AAAAAAA2.js.map': 90,
    'ask-AAAAAAA3.js': 61,
    'ask-AAAAAAA4.js': 59,
    'cli.js': 90,
    'facts.bin': 90,
    'bench/chunk-AAAAAAA5.js': 90,
  });
  await removeOldChunks(dir, [join(dir, 'main.js'), join(dir, 'chunk-AAAAAAA1.js')], NOW);
  expect((await readdir(dir, { recursive: true })).sort()).toEqual([
    'ask-AAAAAAA4.js',
    'bench',
    'bench/chunk-AAAAAAA5.js',
    'chunk-AAAAAAA1.js',
    'cli.js',
    'facts.bin',
    'main.js',
  ]);
});
