import type { Kysely } from 'kysely';
import type { ThreadChoices } from '../bot/ports.ts';
import type { Tables } from './tables.ts';

export function threadChoicesIn(db: Kysely<Tables>): ThreadChoices {
  return {
    async add(teamId, channelId, now) {
      await db
        .insertInto('thread_choices')
        .values({ team_id: teamId, channel_id: channelId, chosen_at: now })
        .onConflict((conflict) => conflict.columns(['team_id', 'channel_id']).doNothing())
        .execute();
    },

    async delete(teamId, channelId) {
      await db.deleteFrom('thread_choices').where('team_id', '=', teamId).where('channel_id', '=', channelId).execute();
    },

    async has(teamId, channelId) {
      const row = await db
        .selectFrom('thread_choices')
        .select('channel_id')
        .where('team_id', '=', teamId)
        .where('channel_id', '=', channelId)
        .executeTakeFirst();
      return row !== undefined;
    },

    async forget(teamId) {
      await db.deleteFrom('thread_choices').where('team_id', '=', teamId).execute();
    },
  };
}
