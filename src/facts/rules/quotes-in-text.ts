/** Quoted words stand in the text between quotation marks, and whatever stands between such marks is a declared quote. */
import { show } from '../problem.ts';
import { readQuotations, trimEnd } from '../quotation.ts';
import { type Finding, listStatements, type PlacedStatement, type Rule } from '../rule.ts';

export const quotesInText: Rule = (facts) => listStatements(facts).flatMap(checkStatement);

function checkStatement({ file, statement, path }: PlacedStatement): Finding[] {
  const { words, rest } = readQuotations(statement.text);
  const declared = statement.quotes.map((quote) => trimEnd(quote.words));
  const textPath = [...path, 'text'];
  const missing = statement.quotes.flatMap((quote, index): Finding[] => {
    if (words.includes(declared[index] ?? '')) return [];
    const problem = statement.text.includes(quote.words)
      ? `the text has the words ${show(quote.words)} without quotation marks`
      : `the text does not have the words ${show(quote.words)}`;
    const advice = 'Put them into the text between “ and ”, or take the quote out.';
    return [{ file, path: [...path, 'quotes', index, 'words'], problem, advice }];
  });
  const undeclared = words
    .filter((quoted) => !declared.includes(quoted))
    .map((quoted): Finding => {
      const problem = `the text quotes ${show(quoted)}, which "quotes" does not declare`;
      const advice = 'Add it with its speaker, or take the quotation marks away.';
      return { file, path: textPath, problem, advice };
    });
  const stray: Finding[] = STRAY_MARK.test(rest)
    ? [{ file, path: textPath, problem: 'a quotation mark has no partner', advice: 'Write quotations as “…”.' }]
    : [];
  const single = SINGLE_MARKS.exec(rest)?.[1];
  const singles: Finding[] =
    single === undefined
      ? []
      : [
          {
            file,
            path: textPath,
            problem: `${show(single)} stands between single quotation marks`,
            advice: 'Write it as “…”, and declare it in "quotes".',
          },
        ];
  return [...missing, ...undeclared, ...stray, ...singles];
}

const STRAY_MARK = /["“”„«»]/;
/** Opens after white space and closes before white space or a stop, as no apostrophe of a contraction does. */
const SINGLE_MARKS = /(?:^|\s)(['‘](?=\S)[^'‘’]+['’])(?=$|[\s.,;:])/;
