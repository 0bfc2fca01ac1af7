/** A name stands for one entity, and is listed once. */
import { tokenize } from '../../core/search/text.ts';
import { ENTITIES_FILE } from '../folder.ts';
import { dropArticle } from '../mention.ts';
import type { Path } from '../problem.ts';
import type { Finding, Rule } from '../rule.ts';

export const distinctAliases: Rule = ({ entities: { entities } }) => {
  const owners = new Map<string, string>();
  const claim = (id: string, name: string): void => {
    if (!owners.has(readAs(name))) owners.set(readAs(name), id);
  };
  for (const { id, name } of entities) claim(id, name);
  for (const { id, aliases } of entities) for (const alias of aliases) claim(id, alias);
  return entities.flatMap(({ id, name, aliases }, index) => {
    const listed = new Set<string>();
    const check = (written: string, path: Path): Finding[] => {
      const owner = owners.get(readAs(written)) ?? id;
      const again = listed.has(written.toLowerCase());
      listed.add(written.toLowerCase());
      if (owner !== id) {
        const advice = 'A name stands for one entity: take it from one of them, or make it longer.';
        return [{ file: ENTITIES_FILE, path, problem: `"${written}" stands for "${owner}" too`, advice }];
      }
      if (!again) return [];
      return [{ file: ENTITIES_FILE, path, problem: `"${written}" is listed already`, advice: 'Take this one out.' }];
    };
    return [
      ...check(name, ['entities', index, 'name']),
      ...aliases.flatMap((alias, at) => check(alias, ['entities', index, 'aliases', at])),
    ];
  });
};

/** What the engine reads: "U.S." and "us", "Jean-Pierre" and "the jean pierre" are the same. */
function readAs(name: string): string {
  return tokenize(dropArticle(name))
    .map(({ form }) => form)
    .join(' ');
}
