/** The claims' share of `score`: verdicts measured, as a table. */
import { type CheckedClaim, type ClaimRow, checkClaims, claimLineSchema, tallyClaims } from '../core/claim-scores.ts';
import type { Engine } from '../core/engine.ts';
import { readLineFiles } from './line-files.ts';

export interface MeasuredClaims {
  readonly name: string;
  readonly checked: readonly CheckedClaim[];
}

/** @param dir of the claims, each file a set */
export async function measureClaims(engine: Engine, dir: string): Promise<readonly MeasuredClaims[] | string> {
  const files = await readLineFiles(dir, claimLineSchema, 'a claim with its right verdict');
  if (typeof files === 'string') return files;
  return files.map(({ name, lines }) => ({ name, checked: checkClaims(engine, lines) }));
}

export function claimSets(measured: readonly MeasuredClaims[]) {
  return measured.map(({ name, checked }) => ({ name, rows: tallyClaims(checked) }));
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)}%`;

export function formatClaimTable(rows: readonly ClaimRow[]): string {
  const head = ['verdict', 'claims', 'right', 'of these, place right', 'worst mistakes'];
  const cells = rows.map(({ verdict, claims, right, cited, worst }) => [
    verdict.replace('_', ' '),
    String(claims),
    percent(right, claims),
    verdict === 'not_stated' || right === 0 ? '–' : percent(cited, right),
    String(worst),
  ]);
  const line = (row: readonly string[]): string => `| ${row.join(' | ')} |`;
  return [line(head), '| --- | ---: | ---: | ---: | ---: |', ...cells.map(line)].join('\n');
}

export function describeClaimMiss({ id, verdict, got, claim }: CheckedClaim): string {
  return `${id} ${verdict}: ${claim} → ${got.kind}`;
}

/** What stands before the tables of the page. */
export const CLAIMS_METHOD = `## Claims

\`check\` on the claims of \`tests/questions/claims\`. A verdict is right where it is the known one. The worst mistakes stand by
themselves: "supported" for what the article contradicts or doesn't state, "contradicted" for what is true. What the article gives
only as said or reported by somebody counts as supported, and is shown as said by them, never as fact. \`fresh-…\` were written without looking at
the engine, which then learnt from their misses; \`tuning\` was written to break it. When first asked:

| set | supported | contradicted | not stated | worst mistakes |
| --- | ---: | ---: | ---: | ---: |
| \`fresh-1\`, before the comparison clause by clause | 53.1 | 89.3 | 90.0 | 2 |
| \`fresh-2\`, with it | 50.0 | 64.3 | 100.0 | 3 |
| \`fresh-2\`, before it | 68.8 | 64.3 | 95.0 | 4 |
| \`fresh-3\`, after both | 56.3 | 71.4 | 100.0 | 1 |
| \`fresh-4\`, with more ways to say each statement | 50.0 | 57.1 | 100.0 | 3 |
| \`fresh-5\`, with still more | 60.0 | 60.0 | 100.0 | 3 |
| \`fresh-6\`, likewise | 63.3 | 80.0 | 100.0 | 1 |
| \`fresh-7\`, likewise | 70.0 | 56.0 | 100.0 | 5 |
| \`fresh-8\`, after their worst mistakes were mended and with questions that assume wrongly | 66.7 | 76.0 | 96.0 | 2 |
`;
