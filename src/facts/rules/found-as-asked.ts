/** Whoever asks in the words of `asked_as` gets this statement first. */
import type { Answer, Silence } from '../../core/answer.ts';
import { type EngineRule, type Finding, listStatements } from '../rule.ts';

export const foundAsAsked: EngineRule = (facts, ask) =>
  listStatements(facts).flatMap(({ file, statement, path }) =>
    statement.asked_as.flatMap((question, index): Finding[] => {
      const answer = ask(question);
      if (answer.status === 'answered' && answer.hits[0].statement.id === statement.id) return [];
      const problem = `asked "${question}", the bot ${describe(answer, statement.id)}`;
      const advice =
        "Word the question with what sets this statement apart, reword the text, or give the question to the other's.";
      return [{ file, path: [...path, 'asked_as', index], problem, advice }];
    }),
  );

function describe(answer: Answer, wanted: string): string {
  if (answer.status === 'not_stated') return describeSilence(answer.silence);
  const [{ statement: first }, ...others] = answer.hits;
  const place = others.findIndex(({ statement }) => statement.id === wanted);
  const after = place === -1 ? 'and does not show this one' : `and shows this one in place ${place + 2}`;
  return `answers with "${first.id}" ${after}`;
}

function describeSilence(silence: Silence): string {
  switch (silence.kind) {
    case 'not_stated':
      return 'says that the article does not state it';
    case 'unknown_name':
      return `says that nothing mentions "${silence.names.join('", "')}"`;
    case 'unread':
      return `says that it does not understand "${silence.words.join('", "')}"`;
    case 'outside':
      return 'says that this is not what the article is about';
    case 'no_question':
      return 'finds no question in it';
  }
}
