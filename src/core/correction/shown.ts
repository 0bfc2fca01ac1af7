/** A statement as people read it, apart from the corpus: what a later edition is compared with. */
import { describeAttribution, describeCitation, formatDate } from '../attribution.ts';
import type { Corpus, Statement } from '../corpus.ts';
import { hashText } from '../digest/hash.ts';

/** All in the words that are shown. */
export interface Shown {
  readonly text: string;
  /** `null` where the article itself says so. */
  readonly attribution: string | null;
  readonly quotes: readonly string[];
  readonly citation: string;
  /** As resolved and as the article writes it; `null` where it has none. */
  readonly date: string | null;
}

/** One wording of a statement. */
export interface StatementVersion {
  readonly id: string;
  /** Names the content: equal content has an equal name, under whatever id. */
  readonly name: string;
  readonly shown: Shown;
}

function showStatement({ text, attribution, quotes, citation, date }: Statement): Shown {
  return {
    text,
    attribution: describeAttribution(attribution),
    quotes: quotes.map(({ speaker, words }) => `“${words}” (${speaker.name})`),
    citation: describeCitation(citation),
    date: date === null ? null : `${formatDate(date.on)} (in the article: “${date.written}”)`,
  };
}

function nameShown({ text, attribution, quotes, citation, date }: Shown): string {
  return hashText(JSON.stringify([text, attribution, quotes, citation, date])).toString(36);
}

export function versionOf(statement: Statement): StatementVersion {
  const shown = showStatement(statement);
  return { id: statement.id, name: nameShown(shown), shown };
}

/** What an edition shows, in reading order. */
export function listVersions({ statements }: Corpus): readonly StatementVersion[] {
  return statements.map(versionOf);
}
