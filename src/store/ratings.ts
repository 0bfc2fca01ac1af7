import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import { type RatedReply, type Ratings, UNHELPFUL_REASONS, type Verdict } from '../bot/report-ports.ts';
import { dayOf, firstKeptDay } from './days.ts';
import type { Tables } from './tables.ts';

export function ratingsIn(db: Kysely<Tables>): Ratings {
  async function count(within: Kysely<Tables>, rated: RatedReply, verdict: Verdict, day: string): Promise<void> {
    await within
      .insertInto('ratings')
      .values({ team_id: rated.teamId, rated: write(rated), verdict, day, count: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(['team_id', 'day', 'rated', 'verdict'])
          .doUpdateSet(({ eb, ref }) => ({ count: eb(ref('ratings.count'), '+', 1) })),
      )
      .execute();
  }

  return {
    count: (rated, verdict, now) => count(db, rated, verdict, dayOf(now)),

    async explain(rated, reason, now) {
      const day = dayOf(now);
      await db.transaction().execute(async (transaction) => {
        await transaction
          .updateTable('ratings')
          .set(({ eb }) => ({ count: eb('count', '-', 1) }))
          .where('team_id', '=', rated.teamId)
          .where('rated', '=', write(rated))
          .where('verdict', '=', 'unexplained')
          .where('day', '=', day)
          .where('count', '>', 0)
          .execute();
        await count(transaction, rated, reason, day);
      });
    },

    async list(now) {
      const rows = await db
        .selectFrom('ratings')
        .select(['team_id', 'rated', 'verdict'])
        .select(({ fn }) => [fn.sum<number>('count').as('total'), fn.max('day').as('last_day')])
        .where('day', '>=', firstKeptDay(now))
        .where('count', '>', 0)
        .groupBy(['team_id', 'rated', 'verdict'])
        .orderBy('total', 'desc')
        .orderBy('last_day', 'desc')
        .orderBy('rated')
        .orderBy('team_id')
        .orderBy('verdict')
        .execute();
      return rows.map((row) => ({
        teamId: row.team_id,
        ...ratedSchema.parse(JSON.parse(row.rated)),
        verdict: verdictSchema.parse(row.verdict),
        count: Number(row.total),
        lastDay: row.last_day,
      }));
    },

    async purge(now) {
      const { numDeletedRows } = await db.deleteFrom('ratings').where('day', '<', firstKeptDay(now)).executeTakeFirst();
      return Number(numDeletedRows);
    },

    async forget(teamId) {
      await db.deleteFrom('ratings').where('team_id', '=', teamId).execute();
    },
  };
}

const ratedSchema = z.object({
  reply: z.enum(['answer', 'silence']),
  edition: z.string(),
  statementIds: z.array(z.string()),
}) satisfies z.ZodMiniType<Omit<RatedReply, 'teamId'>>;

const verdictSchema = z.enum(['helpful', 'unexplained', ...UNHELPFUL_REASONS]) satisfies z.ZodMiniType<Verdict>;

/** Equal ratings give equal text, whatever the order of their keys: the schema sets it. */
function write(rated: RatedReply): string {
  return JSON.stringify(ratedSchema.parse(rated));
}
