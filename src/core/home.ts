/** What the app's Home shows of the facts: the story by date, its topics and people, and how far it can be trusted. */
import type { NonEmpty } from './answer.ts';
import type { Article, Corpus, Statement } from './corpus.ts';
import type { Notice } from './digest/notice.ts';
import { listPeople, listTimeline, listTopics } from './overview.ts';
import type { Side, TopicCount } from './reply.ts';
import type { ScoreSummary } from './scorecard.ts';

/** A workspace's digests, as far as the person may see them; `null` where they can't be read at the moment. */
export type HomeDigests = Extract<Notice, { readonly kind: 'list' }>['entries'] | null;

export interface Home {
  readonly articles: NonEmpty<Article>;
  readonly asOf: string;
  readonly edition: string;
  /** Earliest first; a month stands before its days. */
  readonly days: readonly Day[];
  /** Those with a statement. */
  readonly topics: readonly TopicCount[];
  readonly sides: readonly Side[];
  readonly digests: HomeDigests;
  /** `null` where nobody measured. */
  readonly scores: ScoreSummary | null;
}

export interface Day {
  /** YYYY-MM-DD, or YYYY-MM where the article says no more. */
  readonly on: string;
  readonly statements: NonEmpty<Statement>;
}

export function composeHome(corpus: Corpus, digests: HomeDigests, scores: ScoreSummary | null): Home {
  const { articles, asOf, edition } = corpus;
  return {
    articles,
    asOf,
    edition,
    days: groupByDay(listTimeline(corpus)),
    topics: listTopics(corpus).filter(({ statements }) => statements > 0),
    sides: listPeople(corpus),
    digests,
    scores,
  };
}

/** @param statements by date */
function groupByDay(statements: readonly Statement[]): readonly Day[] {
  const days: Day[] = [];
  for (const statement of statements) {
    const on = statement.date?.on ?? '';
    const last = days.at(-1);
    if (last?.on === on) days[days.length - 1] = { on, statements: [...last.statements, statement] };
    else days.push({ on, statements: [statement] });
  }
  return days;
}
