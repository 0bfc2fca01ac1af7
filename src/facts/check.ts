/** Whether a folder's files can be loaded. */
import type { CorpusSource } from '../core/corpus.ts';
import { nameEdition } from './edition.ts';
import type { Folder } from './folder.ts';
import { type Parsed, parseFolder } from './parse.ts';
import { type Problem, sortProblems } from './problem.ts';
import { LOADING_RULES } from './rules/index.ts';

export type Checked = { readonly parsed: Parsed } & (
  | { readonly source: CorpusSource; readonly edition: string; readonly problems: readonly [] }
  | { readonly source: null; readonly edition: null; readonly problems: readonly Problem[] }
);

export function checkFolder(folder: Folder): Checked {
  const parsed = parseFolder(folder);
  const { facts, locate, place } = parsed;
  const findings = LOADING_RULES.flatMap((rule) => rule(facts, locate));
  const problems = sortProblems([...parsed.problems, ...findings.map(place)]);
  if (problems.length > 0) return { parsed, source: null, edition: null, problems };
  return { parsed, source: facts, edition: nameEdition(facts), problems: [] };
}
