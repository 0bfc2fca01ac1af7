import type { Kysely } from 'kysely';
import type { PostCount, Posts } from '../bot/post-ports.ts';
import { heldMessage, type Post, type PostedStatement } from '../core/correction/post.ts';
import { HELD, keyOf, read, remove, replaceStatements, rowKey, write } from './post-rows.ts';
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
  const showing = (shown: readonly PostedStatement[]) =>
    db
      .selectFrom('posts')
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

  type Found = ReturnType<typeof showing>;

  async function count(
    shown: readonly PostedStatement[],
    among: (posts: Found) => Found,
  ): Promise<readonly PostCount[]> {
    if (shown.length === 0) return [];
    const rows = await among(showing(shown))
      .select(['team_id', 'channel_id', ({ fn }) => fn.countAll<number>().as('posts')])
      .groupBy(['team_id', 'channel_id'])
      .orderBy('team_id')
      .orderBy('channel_id')
      .execute();
    return rows.map((row) => ({ teamId: row.team_id, channelId: row.channel_id, posts: row.posts }));
  }

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
      const query = showing(shown)
        .where('posted_at', '>=', since)
        .where('ts', 'not like', HELD)
        .selectAll()
        .where('lease_until', '<=', now);
      const rows = await (teamId === null ? query : query.where('team_id', '=', teamId))
        .orderBy('posted_at', 'desc')
        .orderBy('channel_id')
        .orderBy('ts')
        .limit(limit)
        .execute();
      return rows.map(read);
    },

    countShowing: (shown, since) =>
      count(shown, (posts) => posts.where('posted_at', '>=', since).where('ts', 'not like', HELD)),

    countUnreachable: (shown, since, until) => {
      const at = (postAt: number): string => heldMessage({ teamId: '', channelId: '', postAt }).ts;
      return count(shown, (posts) => posts.where('ts', '>=', at(since)).where('ts', '<=', at(until)));
    },

    async identify(held, ts) {
      return db.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('posts')
          .set(({ eb }) => ({ ts, posted_at: Math.floor(Number(ts)), version: eb('version', '+', 1) }))
          .where('team_id', '=', held.teamId)
          .where('channel_id', '=', held.channelId)
          .where('ts', '=', held.ts)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await transaction
          .updateTable('posted_statements')
          .set({ ts })
          .where('team_id', '=', held.teamId)
          .where('channel_id', '=', held.channelId)
          .where('ts', '=', held.ts)
          .execute();
        return true;
      });
    },

    async listHeld(from, to) {
      const rows = await db
        .selectFrom('posts')
        .selectAll()
        .where('team_id', '=', from.teamId)
        .where('channel_id', '=', from.channelId)
        .where('ts', '>=', from.ts)
        .where('ts', '<=', to.ts)
        .orderBy('ts', 'desc')
        .execute();
      return rows.map(read);
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
