/** Prose reads as it was meant: no spaces from line breaks, none before a stop, no characters that nobody sees. */
import type { Path } from '../problem.ts';
import { articleFileName, type Finding, type Rule } from '../rule.ts';

export const cleanProse: Rule = (facts) =>
  [...facts.articles].flatMap(([id, { article, topics, statements }]) => {
    const prose: [path: Path, text: string][] = [
      [['article', 'title'], article.title],
      [['article', 'provenance'], article.provenance],
      ...topics.map(({ name }, index): [Path, string] => [['topics', index, 'name'], name]),
      ...statements.flatMap(({ text, quotes, asked_as, corrects }, index): [Path, string][] => {
        const path: Path = ['statements', index];
        return [
          [[...path, 'text'], text],
          ...quotes.map(({ words }, at): [Path, string] => [[...path, 'quotes', at, 'words'], words]),
          ...asked_as.map((question, at): [Path, string] => [[...path, 'asked_as', at], question]),
          ...corrects.map(({ assumed }, at): [Path, string] => [[...path, 'corrects', at, 'assumed'], assumed]),
        ];
      }),
    ];
    return prose.flatMap(([path, text]): Finding[] => {
      const found = explain(text);
      return found === null ? [] : [{ file: articleFileName(id), path, ...found }];
    });
  });

/** What is no text at all, or changes how text is shown: controls, special spaces, zero width, direction overrides. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;
/** Not "two- and three-year". */
const BROKEN_HYPHEN = /[\p{L}\p{N}]+- (?!(?:and|or|nor|to) )[\p{L}\p{N}]+/u;
const SPACE_BEFORE_STOP = /\S+ [,.;:!?](?=\s|$)/u;

function explain(text: string): { problem: string; advice: string } | null {
  const unseen = UNSEEN.exec(text)?.[0];
  if (unseen !== undefined) {
    const code = (unseen.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return { problem: `the character U+${code} can't be seen here`, advice: 'Take it out, or type a plain space.' };
  }
  const broken = BROKEN_HYPHEN.exec(text)?.[0];
  if (broken !== undefined) {
    const problem = `"${broken}" has a space after its hyphen, as a line that ends in one leaves`;
    return { problem, advice: `Write "${broken.replace(' ', '')}" on one line.` };
  }
  if (text.includes('  ')) return { problem: 'two spaces stand side by side', advice: 'Leave one.' };
  const stop = SPACE_BEFORE_STOP.exec(text)?.[0];
  if (stop !== undefined) {
    return { problem: `"${stop}" has a space before the mark`, advice: `Write "${stop.replace(' ', '')}".` };
  }
  if (text !== text.normalize('NFC')) {
    return { problem: 'letters and their accents are separate characters', advice: 'Save it in the Unicode form NFC.' };
  }
  return null;
}
