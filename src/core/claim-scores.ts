/**
 * How often verdicts are right, measured on claims whose right verdict is known.
 *
 * Right is the verdict alone. The worst mistakes are counted by themselves: "supported" for what the article
 * contradicts or does not state, and "contradicted" for what is true.
 */
import { z } from 'zod';
import type { Engine } from './engine.ts';
import type { Judgement, Verdict } from './reply.ts';

const kinds = ['supported', 'contradicted', 'not_stated'] as const satisfies readonly Judgement['kind'][];

export const claimLineSchema = z.object({
  id: z.string(),
  claim: z.string(),
  verdict: z.enum(kinds),
  /** Locators of statements that say so; where there are some, one of them is among those cited. */
  gold: z.array(z.string()),
  style: z.string(),
});

export type ClaimLine = z.output<typeof claimLineSchema>;

export interface CheckedClaim extends ClaimLine {
  readonly got: Verdict;
  readonly right: boolean;
  /** Whether a right verdict cites one of the right places. */
  readonly cited: boolean;
}

export function checkClaims(engine: Engine, lines: readonly ClaimLine[]): readonly CheckedClaim[] {
  return lines.map((line) => {
    const got = engine.check(line.claim);
    const places = [got, ...(got.parts ?? []).map(({ judgement }) => judgement)].flatMap(placesOf);
    const cited = line.gold.length === 0 || places.some((place) => line.gold.includes(place));
    return { ...line, got, right: got.kind === line.verdict, cited };
  });
}

function placesOf(judgement: Judgement): string[] {
  return judgement.kind === 'not_stated' ? [] : judgement.by.map(({ citation }) => citation.locator);
}

export interface ClaimRow {
  readonly verdict: ClaimLine['verdict'];
  readonly claims: number;
  readonly right: number;
  /** Of the right ones, how many cite one of the right places. */
  readonly cited: number;
  /** Supported though it is not, or contradicted though it is true. */
  readonly worst: number;
}

/** One row a verdict, in the order of `kinds`; none for a verdict that no claim has. */
export function tallyClaims(checked: readonly CheckedClaim[]): readonly ClaimRow[] {
  return kinds.flatMap((verdict): ClaimRow[] => {
    const own = checked.filter((claim) => claim.verdict === verdict);
    const right = own.filter((claim) => claim.right);
    const worst = own.filter(({ got }) => isWorst(verdict, got.kind)).length;
    const cited = right.filter((claim) => claim.cited).length;
    return own.length === 0 ? [] : [{ verdict, claims: own.length, right: right.length, cited, worst }];
  });
}

function isWorst(wanted: ClaimLine['verdict'], got: Judgement['kind']): boolean {
  return wanted === 'supported' ? got === 'contradicted' : got === 'supported';
}
