/** Many workspaces, each of which installed the app itself. */
import { webApi } from '@slack/bolt';
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
  forget(tenant: Tenant): Promise<boolean>;
}

export function createInstalledTenancy(options: InstalledTenancyOptions): InstalledTenancy {
  const { installations, clientOptions, forget } = options;
  return {
    routes: createInstallRoutes(options),
    identify: async () => identifyInstalled(options),
    async forget(tenant) {
      const installation = await installations.find(tenant);
      // A late event about an earlier installation must not remove the one that came after it.
      if (installation !== null && (await isAlive(installation.bot.token, clientOptions))) return false;
      await installations.delete(tenant);
      if (tenant.kind === 'workspace') await forget(tenant.teamId);
      return true;
    },
  };
}

/** Only Slack's own refusal counts as dead: a token is not thrown away because the network failed. */
async function isAlive(token: string, clientOptions: webApi.WebClientOptions): Promise<boolean> {
  try {
    await new webApi.WebClient(token, clientOptions).auth.test();
    return true;
  } catch (error) {
    return !(error instanceof webApi.WebAPIPlatformError);
  }
}
