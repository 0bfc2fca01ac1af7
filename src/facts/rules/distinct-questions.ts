/** A question in questions.yaml is there for one thing. */
import type { QuestionsFile } from '../../core/schema.ts';
import { tokenize } from '../../core/search/text.ts';
import { QUESTIONS_FILE } from '../folder.ts';
import type { Path } from '../problem.ts';
import type { Finding, Rule } from '../rule.ts';

export const distinctQuestions: Rule = ({ questions }, locate) => {
  if (questions === undefined) return [];
  const first = new Map<string, Path>();
  return listQuestions(questions).flatMap(({ text, path }): Finding[] => {
    const read = tokenize(text)
      .map(({ form }) => form)
      .join(' ');
    const other = first.get(read);
    if (other === undefined) {
      first.set(read, path);
      return [];
    }
    const problem = `"${text}" is there already, in line ${locate(QUESTIONS_FILE, other).line}`;
    return [{ file: QUESTIONS_FILE, path, problem, advice: 'Decide what there is for it, and take the other out.' }];
  });
};

/** Those that stand alone: a follow-up means something else after each question. */
function listQuestions({ answered, assuming, small_talk, silent }: QuestionsFile) {
  const inGroups = (list: string, groups: readonly { readonly questions: readonly string[] }[]) =>
    groups.flatMap(({ questions }, group) =>
      questions.map((text, at) => ({ text, path: [list, group, 'questions', at] })),
    );
  const alone = (list: string, texts: readonly string[]) => texts.map((text, at) => ({ text, path: [list, at] }));
  return [
    ...inGroups('answered', answered),
    ...inGroups('assuming', assuming),
    ...alone('small_talk', small_talk),
    ...alone('silent', silent),
  ];
}
