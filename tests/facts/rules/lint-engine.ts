/** Rules that ask the engine, run as the lint runs them: over the bridge's facts with texts replaced. */
import { lintFacts } from '../../../src/facts/lint.ts';
import { formatProblem } from '../../../src/facts/problem.ts';
import { changeBridge } from '../bridge.ts';

/** Everything the whole lint finds, as `path: problem. What to do.` */
export async function lintEngine(inArticle: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const { problems } = await lintFacts(await changeBridge(inArticle));
  return problems.map((problem) => formatProblem(problem).replace(/^\S+ /, ''));
}
