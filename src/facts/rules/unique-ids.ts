/** An id names one thing: statements over all articles, entities, concepts, an article's topics and locators. */
import { ENTITIES_FILE, GLOSSARY_FILE, LEXICON_FILE } from '../folder.ts';
import type { Path } from '../problem.ts';
import { articleFileName, type Finding, listStatements, type Rule } from '../rule.ts';

export const uniqueIds: Rule = (facts, locate) => {
  const findTwice = (what: string, ids: readonly Placed[]): Finding[] => {
    const first = new Map<string, Placed>();
    return ids.flatMap((placed) => {
      const { id, file, path } = placed;
      const other = first.get(id);
      if (other === undefined) {
        first.set(id, placed);
        return [];
      }
      const where = `${other.file}:${locate(other.file, other.path).line}`;
      return [
        {
          file,
          path,
          problem: `the ${what} "${id}" is there already, at ${where}`,
          advice: 'Give one of them another.',
        },
      ];
    });
  };
  const entities = facts.entities.entities.map(({ id }, index) => place(ENTITIES_FILE, id, ['entities', index, 'id']));
  const statements = listStatements(facts).map(({ file, statement, path }) =>
    place(file, statement.id, [...path, 'id']),
  );
  const inArticles = [...facts.articles].flatMap(([articleId, { article, topics }]) => {
    const file = articleFileName(articleId);
    const locators = article.locators.map((locator, index) => place(file, locator, ['article', 'locators', index]));
    return [
      ...findTwice('locator', locators),
      ...findTwice(
        'topic id',
        topics.map(({ id }, index) => place(file, id, ['topics', index, 'id'])),
      ),
    ];
  });
  const concepts = (facts.lexicon?.concepts ?? []).map(({ id }, index) =>
    place(LEXICON_FILE, id, ['concepts', index, 'id']),
  );
  const languages = (facts.glossary?.languages ?? []).map(({ id }, index) =>
    place(GLOSSARY_FILE, id, ['languages', index, 'id']),
  );
  return [
    ...findTwice('concept id', concepts),
    ...findTwice('language id', languages),
    ...findTwice('entity id', entities),
    ...findTwice('statement id', statements),
    ...inArticles,
  ];
};

interface Placed {
  readonly id: string;
  readonly file: string;
  readonly path: Path;
}

function place(file: string, id: string, path: Path): Placed {
  return { file, id, path };
}
