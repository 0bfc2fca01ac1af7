/** Nobody is corrected who is right: neither a statement's own text nor a question of its `asked_as` assumes anything false. */
import type { Premise } from '../../core/answer.ts';
import { articleFileName, type EngineRule, type Finding, listStatements } from '../rule.ts';

export const correctionsSpareTruths: EngineRule = (facts, ask) =>
  listStatements(facts).flatMap(({ file, statement, path }) => {
    const { text, asked_as } = statement;
    const asked = [
      { at: [...path, 'text'], words: text },
      ...asked_as.map((words, index) => ({ at: [...path, 'asked_as', index], words })),
    ];
    return asked.flatMap(({ at, words }): Finding[] => {
      const answer = ask(words);
      if (answer.status !== 'answered' || answer.premise === null) return [];
      const problem = `asked "${words}", the bot says that it is false that ${answer.premise.assumed}`;
      return [{ file, path: at, problem, advice: advise(answer.premise) }];
    });
  });

function advise({ assumed, correctedBy }: Premise): string {
  const byCue = correctedBy.corrects.some((correction) => correction.assumed === assumed);
  return byCue
    ? `Narrow the cues of that correction, which "${correctedBy.id}" in ${articleFileName(correctedBy.citation.article.id)} ` +
        'has, or add words of this one to its "unless".'
    : `Word it so that it does not clash with "${correctedBy.id}".`;
}
