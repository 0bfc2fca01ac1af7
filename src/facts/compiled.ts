/** What a build does ahead of the start: the folder's files, parsed, checked and read by the engine, as one file. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Corpus } from '../core/corpus.ts';
import type { EngineIndex } from '../core/engine.ts';

/** A corpus and what the engine made of it. */
export interface ReadyFacts {
  readonly corpus: Corpus;
  readonly index: EngineIndex;
}

/** Put in by `build.js`, and in tests by `vitest.config.ts`: a hash over the code that makes and reads an index, and the versions of all packages. */
declare const CODE_HASH: string | undefined;

/** Code that was not built is what it is while the process lives; it compiles for itself only. */
const CODE = typeof CODE_HASH === 'undefined' ? 'not built' : CODE_HASH;

/** One line before all else. By it a file is refused that was made by other code or from other bytes. */
function headOf(files: string): Buffer {
  return Buffer.from(`rafah-facts ${CODE} ${files}\n`);
}

/**
 * Whole or not at all: a reader never sees half a file.
 * @param files hash over the names and bytes of the files that `facts` were made from
 */
export async function writeCompiled(path: string, facts: ReadyFacts, files: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, Buffer.concat([headOf(files), serialize(facts)]));
  await rename(`${path}.part`, path);
}

/** @returns `null` where there is no such file, or where it was made from other bytes or by other code */
export async function readCompiled(path: string, files: string): Promise<ReadyFacts | null> {
  try {
    const bytes = await readFile(path);
    const head = headOf(files);
    if (!bytes.subarray(0, head.length).equals(head)) return null;
    // Only `facts compile` of this very code writes such a file: reading it back is a cast by intent.
    return deserialize(bytes.subarray(head.length)) as ReadyFacts;
  } catch {
    return null;
  }
}
