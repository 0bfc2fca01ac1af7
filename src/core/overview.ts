/** The corpus by person, date, speaker, topic and source: what `/rafah` lists without a question. */
import type { NonEmpty } from './answer.ts';
import type { Corpus, Statement } from './corpus.ts';
import { compareText } from './corpus.ts';
import type { ArticleSources, CitedQuote, Person, Side, TopicCount } from './reply.ts';
import type { Entity } from './schema.ts';

/** Everyone a statement names, by side, in the order in which the article first names them; those on no side last. */
export function listPeople(corpus: Corpus): readonly Side[] {
  const bySide = new Map<string | null, Person[]>();
  for (const statement of corpus.statements) {
    for (const entity of statement.entities) {
      if (entity.kind !== 'person') continue;
      const side = entity.side === undefined ? null : (corpus.entityById.get(entity.side)?.name ?? null);
      const people = bySide.get(side) ?? [];
      bySide.set(side, people);
      if (people.some((person) => person.entity.id === entity.id)) continue;
      people.push({ entity, citation: introduction(corpus, entity, statement).citation });
    }
  }
  const sides = [...bySide].flatMap(([name, [first, ...rest]]): Side[] =>
    first === undefined ? [] : [{ name, people: [first, ...rest] }],
  );
  return [...sides.filter(({ name }) => name !== null), ...sides.filter(({ name }) => name === null)];
}

/** The statement that gives a person's office, else the first that names them. */
function introduction(corpus: Corpus, entity: Entity, first: Statement): Statement {
  const office = entity.office;
  if (office === undefined) return first;
  const gives = ({ entities, text }: Statement): boolean =>
    entities.includes(entity) && text.toLowerCase().includes(office.toLowerCase());
  return corpus.statements.find(gives) ?? first;
}

/** Dated statements, earliest first; a month stands before its days, and equal dates keep the article's order. */
export function listTimeline(corpus: Corpus): readonly Statement[] {
  return corpus.statements
    .filter(({ date }) => date !== null)
    .sort((a, b) => compareText(a.date?.on ?? '', b.date?.on ?? ''));
}

/** Each quoted wording once, at the first statement that carries it. */
export function listQuotes(corpus: { readonly statements: readonly Statement[] }): readonly CitedQuote[] {
  const seen = new Map<string, CitedQuote>();
  for (const statement of corpus.statements) {
    for (const quote of statement.quotes) {
      const key = `${quote.speaker.id}: ${quote.words}`;
      if (!seen.has(key)) seen.set(key, { quote, statement });
    }
  }
  return [...seen.values()];
}

export function listTopics(corpus: Corpus): readonly TopicCount[] {
  return corpus.articles.flatMap(({ topics }) =>
    topics.map((topic) => ({
      topic,
      statements: corpus.statements.filter((statement) => statement.topics.includes(topic)).length,
    })),
  );
}

export function listSources(corpus: Corpus): NonEmpty<ArticleSources> {
  const describe = (article: Corpus['articles'][number]): ArticleSources => {
    const own = corpus.statements.filter(({ citation }) => citation.article === article);
    const outlets = new Set<Entity>();
    for (const { attribution } of own) {
      if (attribution.kind !== 'article' && attribution.through !== null) outlets.add(attribution.through.outlet);
    }
    return { article, statements: own.length, sentences: article.locators.length, outlets: [...outlets] };
  };
  const [first, ...rest] = corpus.articles;
  return [describe(first), ...rest.map(describe)];
}
