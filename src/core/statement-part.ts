/** A statement as a part of an outline. */
import { describeOrigin } from './attribution.ts';
import type { Statement } from './corpus.ts';
import type { Part } from './outline.ts';

export function statementPart(statement: Statement): Part {
  const { text, quotes } = statement;
  return {
    kind: 'statement',
    text,
    quotes: quotes
      .filter(({ words }) => !text.includes(words))
      .map(({ words, speaker }) => `“${words}” (${speaker.name})`),
    origin: describeOrigin(statement),
  };
}
