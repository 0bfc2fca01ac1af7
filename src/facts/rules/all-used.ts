/**
 * What no statement uses is left over, for example from a statement that was taken out. A mistyped reference is another
 * rule's to report; here it counts as the one that it stands for.
 */
import { ENTITIES_FILE } from '../folder.ts';
import { findMeant } from '../nearest.ts';
import { articleFileName, type Finding, listStatements, type Rule } from '../rule.ts';

export const allUsed: Rule = (facts) => {
  if (facts.incomplete.size > 0) return [];
  const entityIds = facts.entities.entities.map(({ id }) => id);
  const used = new Set<string | null>(facts.entities.entities.map(({ side }) => findMeant(side, entityIds)));
  for (const { statement } of listStatements(facts)) {
    const { attribution, quotes, entities } = statement;
    for (const id of [
      attribution?.speaker,
      attribution?.through,
      ...quotes.map(({ speaker }) => speaker),
      ...entities,
    ]) {
      used.add(findMeant(id, entityIds));
    }
  }
  const entities = facts.entities.entities.flatMap(({ id }, index): Finding[] =>
    used.has(id) ? [] : [unused(ENTITIES_FILE, ['entities', index, 'id'], 'entity', id)],
  );
  const topics = [...facts.articles].flatMap(([articleId, article]) => {
    const topicIds = article.topics.map(({ id }) => id);
    const named = new Set(
      article.statements.flatMap((statement) => statement.topics.map((id) => findMeant(id, topicIds))),
    );
    return article.topics.flatMap(({ id }, index): Finding[] =>
      named.has(id) ? [] : [unused(articleFileName(articleId), ['topics', index, 'id'], 'topic', id)],
    );
  });
  return [...entities, ...topics];
};

function unused(file: string, path: Finding['path'], what: string, id: string): Finding {
  return { file, path, problem: `no statement uses the ${what} "${id}"`, advice: 'Use it, or take it out.' };
}
