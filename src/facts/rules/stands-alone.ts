/** A statement is shown alone: its first words can't point to a sentence before it. */
import { listStatements, type Rule } from '../rule.ts';

/** "It was Macron who …" points forward. */
const POINTING =
  /^(?:He|She|They|It(?! (?:was|is) )|His|Her|Their|Its|This|That|These|Those|But|However|Also|Moreover)(?=[\s,])/;

export const standsAlone: Rule = (facts) =>
  listStatements(facts).flatMap(({ file, statement, path }) => {
    const word = POINTING.exec(statement.text)?.[0];
    if (word === undefined) return [];
    const problem = `"${word}" points to a sentence that is not shown with this one`;
    return [{ file, path: [...path, 'text'], problem, advice: 'Name who or what is meant.' }];
  });
