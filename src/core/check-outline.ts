/** The verdict on a claim, part by part where it has several. */
import type { Statement } from './corpus.ts';
import type { Outline, Part } from './outline.ts';
import type { JudgedPart, Judgement, Verdict } from './reply.ts';
import { statementPart } from './statement-part.ts';
import { quoteTyped } from './typed-text.ts';
import * as say from './wording.ts';

/** A claim is shown to be recognised, not to be read again. */
const MAX_CLAIM = 300;

export function outlineCheck(claim: string, verdict: Verdict, asOf: string): Outline {
  const { parts } = verdict;
  return {
    parts: [
      { kind: 'sentence', text: `Claim: ${quoteTyped(claim, MAX_CLAIM)}` },
      ...(parts === undefined ? outlineJudgement(verdict) : outlineJudged(verdict, parts)),
    ],
    foot: [say.describeAsOf(asOf)],
  };
}

function outlineJudged(verdict: Verdict, parts: readonly JudgedPart[]): readonly Part[] {
  return [
    { kind: 'sentence', text: say.describeWhole(verdict.kind, parts) },
    ...parts.flatMap(({ claim, judgement }, index): Part[] => [
      { kind: 'label', text: `Part ${index + 1} of ${parts.length}: ${quoteTyped(claim, MAX_CLAIM)}` },
      ...outlineJudgement(judgement),
    ]),
  ];
}

function outlineJudgement(judgement: Judgement): readonly Part[] {
  const sentence: Part = { kind: 'sentence', text: say.describeVerdict(judgement) };
  if (judgement.kind === 'not_stated') return [sentence, ...outlineRelated(say.NOT_A_JUDGEMENT, judgement.related)];
  return [sentence, ...judgement.by.map(statementPart)];
}

/** @param label says what they are not */
export function outlineRelated(label: string, related: readonly Statement[]): readonly Part[] {
  return related.length === 0 ? [] : [{ kind: 'label', text: label }, ...related.map(statementPart)];
}
