/** A folder of facts as a corpus, or everything that is wrong with it. */
import { buildCorpus, type Corpus } from '../core/corpus.ts';
import type { EngineIndex } from '../core/engine.ts';
import { readCompiled } from './compiled.ts';
import { hashFiles, readFolder } from './folder.ts';
import type { Problem } from './problem.ts';

export { formatProblem } from './problem.ts';

export type Loaded =
  | {
      readonly ok: true;
      readonly corpus: Corpus;
      /** What the engine makes of the corpus, where a build has made it. */
      readonly index?: EngineIndex;
      readonly problems: readonly [];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Loads what the bot needs to answer: the files must fit their schemas and refer to what exists. The other rules of
 * the lint are an editor's, and do not stop a bot. Never throws for what is in the folder.
 * @param compiled a file that `facts compile` wrote. It is used when, and only when, it was made from exactly the
 *   bytes that the folder holds now by exactly this code, and spares YAML, schemas and reading; otherwise the folder
 *   is parsed.
 */
export async function loadFacts(dir: string, compiled?: string): Promise<Loaded> {
  const folder = await readFolder(dir);
  if (compiled !== undefined && folder.problems.length === 0) {
    const ready = await readCompiled(compiled, hashFiles(folder.files));
    if (ready !== null) return { ok: true, ...ready, problems: [] };
  }
  const { checkFolder } = await import('./check.ts');
  const { source, problems, edition } = checkFolder(folder);
  if (source === null) return { ok: false, problems };
  return { ok: true, corpus: buildCorpus(source, edition), problems: [] };
}
