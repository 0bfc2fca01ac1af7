/** Every sentence of the article is told by at least one statement. */
import { articleFileName, type Rule } from '../rule.ts';

export const locatorsCovered: Rule = (facts) =>
  [...facts.articles].flatMap(([id, { article, statements }]) => {
    const file = articleFileName(id);
    if (facts.setAside.has(file)) return [];
    const cited = new Set(statements.map(({ locator }) => locator));
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
