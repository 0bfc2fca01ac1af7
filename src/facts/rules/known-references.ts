/** Every entity, topic, concept and statement that is named by its id exists. */
import type { QuestionsFile } from '../../core/questions-schema.ts';
import type { GlossaryFile, LexiconFile } from '../../core/reading-schema.ts';
import { ENTITIES_FILE, GLOSSARY_FILE, kindOfFile, LEXICON_FILE } from '../folder.ts';
import { findNearest } from '../nearest.ts';
import type { Path } from '../problem.ts';
import { articleFileName, type Finding, isComplete, listStatements, type PlacedStatement, type Rule } from '../rule.ts';

export const knownReferences: Rule = (facts) => {
  const entityIds = facts.entities.entities.map(({ id }) => id);
  const sides = facts.entities.entities.flatMap(({ side }, index) =>
    side === undefined ? [] : [{ file: ENTITIES_FILE, id: side, path: ['entities', index, 'side'] }],
  );
  const statements = listStatements(facts);
  const toEntities = isComplete(facts, ENTITIES_FILE, 'entities')
    ? [...sides, ...statements.flatMap(listEntityReferences), ...(facts.glossary?.languages ?? []).flatMap(listNames)]
    : [];
  const toTopics = statements.filter(({ file }) => isComplete(facts, file, 'topics'));
  const concepts = facts.lexicon?.concepts ?? [];
  const conceptIds = concepts.map(({ id }) => id);
  const toConcepts = isComplete(facts, LEXICON_FILE, 'concepts') ? concepts.flatMap(listConceptReferences) : [];
  const allRead =
    [...facts.articles.keys()].every((id) => isComplete(facts, articleFileName(id), 'statements')) &&
    // A file that could not be read at all may be an article.
    [...facts.incomplete].every((lacking) => lacking.includes(':') || kindOfFile(lacking) !== 'article');
  const toStatements = allRead ? [...facts.questionsFiles].flatMap(listStatementReferences) : [];
  const statementIds = statements.map(({ statement }) => statement.id);
  return [
    ...toStatements.flatMap((reference) => findUnknown(reference, 'statement', statementIds, 'an article')),
    ...toConcepts.flatMap((reference) => findUnknown(reference, 'concept', conceptIds, LEXICON_FILE)),
    ...toEntities.flatMap((reference) => findUnknown(reference, 'entity', entityIds, ENTITIES_FILE)),
    ...toTopics.flatMap(({ file, article, statement, path }) =>
      statement.topics.flatMap((id, index) => {
        const known = article.topics.map((topic) => topic.id);
        return findUnknown({ file, id, path: [...path, 'topics', index] }, 'topic', known, "this file's topics");
      }),
    ),
  ];
};

type Concept = LexiconFile['concepts'][number];
type Language = GlossaryFile['languages'][number];

interface Reference {
  readonly file: string;
  readonly id: string;
  readonly path: Path;
}

function listEntityReferences({ file, statement, path }: PlacedStatement): Reference[] {
  const { attribution, quotes, entities } = statement;
  const references: Reference[] = entities.map((id, index) => ({ file, id, path: [...path, 'entities', index] }));
  quotes.forEach(({ speaker }, index) => {
    references.push({ file, id: speaker, path: [...path, 'quotes', index, 'speaker'] });
  });
  for (const key of ['speaker', 'through'] as const) {
    const id = attribution?.[key];
    if (id !== undefined) references.push({ file, id, path: [...path, 'attribution', key] });
  }
  return references;
}

function listNames({ entries }: Language, language: number): Reference[] {
  return entries.flatMap(({ entity }, at) =>
    entity === undefined
      ? []
      : [{ file: GLOSSARY_FILE, id: entity, path: ['languages', language, 'entries', at, 'entity'] }],
  );
}

function listStatementReferences([file, { answered, assuming, follow_ups }]: [string, QuestionsFile]): Reference[] {
  const one = (list: string, index: number, id: string | undefined): Reference[] =>
    id === undefined ? [] : [{ file, id, path: [list, index, 'statement'] }];
  return [
    ...answered.flatMap(({ statement }, index) => one('answered', index, statement)),
    ...assuming.flatMap(({ statement }, index) => one('assuming', index, statement)),
    ...follow_ups.flatMap(({ after, statement }, index) => [
      ...after.map((id, at) => ({ file, id, path: ['follow_ups', index, 'after', at] })),
      ...one('follow_ups', index, statement),
    ]),
  ];
}

function listConceptReferences({ opposites, near }: Concept, index: number): Reference[] {
  return Object.entries({ opposites, near }).flatMap(([key, ids]) =>
    ids.map((id, place) => ({ file: LEXICON_FILE, id, path: ['concepts', index, key, place] })),
  );
}

function findUnknown({ file, id, path }: Reference, what: string, known: readonly string[], home: string): Finding[] {
  if (known.includes(id)) return [];
  const nearest = findNearest(id, known);
  const advice = nearest === null ? `Correct it, or add it to ${home}.` : `The nearest known is "${nearest}".`;
  return [{ file, path, problem: `there is no ${what} "${id}"`, advice }];
}
