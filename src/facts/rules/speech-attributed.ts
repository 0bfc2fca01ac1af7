/**
 * "X said" in a text, and X is not in its attribution: a claim of somebody's that would be shown as the article's own,
 * or as somebody else's. Only a known name right before such a verb counts, so that nothing innocent is flagged.
 */
import { flattenApostrophes, listNames, namePattern } from '../mention.ts';
import { readQuotations } from '../quotation.ts';
import { type Finding, listStatements, type Rule } from '../rule.ts';

const SAYING =
  'said|says|told|tells|stated|states that|warned|warns|argued|argues|claimed|claims|added|adds|announced|announces|' +
  'declared|declares|insisted|insists|stressed|stresses|described|describes|alleged|reported|reports|wrote|writes|' +
  'remarked|asserted|confirmed|denied|denies|predicted|cautioned|estimated';
const BETWEEN = String.raw`(?:,[^,]{1,60},)?\s+(?:(?:has|had|have|also|then|later|again|publicly|already)\s+){0,2}`;

export const speechAttributed: Rule = (facts) => {
  const names = facts.entities.entities
    .filter(({ kind }) => kind === 'person' || kind === 'body' || kind === 'group' || kind === 'outlet')
    .flatMap((entity) => listNames(entity).map((name) => ({ id: entity.id, name })))
    .sort((a, b) => b.name.length - a.name.length);
  if (names.length === 0) return [];
  const known = namePattern(names.map(({ name }) => name));
  const said = new RegExp(`(${known})${BETWEEN}(?:${SAYING})(?![\\p{L}-])|according to (?:the )?(${known})`, 'giu');
  return listStatements(facts).flatMap(({ file, statement, path }) => {
    const { speaker, through } = statement.attribution ?? {};
    const text = flattenApostrophes(readQuotations(statement.text).rest);
    return [...text.matchAll(said)].flatMap((match): Finding[] => {
      const written = match[1] ?? match[2] ?? '';
      const same = names.filter(({ name }) => flattenApostrophes(name).toLowerCase() === written.toLowerCase());
      const [first] = same;
      if (first === undefined || same.some(({ id }) => id === speaker || id === through)) return [];
      const problem = `the text gives this to ${written}, but its attribution does not name "${first.id}"`;
      const advice = 'Name who says it in attribution.speaker, or the outlet in attribution.through.';
      return [{ file, path: [...path, 'text'], problem, advice }];
    });
  });
};
