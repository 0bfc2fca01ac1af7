/** A question that editors wrote down is there once and for one thing, whichever file it stands in. */
import type { QuestionsFile } from '../../core/questions-schema.ts';
import { tokenize } from '../../core/search/text.ts';
import type { Path } from '../problem.ts';
import { type Facts, type Finding, listStatements, type Rule } from '../rule.ts';

interface Placed {
  readonly file: string;
  readonly path: Path;
  readonly text: string;
  /** What there is for it: a clause that completes "as one that", equal for equal things. */
  readonly use: string;
}

export const distinctQuestions: Rule = (facts, locate) => {
  if (facts.questionsFiles.size === 0) return [];
  const asked = new Map(listAskedAs(facts).map((placed) => [readWords(placed.text), placed]));
  const first = new Map<string, Placed>();
  return [...facts.questionsFiles].flatMap(listQuestions).flatMap((placed): Finding[] => {
    const { file, path, text, use } = placed;
    const words = readWords(text);
    const inArticle = asked.get(words);
    // What `asked_as` has may be here for the same statement, too.
    const other = first.get(words) ?? (inArticle?.use === use ? undefined : inArticle);
    if (!first.has(words)) first.set(words, placed);
    if (other === undefined) return [];
    const already = `"${text}" is there already, at ${other.file}:${locate(other.file, other.path).line}`;
    if (other.use === use) return [{ file, path, problem: already, advice: 'Take one of the two out.' }];
    const problem = `${already}, as one that ${other.use}`;
    return [{ file, path, problem, advice: 'Decide what there is for it, and take the other out.' }];
  });
};

function readWords(text: string): string {
  return tokenize(text)
    .map(({ form }) => form)
    .join(' ');
}

function listAskedAs(facts: Facts): Placed[] {
  return listStatements(facts).flatMap(({ file, statement: { id, asked_as }, path }) =>
    asked_as.map((text, at) => ({ file, path: [...path, 'asked_as', at], text, use: answeredBy(id) })),
  );
}

/** Those that stand alone: a follow-up means something else after each question. */
function listQuestions([file, { answered, assuming, small_talk, silent }]: [string, QuestionsFile]): Placed[] {
  const placeAll = (texts: readonly string[], list: Path, use: string): Placed[] =>
    texts.map((text, at) => ({ file, path: [...list, at], text, use }));
  return [
    ...answered.flatMap(({ statement, questions }, at) =>
      placeAll(questions, ['answered', at, 'questions'], answeredBy(statement)),
    ),
    ...assuming.flatMap(({ statement, assumed, questions }, at) =>
      placeAll(questions, ['assuming', at, 'questions'], `"${statement}" corrects, for assuming that ${assumed}`),
    ),
    ...placeAll(small_talk, ['small_talk'], 'asks nothing'),
    ...placeAll(silent, ['silent'], 'no statement answers'),
  ];
}

function answeredBy(statement: string): string {
  return `"${statement}" answers`;
}
