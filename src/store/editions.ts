import type { Kysely, Selectable } from 'kysely';
import * as z from 'zod/mini';
import type { Editions } from '../bot/post-ports.ts';
import type { Shown, StatementVersion } from '../core/correction/shown.ts';
import type { Tables } from './tables.ts';

/** Values of one INSERT are bound; SQLite takes 32,766, PostgreSQL 65,535. */
const ROWS_AT_ONCE = 1000;

export function editionsIn(db: Kysely<Tables>): Editions {
  async function keep(within: Kysely<Tables>, versions: readonly StatementVersion[], now: number): Promise<void> {
    for (let from = 0; from < versions.length; from += ROWS_AT_ONCE) {
      await within
        .insertInto('statement_versions')
        .values(
          versions.slice(from, from + ROWS_AT_ONCE).map(({ id, name, shown }) => ({
            statement_id: id,
            name,
            shown: JSON.stringify(shown),
            served_at: now,
          })),
        )
        .onConflict((conflict) => conflict.columns(['statement_id', 'name']).doUpdateSet({ served_at: now }))
        .execute();
    }
  }

  const all = () => db.selectFrom('statement_versions').selectAll().orderBy('statement_id').orderBy('name');

  return {
    async adopt(edition, versions, now) {
      await db.transaction().execute(async (transaction) => {
        const next = transaction
          .selectFrom('editions')
          .select(({ fn, eb, val }) => eb(fn.coalesce(fn.max('turn'), val(0)), '+', 1).as('turn'));
        await transaction
          .insertInto('editions')
          .columns(['edition', 'turn', 'adopted_at'])
          .expression(
            transaction
              .selectFrom(next.as('next'))
              .select(({ val, ref, lit }) => [
                val(edition).as('edition'),
                ref('next.turn').as('turn'),
                lit(now).as('adopted_at'),
              ])
              // Without a condition SQLite takes "on conflict" for a join's.
              .where('next.turn', '>', 0),
          )
          .onConflict((conflict) =>
            conflict.column('edition').doUpdateSet(({ ref }) => ({ turn: ref('excluded.turn'), adopted_at: now })),
          )
          .execute();
        await keep(transaction, versions, now);
      });
    },

    async current() {
      const row = await db
        .selectFrom('editions')
        .select('edition')
        .orderBy('turn', 'desc')
        .orderBy('edition')
        .limit(1)
        .executeTakeFirst();
      return row?.edition ?? null;
    },

    keep: (versions, now) => db.transaction().execute((transaction) => keep(transaction, versions, now)),

    async served() {
      const last = db.selectFrom('statement_versions').select(({ fn }) => fn.max('served_at').as('served_at'));
      return read(await all().where('served_at', '=', last).execute());
    },

    async versions() {
      return read(await all().execute());
    },

    async purge(servedAt) {
      await db
        .deleteFrom('editions')
        .where('turn', '<', ({ selectFrom }) => selectFrom('editions').select(({ fn }) => fn.max('turn').as('turn')))
        .where('edition', 'not in', ({ selectFrom }) => selectFrom('posts').select('edition'))
        .execute();
      const { numDeletedRows } = await db
        .deleteFrom('statement_versions')
        .where('served_at', '<', servedAt)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

function read(rows: readonly Selectable<Tables['statement_versions']>[]): readonly StatementVersion[] {
  return rows.map(({ statement_id, name, shown }) => ({
    id: statement_id,
    name,
    shown: shownSchema.parse(JSON.parse(shown)),
  }));
}

const shownSchema = z.object({
  text: z.string(),
  attribution: z.nullable(z.string()),
  quotes: z.array(z.string()),
  citation: z.string(),
  date: z.nullable(z.string()),
}) satisfies z.ZodMiniType<Shown>;
