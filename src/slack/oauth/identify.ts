/** Many workspaces: whose token a request is answered with, and its renewal. */
import { webApi } from '@slack/bolt';
import { describeError, type Log } from '../../bot/log.ts';
import type { Installation, Installations, Tenant } from '../../bot/ports.ts';
import type { BotIdentity, RequestSource } from '../app.ts';

export interface IdentifyOptions {
  readonly installations: Installations;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly clientOptions: webApi.WebClientOptions;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Slack's rotating tokens live twelve hours; the last two are for renewing them. */
const RENEW_SECONDS_BEFORE = 2 * 60 * 60;
/** From then on a request waits for the new token. */
const WAIT_SECONDS_BEFORE = 60;
/** Longer than the call takes; after it another process may try. */
const LEASE_SECONDS = 60;

/** @returns who the bot is where a request comes from; `null` where the app is not installed there */
export function identifyInstalled(options: IdentifyOptions): (source: RequestSource) => Promise<BotIdentity | null> {
  const { installations, log, now } = options;
  const client = new webApi.WebClient(undefined, options.clientOptions);
  /** Renewals under way in this process, by token: Slack's refresh tokens work once. */
  const renewals = new Map<string, Promise<Installation>>();

  const renewOnce = (installation: Installation): Promise<Installation> => {
    const { token } = installation.bot;
    const running = renewals.get(token) ?? renew(installation).finally(() => renewals.delete(token));
    renewals.set(token, running);
    return running;
  };

  /** Never rejects: where renewing fails, the token there is may still work. */
  const renew = async (installation: Installation): Promise<Installation> => {
    const { tenant, bot } = installation;
    try {
      const lease = await installations.claimRenewal(tenant, seconds(now), LEASE_SECONDS);
      if (lease === null || bot.rotation === null) return (await installations.find(tenant)) ?? installation;
      const renewed = await client.oauth.v2.access({
        client_id: options.clientId,
        client_secret: options.clientSecret,
        grant_type: 'refresh_token',
        refresh_token: bot.rotation.refreshToken,
      });
      const { access_token: token, refresh_token: refreshToken, expires_in: lifetime } = renewed;
      if (token === undefined || refreshToken === undefined || lifetime === undefined) {
        throw new Error('Slack answered without a new token');
      }
      const rotation = { refreshToken, expiresAt: seconds(now) + lifetime };
      const next = { ...installation, bot: { ...bot, token, rotation } };
      await installations.renew(next, lease);
      return next;
    } catch (error) {
      log.error('A token could not be renewed', describeError(error));
      return installation;
    }
  };

  return async (source) => {
    const installation = await findInstallation(installations, source);
    if (installation === null) return null;
    const left = (installation.bot.rotation?.expiresAt ?? Number.POSITIVE_INFINITY) - seconds(now);
    const renewal = left < RENEW_SECONDS_BEFORE ? renewOnce(installation) : null;
    const { bot } = renewal !== null && left < WAIT_SECONDS_BEFORE ? await renewal : installation;
    return { token: bot.token, botId: bot.id, botUserId: bot.userId };
  };
}

/** The workspace's own installation, else that of its organisation. */
async function findInstallation(
  installations: Installations,
  { teamId, enterpriseId, isEnterpriseInstall }: RequestSource,
): Promise<Installation | null> {
  const tenants: Tenant[] = [];
  if (teamId !== undefined && !isEnterpriseInstall) tenants.push({ kind: 'workspace', teamId });
  if (enterpriseId !== undefined) tenants.push({ kind: 'organisation', enterpriseId });
  for (const tenant of tenants) {
    const found = await installations.find(tenant);
    if (found !== null) return found;
  }
  return null;
}

function seconds(now: () => number): number {
  return Math.floor(now() / 1000);
}
