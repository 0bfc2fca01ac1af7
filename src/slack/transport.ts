/** The two ways Slack's requests arrive. */
import { type Receiver, SocketModeReceiver } from '@slack/bolt';
import { describeError, type Log } from '../bot/log.ts';
import type { Metrics } from '../bot/metrics.ts';
import { createBoltLogger } from './bolt-logger.ts';
import type { Fetch } from './fetch.ts';
import { createHttpReceiver } from './http-receiver.ts';
import type { Routes } from './server.ts';
import { refusedToken } from './start-problem.ts';

export interface Arrivals {
  readonly receiver: Receiver;
  /** What the HTTP server has to serve for it. */
  readonly routes: Routes;
  /** Requests arrive from then on. @throws StartProblem */
  start(): Promise<void>;
  /** Whether requests can arrive now. */
  isOpen(): boolean;
  /** No request arrives any more; to be called once acknowledgements are sent. */
  stop(): Promise<void>;
}

export interface ArrivalOptions {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly fetch: Fetch;
  readonly slackApiUrl: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * A lost connection is opened again for about an hour and a half; then the process ends, for its supervisor to start.
 * These are the client's own retries: `apps.connections.open` can be repeated without harm.
 */
const RECONNECT = { retries: 200, factor: 1.3, minTimeout: 500, maxTimeout: 30_000 };

export function arriveBySocket(appToken: string, options: ArrivalOptions): Arrivals {
  const { log, metrics, fetch, slackApiUrl } = options;
  const receiver = new SocketModeReceiver({
    appToken,
    logger: createBoltLogger(log),
    // Its own options: it writes a retry policy of its own into those it is given.
    installerOptions: { clientOptions: { slackApiUrl, fetch, retryConfig: RECONNECT } },
    processEventErrorHandler: async ({ error }) => {
      metrics.errors.count({ where: 'socket' });
      log.error('An envelope could not be processed', describeError(error));
      return false;
    },
  });
  surviveMessages(receiver, (error) => {
    metrics.errors.count({ where: 'socket' });
    log.error('A message over the socket could not be read', describeError(error));
  });
  let isOpen = false;
  receiver.client.on('connected', () => {
    isOpen = true;
    log.info('Connected to Slack');
  });
  for (const event of ['close', 'disconnecting', 'reconnecting', 'disconnected']) {
    receiver.client.on(event, () => {
      if (isOpen) log.info('Disconnected from Slack');
      isOpen = false;
    });
  }
  return {
    receiver,
    routes: {},
    async start() {
      try {
        await receiver.start();
      } catch (error) {
        throw refusedToken('SLACK_APP_TOKEN', error, slackApiUrl);
      }
    },
    isOpen: () => isOpen,
    stop: () => receiver.client.disconnect(),
  };
}

/**
 * The client (3.1.0) reads messages in an async listener whose failure nobody sees: one envelope of an unknown shape,
 * such as Slack's word that it holds back events, would end the process as an unhandled rejection.
 */
function surviveMessages({ client }: SocketModeReceiver, onError: (error: unknown) => void): void {
  const readers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (...message: unknown[]) => {
    for (const read of readers) Promise.resolve(read.apply(client, message)).catch(onError);
  });
}

export function arriveByHttp(signingSecret: string, options: ArrivalOptions): Arrivals {
  const receiver = createHttpReceiver({ signingSecret, ...options });
  return {
    receiver,
    routes: { 'POST /slack/events': receiver.handle },
    start: async () => void (await receiver.start()),
    isOpen: () => receiver.isOpen,
    stop: async () => void (await receiver.stop()),
  };
}
