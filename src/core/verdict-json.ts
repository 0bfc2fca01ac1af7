/** A verdict on a claim as `ask --check --json` promises it: field names, their order and their nulls are fixed. */
import { type StatementJson, statementJson } from './answer-json.ts';
import type { Judgement, Verdict } from './reply.ts';

export interface JudgementJson {
  readonly claim: string;
  readonly verdict: 'supported' | 'contradicted' | 'not_stated' | 'not_checked';
  /** Who says so, where the claim states as fact what the article only attributes. */
  readonly asSaidBy: string | null;
  /** What a contradicted claim says, and where two words make the difference, both of them. */
  readonly assumed: string | null;
  readonly differs: { readonly claimed: string; readonly told: string } | null;
  /** What the verdict rests on. */
  readonly statements: readonly StatementJson[];
  /** The nearest statements, where none says anything of the claim. */
  readonly related: readonly StatementJson[];
}

export interface VerdictJson extends JudgementJson {
  /** One for each thing that the claim says; empty where it says one. */
  readonly parts: readonly JudgementJson[];
  readonly asOf: string;
}

/** @param asOf the corpus's day, YYYY-MM-DD */
export function verdictJson(claim: string, verdict: Verdict, asOf: string): VerdictJson {
  const parts = (verdict.parts ?? []).map((part) => judgementJson(part.claim, part.judgement));
  return { ...judgementJson(claim, verdict), parts, asOf };
}

function judgementJson(claim: string, judgement: Judgement): JudgementJson {
  const told = (verdict: JudgementJson['verdict'], own: Partial<JudgementJson>): JudgementJson => ({
    claim,
    verdict,
    asSaidBy: own.asSaidBy ?? null,
    assumed: own.assumed ?? null,
    differs: own.differs ?? null,
    statements: own.statements ?? [],
    related: own.related ?? [],
  });
  switch (judgement.kind) {
    case 'supported': {
      const { by, asSaidBy } = judgement;
      return told('supported', { asSaidBy: asSaidBy ?? null, statements: by.map(statementJson) });
    }
    case 'contradicted': {
      const { by, assumed, differs } = judgement;
      return told('contradicted', { assumed, differs: differs ?? null, statements: by.map(statementJson) });
    }
    case 'not_stated': {
      const { related, unchecked } = judgement;
      const kind = unchecked === undefined ? 'not_stated' : 'not_checked';
      return told(kind, { related: related.map(statementJson) });
    }
  }
}
