import type { Kysely } from 'kysely';
import type { AskingMessage, Exchanges } from '../bot/ports.ts';
import type { Tables } from './tables.ts';

const LIFE_SECONDS = 7 * 24 * 60 * 60;

export function exchangesIn(db: Kysely<Tables>): Exchanges {
  const update = ({ teamId, channelId, ts }: AskingMessage) =>
    db
      .updateTable('exchanges')
      .where('team_id', '=', teamId)
      .where('channel_id', '=', channelId)
      .where('question_ts', '=', ts);
  return {
    async claim({ teamId, channelId, ts }, threadTs, editedTs, now) {
      const claimed = await db
        .insertInto('exchanges')
        .values({
          team_id: teamId,
          channel_id: channelId,
          question_ts: ts,
          thread_ts: threadTs,
          edited_ts: editedTs,
          reply_ts: null,
          claimed_at: now,
        })
        .onConflict((conflict) => conflict.columns(['team_id', 'channel_id', 'question_ts']).doNothing())
        .returning('question_ts')
        .execute();
      return claimed.length > 0;
    },

    async amend(message, editedTs) {
      const [row] = await update(message)
        .set({ edited_ts: editedTs })
        .where('edited_ts', '<', editedTs)
        .returning('reply_ts')
        .execute();
      return row === undefined ? null : { replyTs: row.reply_ts, editedTs };
    },

    async record(message, replyTs) {
      await update(message).set({ reply_ts: replyTs }).execute();
    },

    async find({ teamId, channelId, ts }) {
      const row = await db
        .selectFrom('exchanges')
        .select(['reply_ts', 'edited_ts'])
        .where('team_id', '=', teamId)
        .where('channel_id', '=', channelId)
        .where('question_ts', '=', ts)
        .executeTakeFirst();
      return row === undefined ? null : { replyTs: row.reply_ts, editedTs: row.edited_ts };
    },

    async isAnsweredIn({ teamId, channelId, threadTs }, now) {
      const row = await db
        .selectFrom('exchanges')
        .select('question_ts')
        .where('team_id', '=', teamId)
        .where('channel_id', '=', channelId)
        .where('thread_ts', '=', threadTs)
        .where('reply_ts', 'is not', null)
        .where('claimed_at', '>', now - LIFE_SECONDS)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    async purge(now) {
      const { numDeletedRows } = await db
        .deleteFrom('exchanges')
        .where('claimed_at', '<=', now - LIFE_SECONDS)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },

    async forget(teamId) {
      await db.deleteFrom('exchanges').where('team_id', '=', teamId).execute();
    },
  };
}
