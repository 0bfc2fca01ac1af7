/** A statement as a part of an outline. */
import { describeOrigin } from './attribution.ts';
import type { Statement } from './corpus.ts';
import { onceEach } from './once-each.ts';
import type { Part } from './outline.ts';

export type StatementPart = Extract<Part, { readonly kind: 'statement' }>;

/** One and the same for each statement, so that surfaces can remember how they draw it. */
export const statementPart = onceEach((statement: Statement): StatementPart => {
  const { text, quotes } = statement;
  return {
    kind: 'statement',
    text,
    quotes: quotes
      .filter(({ words }) => !text.includes(words))
      .map(({ words, speaker }) => `“${words}” (${speaker.name})`),
    origin: describeOrigin(statement),
  };
});
