/** Every sentence of the article is told by at least one statement. */
import { findMeant } from '../nearest.ts';
import { articleFileName, isComplete, type Rule } from '../rule.ts';

export const locatorsCovered: Rule = (facts) =>
  [...facts.articles].flatMap(([id, { article, statements }]) => {
    const file = articleFileName(id);
    if (!isComplete(facts, file, 'statements')) return [];
    // A mistyped locator is another rule's to report; here it counts as the one that it stands for.
    const cited = new Set(statements.map(({ locator }) => findMeant(locator, article.locators)));
    return article.locators.flatMap((locator, index) =>
      cited.has(locator)
        ? []
        : [
            {
              file,
              path: ['article', 'locators', index],
              problem: `no statement cites "${locator}"`,
              advice: 'Write a statement for each claim of this sentence.',
            },
          ],
    );
  });
