/** What is listed: people, dates, quoted words, topics, sources. Each item says where it stands. */
import { describeCitation, describeOrigin, describeSource, formatDate } from './attribution.ts';
import type { Citation, Statement } from './corpus.ts';
import type { Outline, Part } from './outline.ts';
import type { CitedQuote, Person, Reply, Side, TopicCount } from './reply.ts';
import * as say from './wording.ts';

export function outlinePeople(sides: readonly Side[], asOf: string): Outline {
  const { place, foot } = citing(sides.flatMap(({ people }) => people.map(({ citation }) => citation)));
  return list('People', peopleParts(sides, place), [...foot, say.describeAsOf(asOf)]);
}

/** @param place where a citation stands, in words */
export function peopleParts(sides: readonly Side[], place: (citation: Citation) => string): readonly Part[] {
  const item = ({ entity, citation }: Person): Part => ({
    kind: 'item',
    lead: capitalize(entity.name),
    text: entity.office ?? '',
    origin: place(citation),
  });
  return sides.flatMap(({ name, people }): Part[] => [
    { kind: 'label', text: capitalize(name ?? 'others') },
    ...people.map(item),
  ]);
}

export function outlineTimeline(entries: readonly Statement[], asOf: string): Outline {
  const { place, foot } = citing(entries.map(({ citation }) => citation));
  const item = (statement: Statement): Part => ({
    kind: 'item',
    lead: statement.date === null ? '' : formatDate(statement.date.on),
    text: statement.text,
    origin: describeOrigin(statement, place(statement.citation)),
  });
  return list('Timeline', entries.map(item), [...foot, say.describeAsOf(asOf)]);
}

export function outlineQuotes(speaker: string | null, quotes: readonly CitedQuote[], asOf: string): Outline {
  const { place, foot } = citing(quotes.map(({ statement }) => statement.citation));
  const item = ({ quote, statement }: CitedQuote): Part => ({
    kind: 'item',
    lead: quote.speaker.name,
    text: `“${quote.words}”`,
    origin: describeOrigin(statement, place(statement.citation)),
  });
  const title = speaker === null ? 'Quoted words' : `Quoted words of ${speaker}`;
  return list(title, quotes.map(item), [...foot, say.describeAsOf(asOf)]);
}

export function outlineTopics(topics: readonly TopicCount[], asOf: string): Outline {
  const item = ({ topic, statements }: TopicCount): Part => ({
    kind: 'item',
    lead: topic.name,
    text: `${count(statements, 'statement')}: ${say.COMMAND} topics ${topic.id}`,
    origin: '',
  });
  return list('Topics', topics.map(item), [say.describeAsOf(asOf)]);
}

export function outlineSources({ articles, edition, scores, asOf }: Extract<Reply, { kind: 'sources' }>): Outline {
  const parts = articles.flatMap(({ article, statements, sentences, outlets }): Part[] => {
    const reported = outlets.length === 0 ? 'none named' : outlets.map(({ name }) => name).join(', ');
    const published = `Published ${formatDate(article.published)}${article.publisher === null ? '' : `, ${article.publisher}`}.`;
    return [
      { kind: 'item', lead: article.title, text: `${published} ${article.provenance}`, origin: article.url ?? '' },
      { kind: 'item', lead: 'Outlets it relies on', text: reported, origin: '' },
      {
        kind: 'item',
        lead: 'Covered',
        text: `${count(statements, 'statement')} on ${count(sentences, 'sentence')}`,
        origin: '',
      },
    ];
  });
  if (scores !== null) {
    const origin = `Measured on edition ${scores.edition}`;
    parts.push({ kind: 'item', lead: 'How often answers are right', text: say.describeScores(scores), origin });
  }
  return list('Sources', parts, [`Edition ${edition}.`, say.describeAsOf(asOf)]);
}

function list(title: string, parts: readonly Part[], foot: readonly string[]): Outline {
  const rows: readonly Part[] = parts.length === 0 ? [{ kind: 'sentence', text: 'Nothing to list.' }] : parts;
  return { parts: [{ kind: 'title', text: title }, ...rows], foot };
}

/** Where all come from one article, its name stands once at the foot and each item gives the place alone. */
export function citing(citations: readonly Citation[]): {
  readonly place: (citation: Citation) => string;
  readonly foot: readonly string[];
} {
  const articles = [...new Set(citations.map(({ article }) => article))];
  const [only] = articles;
  if (only === undefined || articles.length > 1) return { place: describeCitation, foot: [] };
  return { place: ({ locator }) => locator, foot: [`Places are in ${describeSource(only)}.`] };
}

/** "the United Nations" at the beginning of a line. */
function capitalize(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
