/** Nobody's words stand in a statement that does not say whose they are. */
import { listNames, mentions } from '../mention.ts';
import { type Finding, listStatements, type Rule } from '../rule.ts';

export const quotesAttributed: Rule = (facts) => {
  const entityById = new Map(facts.entities.entities.map((entity) => [entity.id, entity]));
  return listStatements(facts).flatMap(({ file, statement, path }) =>
    statement.quotes.flatMap((quote, index): Finding[] => {
      const speaker = entityById.get(quote.speaker);
      if (speaker === undefined) return [];
      const { attribution, text } = statement;
      const finding = (problem: string, advice: string): Finding[] => [
        { file, path: [...path, 'quotes', index, 'speaker'], problem, advice },
      ];
      if (speaker.kind === 'place' || speaker.kind === 'term') {
        return finding(
          `"${quote.speaker}" is a ${speaker.kind}, which does not speak`,
          'Name the person or the document.',
        );
      }
      if (speaker.kind === 'document') {
        if (mentions(text, listNames(speaker))) return [];
        return finding(`the text quotes "${quote.speaker}" without naming it`, `Name it: ${speaker.name}.`);
      }
      const key = speaker.kind === 'outlet' ? 'through' : 'speaker';
      if (attribution?.[key] === quote.speaker || attribution?.speaker === quote.speaker) return [];
      return finding(
        `"${quote.speaker}" is quoted, but the statement is not attributed to "${quote.speaker}"`,
        `Set attribution.${key} to "${quote.speaker}", or correct the quote's speaker.`,
      );
    }),
  );
};
