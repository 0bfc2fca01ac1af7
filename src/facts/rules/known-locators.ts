/** A statement cites a sentence that its article has. */
import { findNearest } from '../nearest.ts';
import { isComplete, listStatements, type Rule } from '../rule.ts';

export const knownLocators: Rule = (facts) =>
  listStatements(facts).flatMap(({ file, article, statement, path }) => {
    const { locators } = article.article;
    if (!isComplete(facts, file, 'article.locators') || locators.includes(statement.locator)) return [];
    const nearest = findNearest(statement.locator, locators);
    const advice =
      nearest === null ? 'Cite a locator of article.locators, or add this one there.' : `The nearest is "${nearest}".`;
    return [{ file, path: [...path, 'locator'], problem: `the article has no locator "${statement.locator}"`, advice }];
  });
