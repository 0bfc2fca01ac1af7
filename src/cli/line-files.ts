/** Folders of JSON Lines, each file a set by its name. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { readLine } from './line.ts';

export interface LineFile<T> {
  /** Without `.jsonl`. */
  readonly name: string;
  readonly lines: readonly T[];
}

/**
 * @param what each line is, for the person who reads that one isn't
 * @returns the files by name, none where there is no folder; or what is wrong with the first line that can't be read
 */
export async function readLineFiles<T>(
  dir: string,
  schema: z.ZodType<T>,
  what: string,
): Promise<readonly LineFile<T>[] | string> {
  const names = (await readdir(dir).catch(() => [])).filter((name) => name.endsWith('.jsonl')).sort();
  const files: LineFile<T>[] = [];
  for (const name of names) {
    const lines: T[] = [];
    for (const [index, line] of (await readFile(join(dir, name), 'utf8')).split('\n').entries()) {
      if (line.trim() === '') continue;
      const read = readLine(line, schema, `Write ${what}.`);
      if (!read.ok) return `${join(dir, name)}:${index + 1}: not ${what}: ${read.problem}`;
      lines.push(read.data);
    }
    files.push({ name: name.replace(/\.jsonl$/, ''), lines });
  }
  return files;
}
