/** Bolt's App with every default that would bite set otherwise. */
import { App, type AuthorizeSourceData, type Context, type Receiver, type webApi } from '@slack/bolt';
import { describeError, type Log } from '../bot/log.ts';
import type { Metrics } from '../bot/metrics.ts';
import { createBoltLogger } from './bolt-logger.ts';
import type { Fetch } from './fetch.ts';

/** Who the bot is where a request comes from. */
export interface BotIdentity {
  readonly token: string;
  readonly botId: string | undefined;
  readonly botUserId: string | undefined;
}

export type RequestSource = AuthorizeSourceData<boolean>;

/** Finds the bot's identity for a request. @throws where the app is not installed there */
export type Identify = (source: RequestSource) => Promise<BotIdentity>;

export interface SlackAppOptions {
  readonly receiver: Receiver;
  readonly identify: Identify;
  readonly clientOptions: webApi.WebClientOptions;
  readonly log: Log;
  readonly metrics: Metrics;
}

/**
 * Options for the client that people wait for. Retries are `fetch`'s, which repeats only what had no effect.
 * Never give these `headers`: WebClient writes a token into them, and Bolt shares them between workspaces.
 */
export function createClientOptions(slackApiUrl: string, fetch: Fetch, log: Log): webApi.WebClientOptions {
  return {
    slackApiUrl,
    fetch,
    logger: createBoltLogger(log),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
  };
}

/**
 * The token goes into the context under a name that Bolt doesn't know: otherwise Bolt keeps a client for each token it
 * has ever seen. So the `client` of every listener is one and the same, and `tokenOf(context)` goes with each call.
 */
export async function createSlackApp(options: SlackAppOptions): Promise<App> {
  const { receiver, identify, clientOptions, log, metrics } = options;
  const logger = createBoltLogger(log);
  const app = new App({
    receiver,
    authorize: async (source) => {
      const { token, botId, botUserId } = await identify(source);
      return { [TOKEN]: token, ...(botId && { botId }), ...(botUserId && { botUserId }) };
    },
    clientOptions,
    logger,
    logLevel: logger.getLevel(),
    // Slack tells of the posting of what it held for us by our own message; `reasonToIgnore` answers no bot.
    ignoreSelf: false,
    // Otherwise each event passes through a store of conversations in memory.
    convoStore: false,
    // Otherwise a failing start becomes an unhandled rejection.
    deferInitialization: true,
  });
  await app.init();
  app.error(async (error) => {
    metrics.errors.count({ where: 'listener' });
    log.error('A request could not be handled', describeError(error));
  });
  return app;
}

const TOKEN = 'ownToken';

/** The token of the workspace that a request came from. */
export function tokenOf(context: Context): string {
  const token: unknown = context[TOKEN];
  if (typeof token !== 'string') throw new Error('the request was not authorized');
  return token;
}
