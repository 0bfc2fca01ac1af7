/** An answer as `ask --json` promises it: field names, their order and their nulls are fixed. */
import type { Answer, Hit } from './answer.ts';
import { describeAttribution } from './attribution.ts';

export interface StatementJson {
  readonly id: string;
  readonly text: string;
  readonly quotes: readonly { readonly speaker: string; readonly words: string }[];
  readonly attribution: string | null;
  readonly citation: { readonly source: string; readonly locator: string };
  readonly date: string | null;
  readonly score: number;
}

export interface AnswerJson {
  readonly question: string;
  readonly status: 'answered' | 'not_stated';
  readonly statements: readonly StatementJson[];
  readonly premise: { readonly assumed: string; readonly correctedBy: string } | null;
  readonly related: readonly StatementJson[];
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

function hitJson({ statement, score }: Hit): StatementJson {
  return {
    id: statement.id,
    text: statement.text,
    quotes: statement.quotes.map(({ speaker, words }) => ({ speaker: speaker.name, words })),
    attribution: describeAttribution(statement.attribution),
    citation: { source: statement.citation.article.id, locator: statement.citation.locator },
    date: statement.date?.on ?? null,
    score,
  };
}
