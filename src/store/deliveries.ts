import type { ExpressionBuilder, Kysely, Selectable } from 'kysely';
import * as z from 'zod/mini';
import type { Deliveries } from '../bot/ports.ts';
import type { Delivery, DeliveryState } from '../core/digest/delivery.ts';
import type { Tables } from './tables.ts';

export function deliveriesIn(db: Kysely<Tables>): Deliveries {
  return {
    async list(teamId, from) {
      const rows = await db
        .selectFrom('deliveries')
        .selectAll()
        .where('team_id', '=', teamId)
        .where((row) => row.or([row('post_at', '>=', from), isOpen(row)]))
        .orderBy('post_at')
        .orderBy('channel_id')
        .execute();
      return rows.map(read);
    },

    async claim({ slot, day, content, state }, known, now, seconds) {
      const written = { day, content, state: JSON.stringify(state), lease_until: now + seconds, updated_at: now };
      const row =
        known === null
          ? await db
              .insertInto('deliveries')
              .values({
                team_id: slot.teamId,
                channel_id: slot.channelId,
                post_at: slot.postAt,
                version: 1,
                ...written,
              })
              .onConflict((conflict) => conflict.columns(['team_id', 'channel_id', 'post_at']).doNothing())
              .returningAll()
              .executeTakeFirst()
          : await db
              .updateTable('deliveries')
              .set({ version: known + 1, ...written })
              .where('team_id', '=', slot.teamId)
              .where('channel_id', '=', slot.channelId)
              .where('post_at', '=', slot.postAt)
              .where('version', '=', known)
              .where('lease_until', '<=', now)
              .returningAll()
              .executeTakeFirst();
      return row === undefined ? null : read(row);
    },

    async record({ slot, version }, state, now) {
      const { numUpdatedRows } = await db
        .updateTable('deliveries')
        .set({ version: version + 1, state: JSON.stringify(state), lease_until: 0, updated_at: now })
        .where('team_id', '=', slot.teamId)
        .where('channel_id', '=', slot.channelId)
        .where('post_at', '=', slot.postAt)
        .where('version', '=', version)
        .executeTakeFirst();
      return numUpdatedRows > 0;
    },

    async openTeamIds() {
      const rows = await db.selectFrom('deliveries').select('team_id').distinct().where(isOpen).execute();
      return rows.map((row) => row.team_id);
    },

    async purge(postAt) {
      const { numDeletedRows } = await db
        .deleteFrom('deliveries')
        .where('post_at', '<', postAt)
        .where((row) => row.not(isOpen(row)))
        .executeTakeFirst();
      return Number(numDeletedRows);
    },

    async forget(teamId) {
      await db.deleteFrom('deliveries').where('team_id', '=', teamId).execute();
    },
  };
}

/** By how its JSON begins: the kind is written first. */
function isOpen(row: ExpressionBuilder<Tables, 'deliveries'>) {
  return row.or([row('state', 'like', '{"kind":"queue%'), row('state', 'like', '{"kind":"withdrawing"%')]);
}

function read(row: Selectable<Tables['deliveries']>): Delivery {
  return {
    slot: { teamId: row.team_id, channelId: row.channel_id, postAt: row.post_at },
    day: row.day,
    content: row.content,
    state: stateSchema.parse(JSON.parse(row.state)),
    leaseUntil: row.lease_until,
    version: row.version,
  };
}

const stateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('queueing') }),
  z.object({ kind: z.literal('queued'), messageId: z.string() }),
  z.object({ kind: z.literal('withdrawing'), messageId: z.string() }),
  z.object({ kind: z.literal('withdrawn') }),
  z.object({ kind: z.literal('posted') }),
  z.object({ kind: z.literal('unsure') }),
  z.object({ kind: z.literal('failed'), error: z.string() }),
]) satisfies z.ZodMiniType<DeliveryState>;
