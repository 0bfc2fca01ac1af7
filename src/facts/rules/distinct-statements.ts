/** No two statements answer the same: neither in nearly the same words, nor as asked for by the same question. */
import { tokenize } from '../../core/search/text.ts';
import type { Path } from '../problem.ts';
import { type Finding, listStatements, type PlacedStatement, type Rule } from '../rule.ts';

/** Share of common words from which two texts are the same: one word of twenty may differ. */
const NEARLY_THE_SAME = 0.9;

export const distinctStatements: Rule = (facts, locate) => {
  const statements = listStatements(facts);
  const where = ({ file, path }: PlacedStatement): string => `${file}:${locate(file, path).line}`;
  return [...findSameTexts(statements, where), ...findSameQuestions(statements, where)];
};

type Where = (placed: PlacedStatement) => string;

function findSameTexts(statements: readonly PlacedStatement[], where: Where): Finding[] {
  const read = statements.map((placed) => ({
    placed,
    words: new Set(tokenize(placed.statement.text).flatMap(({ stop, stem }) => (stop ? [] : [stem]))),
    entities: [...placed.statement.entities].sort().join(),
  }));
  return read.flatMap(({ placed, words, entities }, index) => {
    const other = read
      .slice(0, index)
      .find((before) => before.entities === entities && share(words, before.words) >= NEARLY_THE_SAME);
    if (other === undefined) return [];
    const problem = `this says the same as "${other.placed.statement.id}", at ${where(other.placed)}`;
    const advice = 'Keep one, or let each say what the other does not.';
    return [{ file: placed.file, path: [...placed.path, 'text'], problem, advice }];
  });
}

/** Words in both as a share of words in either; texts without a word are alike in nothing. */
function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  return both / Math.max(a.size + b.size - both, 1);
}

function findSameQuestions(statements: readonly PlacedStatement[], where: Where): Finding[] {
  const asked = new Map<string, PlacedStatement>();
  return statements.flatMap((placed) =>
    placed.statement.asked_as.flatMap((question, index): Finding[] => {
      const read = tokenize(question)
        .map(({ form }) => form)
        .join(' ');
      const other = asked.get(read);
      if (other === undefined) {
        asked.set(read, placed);
        return [];
      }
      const path: Path = [...placed.path, 'asked_as', index];
      return [
        other === placed
          ? { file: placed.file, path, problem: `"${question}" is listed already`, advice: 'Take this one out.' }
          : {
              file: placed.file,
              path,
              problem: `"${question}" asks for "${other.statement.id}" too, at ${where(other)}`,
              advice: 'Leave the question with the statement that answers it best.',
            },
      ];
    }),
  );
}
