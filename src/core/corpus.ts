/** All loaded articles as the bot uses them: references resolved, attribution typed, look-ups ready. */
import type { NonEmpty } from './answer.ts';
import type { QuestionsFile } from './questions-schema.ts';
import type { GlossaryFile, LexiconFile } from './reading-schema.ts';
import type { ArticleFile, AttributionEntry, EntitiesFile, Entity, StatementEntry } from './schema.ts';

export interface Article {
  readonly id: string;
  readonly title: string;
  /** Day of publication, YYYY-MM-DD: the article's "as of". */
  readonly published: string;
  readonly provenance: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly locators: readonly string[];
  readonly topics: readonly Topic[];
}

export interface Topic {
  readonly id: string;
  readonly name: string;
}

/** The article and the place in it. */
export interface Citation {
  readonly article: Article;
  readonly locator: string;
}

/**
 * Who says so. There is no "unknown": a claim either is the article's own or names who made it,
 * so nothing that renders a statement can leave the speaker out by accident.
 */
export type Attribution =
  | { readonly kind: 'article' }
  | {
      readonly kind: 'speaker';
      readonly speaker: Entity;
      readonly capacity: string | null;
      /** The outlet the article has it from, where it names one. */
      readonly through: Reporting | null;
    }
  | { readonly kind: 'outlet'; readonly through: Reporting };

/** A link in the chain of reporting: "NBC News, citing an unnamed U.S. official". */
export interface Reporting {
  readonly outlet: Entity;
  readonly citing: string | null;
}

/** Words that the article itself puts in quotation marks, with their speaker. */
export interface Quote {
  readonly speaker: Entity;
  readonly words: string;
}

export interface StatementDate {
  /** YYYY-MM-DD, or YYYY-MM where the article says no more. */
  readonly on: string;
  /** As the article words it: "Last Monday". */
  readonly written: string;
}

/** A false premise that a statement refutes. */
export interface Correction {
  readonly assumed: string;
  readonly cues: readonly string[];
  /** Wordings that show a question which holds a cue to be about something else. */
  readonly unless: readonly string[];
}

/** One curated, self-contained sentence that the bot may show, with everything needed to show it honestly. */
export interface Statement {
  readonly id: string;
  readonly text: string;
  readonly attribution: Attribution;
  readonly quotes: readonly Quote[];
  readonly citation: Citation;
  readonly date: StatementDate | null;
  readonly entities: readonly Entity[];
  readonly topics: readonly Topic[];
  readonly askedAs: readonly string[];
  readonly corrects: readonly Correction[];
  /** The same or less in other words, each a whole sentence. */
  readonly implies: readonly string[];
}

export interface Corpus {
  /** Names exactly this content: equal content has an equal edition, whatever the machine. */
  readonly edition: string;
  readonly articles: NonEmpty<Article>;
  readonly entities: readonly Entity[];
  /** In reading order: by article, then by place in it. */
  readonly statements: NonEmpty<Statement>;
  readonly statementById: ReadonlyMap<string, Statement>;
  readonly entityById: ReadonlyMap<string, Entity>;
  /** How questions are read. */
  readonly lexicon: LexiconFile;
  /** How questions in other languages are read. */
  readonly glossary: GlossaryFile;
  /** What the engine learns from when it is indexed; nothing else reads it. */
  readonly questions: QuestionsFile;
  /** The latest day of publication among the articles, YYYY-MM-DD. */
  readonly asOf: string;
}

/** Parsed files, keyed by article id (the file's name without its extension). */
export interface CorpusSource {
  readonly entities: EntitiesFile;
  readonly articles: ReadonlyMap<string, ArticleFile>;
  /** Absent where the folder has none: questions are then read by the statements' own words. */
  readonly lexicon?: LexiconFile;
  /** Absent where the folder has none: questions are then read in English only. */
  readonly glossary?: GlossaryFile;
  /** Absent where the folder has none: answers then rest on the statements' words alone. */
  readonly questions?: QuestionsFile;
}

/** Nothing to learn from. */
export const NO_QUESTIONS: QuestionsFile = {
  answered: [],
  assuming: [],
  follow_ups: [],
  small_talk: [],
  silent: [],
};

