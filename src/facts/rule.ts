/** What a rule of the lint is. One rule a file, in `rules/`. */
import type { Answer } from '../core/answer.ts';
import type { CorpusSource } from '../core/corpus.ts';
import type { QuestionsFile } from '../core/questions-schema.ts';
import type { ArticleFile, StatementEntry } from '../core/schema.ts';
import type { Path } from './problem.ts';
import type { Place } from './yaml-file.ts';

/** The files' content, as far as it has the schemas' shape: checks on values (lengths, forms) may have failed. */
export interface Facts extends CorpusSource {
  /** What `questions` is merged from: by the file's name, in the order of the names. */
  readonly questionsFiles: ReadonlyMap<string, QuestionsFile>;
  /** Lists with items that could not be read, as `file:list`. Nothing can be said of what such a list lacks. */
  readonly incomplete: ReadonlySet<string>;
}

export type List = 'entities' | 'article.locators' | 'topics' | 'statements' | 'concepts';

/** Whether all items of a file's list could be read. */
export function isComplete(facts: Facts, file: string, list: List): boolean {
  return !facts.incomplete.has(`${file}:${list}`);
}

export interface Finding {
  /** The file's name in the folder. */
  readonly file: string;
  readonly path: Path;
  /** A clause without a full stop. */
  readonly problem: string;
  /** What to do: one sentence with its full stop. */
  readonly advice: string;
}

/** Where something else stands that a finding has to mention. */
export type Locate = (file: string, path: Path) => Place;

/** A rule over the files alone; pure. */
export type Rule = (facts: Facts, locate: Locate) => Finding[];

/** A rule that asks the engine; it runs only over facts that the bot could load. */
export type EngineRule = (facts: Facts, ask: Ask) => Finding[];

/** What the bot answers to a question that stands alone. */
export type Ask = (question: string) => Answer;

export interface PlacedStatement {
  readonly file: string;
  readonly articleId: string;
  readonly article: ArticleFile;
  readonly statement: StatementEntry;
  /** The path of the statement in its file. */
  readonly path: Path;
}

/** All statements of all articles. */
export function listStatements(facts: Facts): PlacedStatement[] {
  return [...facts.articles].flatMap(([articleId, article]) =>
    article.statements.map((statement, index) => ({
      file: articleFileName(articleId),
      articleId,
      article,
      statement,
      path: ['statements', index],
    })),
  );
}

export function articleFileName(id: string): string {
  return `${id}.yaml`;
}
