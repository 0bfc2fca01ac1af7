/** An answer as `ask --json` promises it: field names, their order and their nulls are fixed. */
import type { Answer, Hit } from './answer.ts';
import { describeAttribution } from './attribution.ts';
import type { Statement } from './corpus.ts';

export interface StatementJson {
  readonly id: string;
  readonly text: string;
  readonly quotes: readonly { readonly speaker: string; readonly words: string }[];
  readonly attribution: string | null;
  readonly citation: { readonly source: string; readonly locator: string };
  readonly date: string | null;
}

export interface HitJson extends StatementJson {
  readonly score: number;
}

export interface AnswerJson {
  readonly question: string;
  readonly status: 'answered' | 'not_stated';
  readonly statements: readonly HitJson[];
  readonly premise: { readonly assumed: string; readonly correctedBy: string } | null;
  readonly related: readonly HitJson[];
  readonly asOf: string;
}

/** @param asOf the corpus's day, YYYY-MM-DD */
export function answerJson(answer: Answer, asOf: string): AnswerJson {
  const { question, status } = answer;
  if (status === 'not_stated') {
    return { question, status, statements: [], premise: null, related: answer.related.map(hitJson), asOf };
  }
  const premise =
    answer.premise === null ? null : { assumed: answer.premise.assumed, correctedBy: answer.premise.correctedBy.id };
  return { question, status, statements: answer.hits.map(hitJson), premise, related: [], asOf };
}

function hitJson({ statement, score }: Hit): HitJson {
  return { ...statementJson(statement), score };
}

export function statementJson({ id, text, quotes, attribution, citation, date }: Statement): StatementJson {
  return {
    id,
    text,
    quotes: quotes.map(({ speaker, words }) => ({ speaker: speaker.name, words })),
    attribution: describeAttribution(attribution),
    citation: { source: citation.article.id, locator: citation.locator },
    date: date?.on ?? null,
  };
}
