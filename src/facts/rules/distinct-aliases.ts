/** A name stands for one entity, and is listed once. */
import { tokenize } from '../../core/search/text.ts';
import { ENTITIES_FILE } from '../folder.ts';
import { dropArticle } from '../mention.ts';
import type { Finding, Rule } from '../rule.ts';

export const distinctAliases: Rule = (facts) => {
  const owners = new Map<string, string>();
  const { entities } = facts.entities;
  for (const { id, name } of entities) owners.set(readAs(name), owners.get(readAs(name)) ?? id);
  return entities.flatMap(({ id, name, aliases }, index) => {
    const listed = new Set([dropArticle(name).toLowerCase()]);
    const nameOwner = owners.get(readAs(name));
    const shared = (path: Finding['path'], alias: string, owner: string): Finding => ({
      file: ENTITIES_FILE,
      path,
      problem: `"${alias}" stands for "${owner}" too`,
      advice: 'A name stands for one entity: take it from one of them, or make it longer.',
    });
    const ofName =
      nameOwner !== undefined && nameOwner !== id ? [shared(['entities', index, 'name'], name, nameOwner)] : [];
    const ofAliases = aliases.flatMap((alias, at): Finding[] => {
      const path = ['entities', index, 'aliases', at];
      const owner = owners.get(readAs(alias)) ?? id;
      owners.set(readAs(alias), owner);
      if (owner !== id) return [shared(path, alias, owner)];
      const plain = dropArticle(alias).toLowerCase();
      if (listed.has(plain) && alias.toLowerCase() !== plain) return [];
      if (!listed.has(plain)) {
        listed.add(plain);
        return [];
      }
      return [{ file: ENTITIES_FILE, path, problem: `"${alias}" is listed already`, advice: 'Take this one out.' }];
    });
    return [...ofName, ...ofAliases];
  });
};

/** What the engine reads: "U.S." and "us", "Jean-Pierre" and "jean pierre" are the same. */
function readAs(name: string): string {
  return tokenize(dropArticle(name))
    .map(({ form }) => form)
    .join(' ');
}
