/** Many workspaces, each of which installed the app itself. */
import type { Tenant } from '../../bot/ports.ts';
import type { Identify } from '../app.ts';
import type { Routes } from '../server.ts';
import { type IdentifyOptions, identifyInstalled } from './identify.ts';
import { createInstallRoutes, type InstallOptions } from './install.ts';

export interface InstalledTenancyOptions extends IdentifyOptions, InstallOptions {
  /** Deletes what the bot keeps of a workspace, its installation apart. */
  readonly forget: (teamId: string) => Promise<void>;
}

export interface InstalledTenancy {
  readonly routes: Routes;
  identify(): Promise<Identify>;
  /** @param removedAt epoch seconds */
  forget(tenant: Tenant, removedAt: number): Promise<boolean>;
}

export function createInstalledTenancy(options: InstalledTenancyOptions): InstalledTenancy {
  const { installations, forget } = options;
  return {
    routes: createInstallRoutes(options),
    identify: async () => identifyInstalled(options),
    async forget(tenant, removedAt) {
      if (!(await installations.delete(tenant, removedAt))) return false;
      if (tenant.kind === 'workspace') await forget(tenant.teamId);
      return true;
    },
  };
}
