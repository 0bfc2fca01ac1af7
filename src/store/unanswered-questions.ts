import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import type { Unanswered, UnansweredQuestions } from '../bot/report-ports.ts';
import { dayOf, firstKeptDay } from './days.ts';
import type { Tables } from './tables.ts';

/** Different questions of a workspace on one day: whoever sends nonsense can't fill the disk with it. */
const MAX_A_DAY = 500;

export function unansweredQuestionsIn(db: Kysely<Tables>): UnansweredQuestions {
  return {
    async count(teamId, question, why, now, times = 1) {
      const day = dayOf(now);
      const again = await db
        .updateTable('unanswered_questions')
        .set(({ eb }) => ({ count: eb('count', '+', times) }))
        .where('team_id', '=', teamId)
        .where('day', '=', day)
        .where('question', '=', question)
        .where('why', '=', why)
        .executeTakeFirst();
      if (again.numUpdatedRows > 0n) return true;
      const first = await db
        .insertInto('unanswered_questions')
        .columns(['team_id', 'question', 'why', 'day', 'count'])
        .expression(
          db
            .selectFrom((from) =>
              from
                .selectFrom('unanswered_questions')
                .select(({ fn }) => fn.countAll<number>().as('known'))
                .where('team_id', '=', teamId)
                .where('day', '=', day)
                .as('today'),
            )
            .select(({ val, lit }) => [
              val(teamId).as('team_id'),
              val(question).as('question'),
              val(why).as('why'),
              val(day).as('day'),
              lit(times).as('count'),
            ])
            .where('today.known', '<', MAX_A_DAY),
        )
        // Another process counted the same question first in the meantime.
        .onConflict((conflict) =>
          conflict
            .columns(['team_id', 'day', 'question', 'why'])
            .doUpdateSet(({ eb, ref }) => ({ count: eb(ref('unanswered_questions.count'), '+', times) })),
        )
        .returning('count')
        .execute();
      return first.length > 0;
    },

    async list(now) {
      const rows = await db
        .selectFrom('unanswered_questions')
        .select(['team_id', 'question', 'why'])
        .select(({ fn }) => [
          fn.sum<number>('count').as('total'),
          fn.min('day').as('first_day'),
          fn.max('day').as('last_day'),
        ])
        .where('day', '>=', firstKeptDay(now))
        .groupBy(['team_id', 'question', 'why'])
        .orderBy('total', 'desc')
        .orderBy('last_day', 'desc')
        .orderBy('question')
        .orderBy('team_id')
        .orderBy('why')
        .execute();
      return rows.map((row) => ({
        teamId: row.team_id,
        question: row.question,
        why: whySchema.parse(row.why),
        count: Number(row.total),
        firstDay: row.first_day,
        lastDay: row.last_day,
      }));
    },

    async purge(now) {
      const { numDeletedRows } = await db
        .deleteFrom('unanswered_questions')
        .where('day', '<', firstKeptDay(now))
        .executeTakeFirst();
      return Number(numDeletedRows);
    },

    async clear() {
      await db.deleteFrom('unanswered_questions').execute();
    },

    async forget(teamId) {
      await db.deleteFrom('unanswered_questions').where('team_id', '=', teamId).execute();
    },
  };
}

const whySchema = z.enum(['not_stated', 'unknown_name', 'outside', 'unread']) satisfies z.ZodMiniType<Unanswered>;
