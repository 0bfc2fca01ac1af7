/** What the glossary means in English is in words that the facts know: others would find nothing. */
import { CALENDAR } from '../../core/question/calendar.ts';
import { createEnglish, indexEnglish } from '../../core/question/english.ts';
import { tokenize } from '../../core/search/text.ts';
import { GLOSSARY_FILE } from '../folder.ts';
import type { Path } from '../problem.ts';
import { type Finding, listStatements, type Rule } from '../rule.ts';

export const knownMeanings: Rule = (facts) => {
  const { languages } = facts.glossary ?? { languages: [] };
  if (languages.length === 0) return [];
  const english = createEnglish(
    indexEnglish({
      lexicon: facts.lexicon,
      entities: facts.entities.entities,
      texts: listStatements(facts).flatMap(({ statement }) => [statement.text, ...statement.asked_as]),
    }),
  );
  const check = (meant: string | undefined, path: Path): Finding[] =>
    tokenize(meant ?? '')
      .filter(({ form }) => !english.hasRoot(form) && !CALENDAR.includes(form) && !/^\d/.test(form))
      .map(({ surface }) => ({
        file: GLOSSARY_FILE,
        path,
        problem: `the facts do not know the word "${surface}"`,
        advice: 'Say it in words of the lexicon, the entities or the statements, or add it to the lexicon.',
      }));
  return languages.flatMap(({ entries, prefixes }, language) => [
    ...prefixes.flatMap(({ meant }, at) => check(meant, ['languages', language, 'prefixes', at, 'meant'])),
    ...entries.flatMap(({ meant }, at) => check(meant, ['languages', language, 'entries', at, 'meant'])),
  ]);
};
