/** Every cue of a correction calls it up: one that doesn't leaves a false premise standing that its editor saw coming. */
import type { Answer } from '../../core/answer.ts';
import { type EngineRule, type Finding, listStatements } from '../rule.ts';

export const cuesWork: EngineRule = (facts, ask) =>
  listStatements(facts).flatMap(({ file, statement, path }) =>
    statement.corrects.flatMap(({ cues }, at) =>
      cues.flatMap((cue, index): Finding[] => {
        const answer = ask(cue);
        if (answer.status === 'answered' && answer.premise?.correctedBy.id === statement.id) return [];
        const problem = `told "${cue}", the bot does not correct it: it ${describe(answer)}`;
        const advice = 'Word the cue as people would say it, with the words that carry what is false, or take it out.';
        return [{ file, path: [...path, 'corrects', at, 'cues', index], problem, advice }];
      }),
    ),
  );

function describe(answer: Answer): string {
  if (answer.status === 'not_stated') return 'says that the article does not state it';
  if (answer.premise === null) return `answers with "${answer.hits[0].statement.id}"`;
  return `says with "${answer.premise.correctedBy.id}" that it is false that ${answer.premise.assumed}`;
}