const NO_LEXICON: LexiconFile = { concepts: [], minor: [], done_once: [], ignore: [], spelled: [], reads_as: [] };

/**
 * @param edition a hash of the source's content, made by the layer that read it (core does no hashing)
 * @throws Error naming the statement and the id, where a reference has no entity, topic or locator:
 *   the lint reports these with line and column; this is the last guard for callers that did not lint
 */
export function buildCorpus(source: CorpusSource, edition: string): Corpus {
  const entities = source.entities.entities;
  const entityById = new Map(entities.map((entity) => [entity.id, entity]));
  const articles: Article[] = [];
  const statements: Statement[] = [];
  for (const [id, file] of [...source.articles].sort(([a], [b]) => compareText(a, b))) {
    const article = articleOf(id, file);
    articles.push(article);
    const own = file.statements.map((entry) => resolveStatement(entry, article, entityById));
    const place = new Map(article.locators.map((locator, index) => [locator, index]));
    own.sort((a, b) => (place.get(a.citation.locator) ?? 0) - (place.get(b.citation.locator) ?? 0));
    statements.push(...own);
  }
  const statementById = new Map(statements.map((statement) => [statement.id, statement]));
  if (statementById.size !== statements.length) throw new Error('two statements have the same id');
  const [firstArticle, ...otherArticles] = articles;
  const [firstStatement, ...otherStatements] = statements;
  if (firstArticle === undefined || firstStatement === undefined) {
    throw new Error('a corpus needs at least one article with one statement');
  }
  const asOf = articles
    .map((article) => article.published)
    .sort(compareText)
    .at(-1);
  if (asOf === undefined) throw new Error('a corpus needs at least one article');
  return {
    edition,
    articles: [firstArticle, ...otherArticles],
    entities,
    statements: [firstStatement, ...otherStatements],
    statementById,
    entityById,
    lexicon: source.lexicon ?? NO_LEXICON,
    glossary: source.glossary ?? { languages: [] },
    questions: source.questions ?? NO_QUESTIONS,
    asOf,
  };
}

function articleOf(id: string, file: ArticleFile): Article {
  const { article, topics } = file;
  return {
    id,
    title: article.title,
    published: article.published,
    provenance: article.provenance,
    publisher: article.publisher ?? null,
    url: article.url ?? null,
    locators: article.locators,
    topics,
  };
}

function resolveStatement(entry: StatementEntry, article: Article, entityById: ReadonlyMap<string, Entity>): Statement {
  const entity = (id: string): Entity => {
    const found = entityById.get(id);
    if (found === undefined) throw new Error(`statement "${entry.id}" names the entity "${id}", which does not exist`);
    return found;
  };
  if (!article.locators.includes(entry.locator)) {
    throw new Error(`statement "${entry.id}" cites "${entry.locator}", which is not a locator of "${article.id}"`);
  }
  return {
    id: entry.id,
    text: entry.text,
    attribution: resolveAttribution(entry.attribution, entity),
    quotes: entry.quotes.map((quote) => ({ speaker: entity(quote.speaker), words: quote.words })),
    citation: { article, locator: entry.locator },
    date: entry.date ?? null,
    entities: entry.entities.map(entity),
    topics: entry.topics.map((id) => {
      const topic = article.topics.find((candidate) => candidate.id === id);
      if (topic === undefined) throw new Error(`statement "${entry.id}" names the topic "${id}", which does not exist`);
      return topic;
    }),
    askedAs: entry.asked_as,
    corrects: entry.corrects,
    implies: entry.implies,
  };
}

function resolveAttribution(entry: AttributionEntry | undefined, entity: (id: string) => Entity): Attribution {
  if (entry === undefined) return { kind: 'article' };
  const through = entry.through === undefined ? null : { outlet: entity(entry.through), citing: entry.citing ?? null };
  if (entry.speaker !== undefined) {
    const speaker = entity(entry.speaker);
    return { kind: 'speaker', speaker, capacity: entry.capacity ?? speaker.office ?? null, through };
  }
  if (through === null) throw new Error('an attribution needs a speaker or an outlet');
  return { kind: 'outlet', through };
}

/** By code unit: the same order on every machine, unlike `localeCompare`. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
