/** What a build does ahead of the start: the folder's files, parsed and checked, as one JSON file. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { CorpusSource } from '../core/corpus.ts';

/**
 * Names the shape of what is compiled. A file compiled by a build with other schemas is not used.
 * A test computes it from the schemas and says what to write here.
 */
export const SHAPE = 'e4b43230374c';

interface CompiledFacts {
  readonly shape: string;
  /** Hash over the names and bytes of the files it was made from. */
  readonly files: string;
  readonly edition: string;
  readonly entities: CorpusSource['entities'];
  readonly lexicon: CorpusSource['lexicon'] | null;
  readonly glossary: CorpusSource['glossary'] | null;
  readonly articles: readonly [string, CorpusSource['articles'] extends ReadonlyMap<string, infer A> ? A : never][];
}

export interface ReadyFacts {
  readonly source: CorpusSource;
  readonly edition: string;
}

/** Whole or not at all: a reader never sees half a file. */
export async function writeCompiled(path: string, { source, edition }: ReadyFacts, files: string): Promise<void> {
  const { entities, articles, lexicon, glossary } = source;
  const compiled: CompiledFacts = {
    shape: SHAPE,
    files,
    edition,
    entities,
    lexicon: lexicon ?? null,
    glossary: glossary ?? null,
    articles: [...articles],
  };
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, JSON.stringify(compiled));
  await rename(`${path}.part`, path);
}

/** @returns `null` where there is no such file, or where it was made from other bytes or by other schemas */
export async function readCompiled(path: string, files: string): Promise<ReadyFacts | null> {
  try {
    // Only `facts compile` writes this file, and the shape names its type: reading it back is a cast by intent.
    const compiled = JSON.parse(await readFile(path, 'utf8')) as CompiledFacts;
    if (compiled.shape !== SHAPE || compiled.files !== files) return null;
    const { edition, entities, articles, lexicon, glossary } = compiled;
    return {
      edition,
      source: { entities, articles: new Map(articles), ...(lexicon && { lexicon }), ...(glossary && { glossary }) },
    };
  } catch {
    return null;
  }
}
