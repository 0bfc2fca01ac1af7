import type { Kysely } from 'kysely';
import type { Subscriptions } from '../bot/ports.ts';
import { type Subscription, subscriptionSchema } from '../core/digest/subscription.ts';
import type { Tables } from './tables.ts';

export function subscriptionsIn(db: Kysely<Tables>): Subscriptions {
  return {
    async save(subscription, now) {
      const { teamId, channelId } = subscription;
      const written = { subscription: write(subscription), updated_at: now };
      await db
        .insertInto('subscriptions')
        .values({ team_id: teamId, channel_id: channelId, ...written })
        .onConflict((conflict) => conflict.columns(['team_id', 'channel_id']).doUpdateSet(written))
        .execute();
    },

    async replace(known, next, now) {
      const { numUpdatedRows } = await db
        .updateTable('subscriptions')
        .set({ subscription: write(next), updated_at: now })
        .where('team_id', '=', known.teamId)
        .where('channel_id', '=', known.channelId)
        .where('subscription', '=', write(known))
        .executeTakeFirst();
      return numUpdatedRows > 0;
    },

    async find(teamId, channelId) {
      const row = await db
        .selectFrom('subscriptions')
        .select('subscription')
        .where('team_id', '=', teamId)
        .where('channel_id', '=', channelId)
        .executeTakeFirst();
      return row === undefined ? null : read(row.subscription);
    },

    async list(teamId) {
      const rows = await db
        .selectFrom('subscriptions')
        .select('subscription')
        .where('team_id', '=', teamId)
        .orderBy('channel_id')
        .execute();
      return rows.map((row) => read(row.subscription));
    },

    async revisions() {
      const rows = await db
        .selectFrom('subscriptions')
        .select(({ fn }) => ['team_id as teamId', fn.countAll().as('count'), fn.max('updated_at').as('changedAt')])
        .groupBy('team_id')
        .orderBy('team_id')
        .execute();
      return rows.map(({ teamId, count, changedAt }) => ({
        teamId,
        count: Number(count),
        changedAt: Number(changedAt),
      }));
    },

    async delete(teamId, channelId) {
      const { numDeletedRows } = await db
        .deleteFrom('subscriptions')
        .where('team_id', '=', teamId)
        .where('channel_id', '=', channelId)
        .executeTakeFirst();
      return numDeletedRows > 0;
    },

    async forget(teamId) {
      await db.deleteFrom('subscriptions').where('team_id', '=', teamId).execute();
    },
  };
}

/** Equal subscriptions give equal text, whatever the order of their keys: the schema sets it. */
function write(subscription: Subscription): string {
  return JSON.stringify(subscriptionSchema.parse(subscription));
}

function read(json: string): Subscription {
  return subscriptionSchema.parse(JSON.parse(json));
}
