/** One rule over the bridge's facts with texts replaced; nothing else of the lint runs. */

import { readFolder } from '../../../src/facts/folder.ts';
import { parseFolder } from '../../../src/facts/parse.ts';
import { formatProblem, sortProblems } from '../../../src/facts/problem.ts';
import type { Rule } from '../../../src/facts/rule.ts';
import { changeBridge, makeFolder } from '../bridge.ts';

type Changes = Readonly<Record<string, string>>;

/** What the rule finds, as `path: problem. What to do.` */
export async function runRule(rule: Rule, inArticle: Changes = {}, inEntities: Changes = {}): Promise<string[]> {
  return runOver(rule, await changeBridge(inArticle, inEntities));
}

/** The same over a folder of these files. */
export async function runOnFiles(rule: Rule, files: Changes): Promise<string[]> {
  return runOver(rule, await makeFolder(files));
}

async function runOver(rule: Rule, dir: string): Promise<string[]> {
  const { facts, locate, place } = parseFolder(await readFolder(dir));
  const problems = sortProblems(rule(facts, locate).map(place));
  return problems.map((problem) => formatProblem(problem).replace(/^\S+ /, ''));
}
