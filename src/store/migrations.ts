/** The schema, as the steps that lead to it. A step that was released is never edited: add another. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { StoreUnavailable } from './failure.ts';
import type { Tables } from './tables.ts';

/** Where two engines differ. */
export interface Engine {
  readonly variable: 'DATA_DIR' | 'DATABASE_URL';
  /** Type of an id: text that compares by code unit. */
  readonly text: RawBuilder<unknown>;
  /** Statements that open a transaction which no other process can be in; it ends with `commit`. */
  readonly begin: readonly RawBuilder<unknown>[];
  isMissingTable(error: unknown): boolean;
}

type Step = (engine: Engine) => readonly RawBuilder<unknown>[];

const steps: readonly Step[] = [
  ({ text }) => [
    sql`create table installations (
      tenant ${text} primary key,
      sealed text not null,
      lease_until bigint not null,
      installed_at bigint not null
    )`,
    sql`create table questions (
      thread ${text} not null,
      ts ${text} not null,
      team_id ${text} not null,
      question text not null,
      asked_at bigint not null,
      primary key (thread, ts)
    )`,
    sql`create index questions_by_age on questions (asked_at)`,
    sql`create table subscriptions (
      team_id ${text} not null,
      channel_id ${text} not null,
      subscription text not null,
      updated_at bigint not null,
      primary key (team_id, channel_id)
    )`,
    sql`create table deliveries (
      team_id ${text} not null,
      channel_id ${text} not null,
      post_at bigint not null,
      day text not null,
      content text not null,
      state text not null,
      lease_until bigint not null,
      version bigint not null,
      updated_at bigint not null,
      primary key (team_id, channel_id, post_at)
    )`,
    sql`create index deliveries_by_time on deliveries (team_id, post_at)`,
  ],
  ({ text }) => [
    sql`create table exchanges (
      team_id ${text} not null,
      channel_id ${text} not null,
      question_ts ${text} not null,
      thread_ts ${text} not null,
      edited_ts ${text} not null,
      reply_ts ${text},
      claimed_at bigint not null,
      primary key (team_id, channel_id, question_ts)
    )`,
    sql`create index exchanges_by_thread on exchanges (team_id, channel_id, thread_ts)`,
    sql`create index exchanges_by_age on exchanges (claimed_at)`,
    sql`create table greetings (
      team_id ${text} not null,
      greeted ${text} not null,
      greeted_at bigint not null,
      primary key (team_id, greeted)
    )`,
    sql`create table thread_choices (
      team_id ${text} not null,
      channel_id ${text} not null,
      chosen_at bigint not null,
      primary key (team_id, channel_id)
    )`,
  ],
  ({ text }) => [
    sql`create table posts (
      team_id ${text} not null,
      channel_id ${text} not null,
      ts ${text} not null,
      edition text not null,
      content text not null,
      posted_at bigint not null,
      lease_until bigint not null,
      version bigint not null,
      primary key (team_id, channel_id, ts)
    )`,
    sql`create index posts_by_age on posts (posted_at)`,
    sql`create table posted_statements (
      team_id ${text} not null,
      channel_id ${text} not null,
      ts ${text} not null,
      shown ${text} not null,
      primary key (team_id, channel_id, ts, shown)
    )`,
    sql`create index posted_statements_by_wording on posted_statements (shown)`,
    sql`create table editions (
      edition ${text} primary key,
      turn bigint not null,
      adopted_at bigint not null
    )`,
    sql`create table statement_versions (
      statement_id ${text} not null,
      name ${text} not null,
      shown text not null,
      served_at bigint not null,
      primary key (statement_id, name)
    )`,
    sql`create table unanswered_questions (
      team_id ${text} not null,
      question ${text} not null,
      why ${text} not null,
      day ${text} not null,
      count bigint not null,
      primary key (team_id, day, question, why)
    )`,
    sql`create index unanswered_questions_by_day on unanswered_questions (day)`,
    sql`create table ratings (
      team_id ${text} not null,
      rated ${text} not null,
      verdict ${text} not null,
      day ${text} not null,
      count bigint not null,
      primary key (team_id, day, rated, verdict)
    )`,
    sql`create index ratings_by_day on ratings (day)`,
  ],
];

/**
 * Brings the schema up to this program's, under a lock: any number of processes may start at once.
 * @param now epoch seconds, recorded with each step
 * @throws StoreUnavailable where the database was left by a later version of the program
 */
export async function migrate(db: Kysely<Tables>, engine: Engine, now: number): Promise<void> {
  if ((await versionOf(db, engine)) === steps.length) return;
  await db.connection().execute(async (connection) => {
    for (const statement of engine.begin) await statement.execute(connection);
    try {
      await sql`create table if not exists schema_versions (version integer primary key, applied_at bigint not null)`.execute(
        connection,
      );
      const from = await versionOf(connection, engine);
      for (const [index, step] of steps.entries()) {
        if (index < from) continue;
        for (const statement of step(engine)) await statement.execute(connection);
        await connection
          .insertInto('schema_versions')
          .values({ version: index + 1, applied_at: now })
          .execute();
      }
      await sql`commit`.execute(connection);
    } catch (error) {
      // The failure to report is the first one: a broken connection can't roll back either.
      await sql`rollback`.execute(connection).catch(() => undefined);
      throw error;
    }
  });
}

async function versionOf(db: Kysely<Tables>, engine: Engine): Promise<number> {
  const version = await db
    .selectFrom('schema_versions')
    .select(({ fn }) => fn.max('version').as('version'))
    .executeTakeFirst()
    .then(
      (row) => row?.version ?? 0,
      (error: unknown) => {
        if (engine.isMissingTable(error)) return 0;
        throw error;
      },
    );
  if (version > steps.length) {
    throw new StoreUnavailable(
      `${engine.variable}: this database was used by a later version of the bot (schema ${version}, this one knows ${steps.length}). Run that version, or name another database.`,
    );
  }
  return version;
}
