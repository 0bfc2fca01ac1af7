import type { Kysely, Selectable } from 'kysely';
import type { Posts } from '../bot/post-ports.ts';
import {
  type Post,
  type PostContent,
  type PostedMessage,
  type PostedStatement,
  postContentSchema,
} from '../core/correction/post.ts';
import type { Tables } from './tables.ts';

export function postsIn(db: Kysely<Tables>): Posts {
  /** Of a post that nobody has changed since it was read. */
  const update = ({ message, version }: Post) =>
    db
      .updateTable('posts')
      .set({ version: version + 1 })
      .where('team_id', '=', message.teamId)
      .where('channel_id', '=', message.channelId)
      .where('ts', '=', message.ts)
      .where('version', '=', version);

  /** Those who look for a post by what it shows join its rows: all of one transaction. */
  const showing = (shown: readonly PostedStatement[], since: number) =>
    db
      .selectFrom('posts')
      .where('posted_at', '>=', since)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('posted_statements')
            .select('posted_statements.shown')
            .whereRef('posted_statements.team_id', '=', 'posts.team_id')
            .whereRef('posted_statements.channel_id', '=', 'posts.channel_id')
            .whereRef('posted_statements.ts', '=', 'posts.ts')
            .where('posted_statements.shown', 'in', shown.map(keyOf)),
        ),
      );

  return {
    async save(message, content, now) {
      const key = rowKey(message);
      const written = { ...write(content), lease_until: 0 };
      await db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('posts')
          .values({ ...key, ...written, posted_at: now, version: 1 })
          .onConflict((conflict) =>
            conflict
              .columns(['team_id', 'channel_id', 'ts'])
              .doUpdateSet(({ ref, eb }) => ({ ...written, version: eb(ref('posts.version'), '+', 1) })),
          )
          .execute();
        await replaceStatements(transaction, message, content);
      });
    },

    async find({ teamId, channelId, ts }) {
      const row = await db
        .selectFrom('posts')
        .selectAll()
        .where('team_id', '=', teamId)
        .where('channel_id', '=', channelId)
        .where('ts', '=', ts)
        .executeTakeFirst();
      return row === undefined ? null : read(row);
    },

    async delete(message) {
      await db.transaction().execute((transaction) => remove(transaction, message));
    },

    async listShowing(shown, { teamId, since, now, limit }) {
      if (shown.length === 0) return [];
      const query = showing(shown, since).selectAll().where('lease_until', '<=', now);
      const rows = await (teamId === null ? query : query.where('team_id', '=', teamId))
        .orderBy('posted_at', 'desc')
        .orderBy('channel_id')
        .orderBy('ts')
        .limit(limit)
        .execute();
      return rows.map(read);
    },

    async countShowing(shown, since) {
      if (shown.length === 0) return [];
      const rows = await showing(shown, since)
        .select(['team_id', 'channel_id', ({ fn }) => fn.countAll<number>().as('posts')])
        .groupBy(['team_id', 'channel_id'])
        .orderBy('team_id')
        .orderBy('channel_id')
        .execute();
      return rows.map((row) => ({ teamId: row.team_id, channelId: row.channel_id, posts: row.posts }));
    },

    async claim(post, now, seconds) {
      const row = await update(post)
        .set({ lease_until: now + seconds })
        .where('lease_until', '<=', now)
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? null : read(row);
    },

    async amend(post, content) {
      return db.transaction().execute(async (transaction) => {
        const { message, version } = post;
        const { numUpdatedRows } = await transaction
          .updateTable('posts')
          .set({ ...write(content), version: version + 1, lease_until: 0 })
          .where('team_id', '=', message.teamId)
          .where('channel_id', '=', message.channelId)
          .where('ts', '=', message.ts)
          .where('version', '=', version)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await replaceStatements(transaction, message, content);
        return true;
      });
    },

    async postpone(post, until) {
      const { numUpdatedRows } = await update(post).set({ lease_until: until }).executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async purge(postedAt) {
      return db.transaction().execute(async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('posts')
          .where('posted_at', '<', postedAt)
          .executeTakeFirst();
        if (numDeletedRows > 0n) {
          await transaction
            .deleteFrom('posted_statements')
            .where(({ not, exists, selectFrom }) =>
              not(
                exists(
                  selectFrom('posts')
                    .select('posts.ts')
                    .whereRef('posts.team_id', '=', 'posted_statements.team_id')
                    .whereRef('posts.channel_id', '=', 'posted_statements.channel_id')
                    .whereRef('posts.ts', '=', 'posted_statements.ts'),
                ),
              ),
            )
            .execute();
        }
        return Number(numDeletedRows);
      });
    },

    async forget(teamId) {
      await db.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('posts').where('team_id', '=', teamId).execute();
        await transaction.deleteFrom('posted_statements').where('team_id', '=', teamId).execute();
      });
    },
  };
}

type Database = Kysely<Tables>;

async function remove(db: Database, message: PostedMessage): Promise<void> {
  for (const table of ['posts', 'posted_statements'] as const) {
    await db
      .deleteFrom(table)
      .where('team_id', '=', message.teamId)
      .where('channel_id', '=', message.channelId)
      .where('ts', '=', message.ts)
      .execute();
  }
}

async function replaceStatements(db: Database, message: PostedMessage, { statements }: PostContent): Promise<void> {
  await db
    .deleteFrom('posted_statements')
    .where('team_id', '=', message.teamId)
    .where('channel_id', '=', message.channelId)
    .where('ts', '=', message.ts)
    .execute();
  const shown = [...new Set(statements.map(keyOf))];
  if (shown.length === 0) return;
  await db
    .insertInto('posted_statements')
    .values(shown.map((each) => ({ ...rowKey(message), shown: each })))
    // Two that record one message at once: the later one's rows stand.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function rowKey({ teamId, channelId, ts }: PostedMessage) {
  return { team_id: teamId, channel_id: channelId, ts };
}

/** Ids hold no space. */
function keyOf({ id, shown }: PostedStatement): string {
  return `${id} ${shown ?? ''}`;
}

function write({ edition, ...content }: PostContent) {
  return { edition, content: JSON.stringify(postContentSchema.parse(content)) };
}

function read(row: Selectable<Tables['posts']>): Post {
  return {
    message: { teamId: row.team_id, channelId: row.channel_id, ts: row.ts },
    content: { edition: row.edition, ...postContentSchema.parse(JSON.parse(row.content)) },
    postedAt: row.posted_at,
    leaseUntil: row.lease_until,
    version: row.version,
  };
}
