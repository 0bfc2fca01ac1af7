import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import type { Installation, Installations, Tenant } from '../bot/ports.ts';
import type { Tables } from './tables.ts';
import { UnreadableTokens, type Vault } from './vault.ts';

export function installationsIn(db: Kysely<Tables>, vault: Vault): Installations {
  const seal = (installation: Installation) => vault.seal(JSON.stringify(installation), keyOf(installation.tenant));
  return {
    async save(installation, now) {
      const written = { sealed: seal(installation), lease_until: 0, installed_at: now };
      await db
        .insertInto('installations')
        .values({ tenant: keyOf(installation.tenant), ...written })
        .onConflict((conflict) => conflict.column('tenant').doUpdateSet(written))
        .execute();
    },

    async find(tenant) {
      const key = keyOf(tenant);
      const row = await db.selectFrom('installations').select('sealed').where('tenant', '=', key).executeTakeFirst();
      if (row === undefined) return null;
      const read = installationSchema.safeParse(JSON.parse(vault.open(row.sealed, key)));
      if (!read.success) {
        throw new UnreadableTokens(`the tokens of ${key} are not in a form that this version can read`);
      }
      return read.data;
    },

    async delete(tenant, removedAt) {
      const key = keyOf(tenant);
      await db.deleteFrom('installations').where('tenant', '=', key).where('installed_at', '<=', removedAt).execute();
      const left = await db.selectFrom('installations').select('tenant').where('tenant', '=', key).executeTakeFirst();
      return left === undefined;
    },

    async claimRenewal(tenant, now, seconds) {
      const until = now + seconds;
      const claimed = await db
        .updateTable('installations')
        .set({ lease_until: until })
        .where('tenant', '=', keyOf(tenant))
        .where('lease_until', '<=', now)
        .returning('tenant')
        .executeTakeFirst();
      return claimed === undefined ? null : { until };
    },

    async renew(installation, lease) {
      const { numUpdatedRows } = await db
        .updateTable('installations')
        .set({ sealed: seal(installation), lease_until: 0 })
        .where('tenant', '=', keyOf(installation.tenant))
        .where('lease_until', '=', lease.until)
        .executeTakeFirst();
      return numUpdatedRows > 0;
    },
  };
}

function keyOf(tenant: Tenant): string {
  return tenant.kind === 'workspace' ? `team:${tenant.teamId}` : `enterprise:${tenant.enterpriseId}`;
}

const installationSchema = z.object({
  tenant: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('workspace'), teamId: z.string() }),
    z.object({ kind: z.literal('organisation'), enterpriseId: z.string() }),
  ]),
  enterpriseId: z.nullable(z.string()),
  appId: z.nullable(z.string()),
  installedBy: z.string(),
  bot: z.object({
    id: z.string(),
    userId: z.string(),
    token: z.string(),
    scopes: z.array(z.string()),
    rotation: z.nullable(z.object({ refreshToken: z.string(), expiresAt: z.number() })),
  }),
}) satisfies z.ZodMiniType<Installation>;
