/** What follows an answer when asked for: where its statements come from, and what is like them. */
import { describeAttribution, describeChain, describeCitation, describeSource, formatDate } from './attribution.ts';
import type { Article, Statement } from './corpus.ts';
import type { Outline, Part } from './outline.ts';
import type { Reply } from './reply.ts';
import { statementPart } from './statement-part.ts';
import * as say from './wording.ts';

export function outlineSource({ statements, gone, edition, asOf }: Extract<Reply, { kind: 'source' }>): Outline {
  const parts = statements.flatMap((statement, index): Part[] => [
    ...(statements.length === 1
      ? []
      : [{ kind: 'label' as const, text: `Statement ${index + 1} of ${statements.length}` }]),
    { kind: 'sentence', text: statement.text },
    ...detailsOf(statement),
  ]);
  const notices = say.describeChange(edition, gone).map((text): Part => ({ kind: 'sentence', text }));
  const articles = [...new Set(statements.map(({ citation }) => citation.article))];
  return {
    parts: [...notices, ...parts, { kind: 'label', text: say.PROVENANCE }, ...articles.map(provenanceOf)],
    foot: [`Edition ${edition.now}.`, say.describeAsOf(asOf)],
  };
}

const item = (lead: string, text: string): Part => ({ kind: 'item', lead, text, origin: '' });

function detailsOf({ id, attribution, quotes, citation, date }: Statement): readonly Part[] {
  const who = describeAttribution(attribution);
  return [
    ...(who === null
      ? [item('Who says so', 'the article itself')]
      : [item('Who says so', who), item('How it came to the article', describeChain(attribution))]),
    ...(quotes.length === 0 ? [item('Quoted words', 'none')] : []),
    ...quotes.map(({ words, speaker }) => item('Quoted words', `“${words}” (${speaker.name})`)),
    item('Place', describeCitation(citation)),
    item('Date as written', date === null ? 'none' : `“${date.written}”`),
    ...(date === null ? [] : [item('Date as resolved', formatDate(date.on))]),
    item('Fact', id),
  ];
}

function provenanceOf(article: Article): Part {
  return item(describeSource(article), article.provenance);
}

export function outlineMore({ statements, left, asOf }: Extract<Reply, { kind: 'more' }>): Outline {
  const foot = [say.describeAsOf(asOf)];
  if (statements.length === 0) return { parts: [{ kind: 'sentence', text: say.NO_MORE }], foot };
  return {
    parts: [{ kind: 'label', text: say.MORE_LIKE_THIS }, ...statements.map(statementPart)],
    foot: [say.describeLeft(left), ...foot],
  };
}
