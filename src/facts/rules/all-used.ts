/** What no statement uses is left over from something: a typo elsewhere, or a statement that was taken out. */
import { ENTITIES_FILE } from '../folder.ts';
import { articleFileName, type Finding, listStatements, type Rule } from '../rule.ts';

export const allUsed: Rule = (facts) => {
  if (facts.setAside.size > 0) return [];
  const used = new Set(facts.entities.entities.flatMap(({ side }) => side ?? []));
  for (const { statement } of listStatements(facts)) {
    const { attribution, quotes, entities } = statement;
    for (const id of [
      attribution?.speaker,
      attribution?.through,
      ...quotes.map(({ speaker }) => speaker),
      ...entities,
    ]) {
      if (id !== undefined) used.add(id);
    }
  }
  const entities = facts.entities.entities.flatMap(({ id }, index): Finding[] =>
    used.has(id) ? [] : [unused(ENTITIES_FILE, ['entities', index, 'id'], 'entity', id)],
  );
  const topics = [...facts.articles].flatMap(([articleId, article]) =>
    article.topics.flatMap(({ id }, index): Finding[] =>
      article.statements.some((statement) => statement.topics.includes(id))
        ? []
        : [unused(articleFileName(articleId), ['topics', index, 'id'], 'topic', id)],
    ),
  );
  return [...entities, ...topics];
};

function unused(file: string, path: Finding['path'], what: string, id: string): Finding {
  return { file, path, problem: `no statement uses the ${what} "${id}"`, advice: 'Use it, or take it out.' };
}
