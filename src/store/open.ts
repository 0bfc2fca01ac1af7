/** Opens the one place where the bot keeps anything. */
import { type Kysely, sql } from 'kysely';
import type {
  Conversations,
  Deliveries,
  Exchanges,
  Greetings,
  Installations,
  Subscriptions,
  ThreadChoices,
} from '../bot/ports.ts';
import type { Editions, Posts } from '../bot/post-ports.ts';
import type { Ratings, UnansweredQuestions } from '../bot/report-ports.ts';
import { conversationsIn } from './conversations.ts';
import { deliveriesIn } from './deliveries.ts';
import { editionsIn } from './editions.ts';
import { exchangesIn } from './exchanges.ts';
import { greetingsIn } from './greetings.ts';
import { installationsIn } from './installations.ts';
import { postsIn } from './posts.ts';
import { ratingsIn } from './ratings.ts';
import { subscriptionsIn } from './subscriptions.ts';
import type { Tables } from './tables.ts';
import { threadChoicesIn } from './thread-choices.ts';
import { unansweredQuestionsIn } from './unanswered-questions.ts';
import type { Vault } from './vault.ts';

export interface StoreOptions {
  /** `postgres://…`; without it, an embedded database in `dataDir`. */
  readonly databaseUrl?: string | undefined;
  readonly dataDir: string;
  /** Epoch seconds, recorded with the schema. */
  readonly now: number;
  /** Told when an idle connection to PostgreSQL breaks; the store opens another when it needs one. */
  readonly onLost?: ((error: Error) => void) | undefined;
}

export interface Store {
  readonly conversations: Conversations;
  readonly subscriptions: Subscriptions;
  readonly deliveries: Deliveries;
  readonly exchanges: Exchanges;
  readonly greetings: Greetings;
  readonly threadChoices: ThreadChoices;
  readonly posts: Posts;
  readonly editions: Editions;
  readonly unansweredQuestions: UnansweredQuestions;
  readonly ratings: Ratings;
  /** @param vault encrypts the tokens */
  installations(vault: Vault): Installations;
  /** Resolves when the database answers a query; rejects, within seconds, where it does not. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Loads only the engine it opens, and brings its schema up to date.
 * @throws StoreUnavailable naming the setting at fault and what to do
 */
export async function openStore({ databaseUrl, dataDir, now, onLost = () => undefined }: StoreOptions): Promise<Store> {
  const db =
    databaseUrl === undefined
      ? await (await import('./sqlite.ts')).openSqlite(dataDir, now)
      : await (await import('./postgres.ts')).openPostgres(databaseUrl, now, onLost);
  return storeOver(db);
}

function storeOver(db: Kysely<Tables>): Store {
  return {
    conversations: conversationsIn(db),
    subscriptions: subscriptionsIn(db),
    deliveries: deliveriesIn(db),
    exchanges: exchangesIn(db),
    greetings: greetingsIn(db),
    threadChoices: threadChoicesIn(db),
    posts: postsIn(db),
    editions: editionsIn(db),
    unansweredQuestions: unansweredQuestionsIn(db),
    ratings: ratingsIn(db),
    installations: (vault) => installationsIn(db, vault),
    async ping() {
      await sql`select 1`.execute(db);
    },
    close: () => db.destroy(),
  };
}
