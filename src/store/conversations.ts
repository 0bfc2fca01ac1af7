import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Conversations, Thread } from '../bot/ports.ts';
import type { Tables } from './tables.ts';

/** Questions kept of one thread: a follow-up leans on what was just asked. */
const MAX_QUESTIONS = 5;

const LIFE_SECONDS = 7 * 24 * 60 * 60;

export function conversationsIn(db: Kysely<Tables>): Conversations {
  return {
    async add(thread, ts, question, now) {
      const key = keyOf(thread);
      await db
        .insertInto('questions')
        .values({ thread: key, ts, team_id: thread.teamId, question, asked_at: now })
        .onConflict((conflict) => conflict.columns(['thread', 'ts']).doUpdateSet({ question }))
        .execute();
      await db
        .deleteFrom('questions')
        .where('thread', '=', key)
        .where('ts', 'not in', (kept) =>
          kept
            .selectFrom('questions')
            .select('ts')
            .where('thread', '=', key)
            .orderBy('ts', 'desc')
            .limit(MAX_QUESTIONS),
        )
        .execute();
    },

    async before(thread, ts, now) {
      const rows = await db
        .selectFrom('questions')
        .select('question')
        .where('thread', '=', keyOf(thread))
        .where('ts', '<', ts)
        .where('asked_at', '>', now - LIFE_SECONDS)
        .orderBy('ts')
        .execute();
      return rows.map(({ question }) => question);
    },

    async purge(now) {
      const { numDeletedRows } = await db
        .deleteFrom('questions')
        .where('asked_at', '<=', now - LIFE_SECONDS)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },

    async forget(teamId) {
      await db.deleteFrom('questions').where('team_id', '=', teamId).execute();
    },
  };
}

function keyOf({ teamId, channelId, threadTs }: Thread): string {
  return createHash('sha256')
    .update(JSON.stringify([teamId, channelId, threadTs]))
    .digest('base64url');
}
