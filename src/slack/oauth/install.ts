/** The pages on which a workspace installs the app. Bolt's own OAuth flow; what it yields goes into our store. */
import { HTTPReceiver, type Installation as SlackInstallation, type webApi } from '@slack/bolt';
import { describeError, type Log } from '../../bot/log.ts';
import type { Installation, Installations } from '../../bot/ports.ts';
import { createBoltLogger } from '../bolt-logger.ts';
import { type OptionalScope, SCOPES } from '../scopes.ts';
import type { Routes } from '../server.ts';

export interface InstallOptions {
  readonly installations: Installations;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  /** Asked for beside those the app needs. */
  readonly optionalScopes: readonly OptionalScope[];
  readonly clientOptions: webApi.WebClientOptions;
  readonly slackApiUrl: string;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const INSTALL_PATH = '/slack/install';
const REDIRECT_PATH = '/slack/oauth_redirect';

/**
 * The receiver here receives nothing: it has no endpoint for requests, and only its installation pages are served.
 * So they exist in Socket Mode, too.
 */
export function createInstallRoutes(options: InstallOptions): Routes {
  const { installations, log, now } = options;
  const receiver = new HTTPReceiver({
    signingSecret: '',
    signatureVerification: false,
    endpoints: [],
    logger: createBoltLogger(log),
    clientId: options.clientId,
    clientSecret: options.clientSecret,
    stateSecret: options.stateSecret,
    scopes: [...SCOPES, ...options.optionalScopes],
    installationStore: {
      async storeInstallation(installed) {
        await installations.save(toInstallation(installed), Math.floor(now() / 1000));
        log.info('Installed', { team: installed.team?.id, enterprise: installed.enterprise?.id });
      },
      async fetchInstallation() {
        throw new Error('requests are not authorized through the installation pages');
      },
    },
    installerOptions: {
      installPath: INSTALL_PATH,
      redirectUriPath: REDIRECT_PATH,
      directInstall: true,
      clientOptions: options.clientOptions,
      authorizationUrl: new URL('../oauth/v2/authorize', options.slackApiUrl).href,
      callbackOptions: {
        success: (_installation, _options, _request, response) => {
          respond(response, 200, 'Rafah Facts is installed. Go back to Slack and type /rafah help.');
        },
        failure: (error, _options, _request, response) => {
          log.warn('An installation failed', describeError(error));
          respond(response, 400, `Rafah Facts was not installed. Please start again at ${INSTALL_PATH}.`);
        },
      },
    },
  });
  return { [`GET ${INSTALL_PATH}`]: receiver.requestListener, [`GET ${REDIRECT_PATH}`]: receiver.requestListener };
}

interface PageResponse {
  writeHead(status: number, headers: Readonly<Record<string, string>>): { end(text: string): unknown };
}

/** Nothing from the request is repeated in a page. */
function respond(response: PageResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${sentence}\n`);
}

/** @throws where Slack gave no bot token: the app asks for bot scopes only, so there always is one */
function toInstallation(installed: SlackInstallation): Installation {
  const { bot, team, enterprise, isEnterpriseInstall } = installed;
  if (bot === undefined) throw new Error('Slack installed the app without a bot token');
  const { refreshToken, expiresAt } = bot;
  const rotates = refreshToken !== undefined && expiresAt !== undefined;
  return {
    tenant: toTenant(isEnterpriseInstall === true, team?.id, enterprise?.id),
    enterpriseId: enterprise?.id ?? null,
    appId: installed.appId ?? null,
    installedBy: installed.user.id,
    bot: {
      id: bot.id,
      userId: bot.userId,
      token: bot.token,
      scopes: bot.scopes,
      rotation: rotates ? { refreshToken, expiresAt } : null,
    },
  };
}

function toTenant(isOrganisation: boolean, teamId: string | undefined, enterpriseId: string | undefined) {
  if (isOrganisation && enterpriseId !== undefined) return { kind: 'organisation', enterpriseId } as const;
  if (teamId !== undefined) return { kind: 'workspace', teamId } as const;
  throw new Error('Slack installed the app without naming a workspace');
}
