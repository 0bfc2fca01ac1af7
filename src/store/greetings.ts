import type { Kysely } from 'kysely';
import type { Greetings } from '../bot/ports.ts';
import type { Tables } from './tables.ts';

export function greetingsIn(db: Kysely<Tables>): Greetings {
  return {
    async claim(teamId, greeted, now) {
      const claimed = await db
        .insertInto('greetings')
        .values({ team_id: teamId, greeted, greeted_at: now })
        .onConflict((conflict) => conflict.columns(['team_id', 'greeted']).doNothing())
        .returning('greeted')
        .execute();
      return claimed.length > 0;
    },

    async forget(teamId) {
      await db.deleteFrom('greetings').where('team_id', '=', teamId).execute();
    },
  };
}
