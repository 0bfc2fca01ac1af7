/**
 * An article's locators number its sentences without a gap, section by section: a sentence that is left out of the
 * list would never be missed by the rule that all are covered.
 */
import { articleFileName, isComplete, type Rule } from '../rule.ts';

export const locatorsInOrder: Rule = (facts) =>
  [...facts.articles].flatMap(([id, { article }]) => {
    if (!isComplete(facts, articleFileName(id), 'article.locators')) return [];
    const seen = new Set<string>();
    return article.locators.flatMap((locator, index) => {
      const place = readLocator(locator);
      const before = readLocator(article.locators[index - 1] ?? '');
      if (place === null || article.locators.indexOf(locator) < index) return [];
      const known = seen.has(place.section);
      seen.add(place.section);
      if (before !== null && follows(place, before, known)) return [];
      if (before === null && starts(place)) return [];
      return [
        {
          file: articleFileName(id),
          path: ['article', 'locators', index],
          problem: `"${locator}" does not follow "${article.locators[index - 1] ?? 'nothing'}"`,
          advice: 'List every sentence in reading order, each section counted from 1 (or 1.1) without a gap.',
        },
      ];
    });
  });

interface Locator {
  readonly section: string;
  readonly paragraph: number;
  /** `null` in sections that are counted by paragraph alone. */
  readonly sentence: number | null;
}

function readLocator(locator: string): Locator | null {
  const [, section, paragraph, sentence] = /^(.+) (\d+)(?:\.(\d+))?$/.exec(locator) ?? [];
  if (section === undefined) return null;
  return { section, paragraph: Number(paragraph), sentence: sentence === undefined ? null : Number(sentence) };
}

function starts({ paragraph, sentence }: Locator): boolean {
  return paragraph === 1 && (sentence === null || sentence === 1);
}

function follows(place: Locator, before: Locator, known: boolean): boolean {
  if (place.section !== before.section) return !known && starts(place);
  if (place.paragraph === before.paragraph) return place.sentence === (before.sentence ?? 0) + 1;
  return place.paragraph === before.paragraph + 1 && (place.sentence === null || place.sentence === 1);
}
