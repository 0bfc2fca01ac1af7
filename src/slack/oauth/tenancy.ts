/** Many workspaces, each of which installed the app itself. */
import type { Tenant } from '../../bot/ports.ts';
import type { Identify } from '../app.ts';
import type { Tokens } from '../digests/calls.ts';
import type { Routes } from '../server.ts';
import { type IdentifyOptions, identifyInstalled } from './identify.ts';
import { createInstallRoutes, type InstallOptions } from './install.ts';

export interface InstalledTenancyOptions extends IdentifyOptions, InstallOptions {
  /** Deletes what the bot keeps of a workspace, its installation apart. */
  readonly forget: (teamId: string) => Promise<void>;
}

export interface InstalledTenancy {
  readonly routes: Routes;
  open(): Promise<{ readonly identify: Identify; readonly tokens: Tokens }>;
  /** @param removedAt epoch seconds */
  forget(tenant: Tenant, removedAt: number): Promise<boolean>;
}

export function createInstalledTenancy(options: InstalledTenancyOptions): InstalledTenancy {
  const { installations, now } = options;
  const find = identifyInstalled(options);
  const forget: InstalledTenancy['forget'] = async (tenant, removedAt) => {
    if (!(await installations.delete(tenant, removedAt))) return false;
    if (tenant.kind === 'workspace') await options.forget(tenant.teamId);
    return true;
  };
  const tokenOf: Tokens['tokenOf'] = async (teamId) =>
    (await find({ teamId, enterpriseId: undefined, isEnterpriseInstall: false }))?.token ?? null;
  const identify: Identify = async (source) => {
    const identity = await find(source);
    if (identity === null) throw new Error('the app is not installed in this workspace');
    return identity;
  };
  return {
    routes: createInstallRoutes(options),
    open: async () => ({
      identify,
      tokens: {
        tokenOf,
        async revoked(teamId, token) {
          if ((await tokenOf(teamId)) !== token) return 'replaced';
          return (await forget({ kind: 'workspace', teamId }, Math.floor(now() / 1000))) ? 'removed' : 'replaced';
        },
      },
    }),
    forget,
  };
}
