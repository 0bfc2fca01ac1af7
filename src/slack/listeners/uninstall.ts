/** The app was removed: what was kept for the workspace goes. Slack sends both events, in either order. */
import type { Context } from '@slack/bolt';
import type { Tenant } from '../../bot/ports.ts';
import type { Dispatch } from '../dispatch.ts';
import type { ListenerDependencies } from './dependencies.ts';

export function registerUninstall(app: Dispatch, { forget, log }: ListenerDependencies): void {
  const remove = async (context: Context, removedAt: number): Promise<void> => {
    const tenant = toTenant(context);
    if (tenant === null || !(await forget(tenant, removedAt))) return;
    log.info('Uninstalled', { team: context.teamId, enterprise: context.enterpriseId });
  };
  app.event('app_uninstalled', ({ body, context }) => remove(context, body.event_time));
  app.event('tokens_revoked', async ({ event, body, context }) => {
    const { bot = [] } = event.tokens;
    if (bot.length > 0) await remove(context, body.event_time);
  });
}

function toTenant({ isEnterpriseInstall, enterpriseId, teamId }: Context): Tenant | null {
  if (isEnterpriseInstall && enterpriseId !== undefined) return { kind: 'organisation', enterpriseId };
  return teamId === undefined ? null : { kind: 'workspace', teamId };
}
