import { createServer } from 'node:net';
import { App, type AppOptions, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import { onTestFinished } from 'vitest';
import type { Playground } from '../../src/playground/server.ts';
import { silent } from './local-slack.ts';

/** A real Bolt app over Socket Mode; it stops when the test does. */
export async function startSocketApp(playground: Playground, register: (app: App) => void): Promise<App> {
  const receiver = new SocketModeReceiver({
    appToken: playground.appToken,
    logger: silent,
    installerOptions: { clientOptions: { slackApiUrl: playground.apiUrl } },
  });
  return startApp(playground, { receiver }, register);
}

/** A real Bolt app over signed HTTP, verified by the workspace. */
export async function startHttpApp(playground: Playground, register: (app: App) => void): Promise<App> {
  const port = await freePort();
  const receiver = new HTTPReceiver({ signingSecret: playground.signingSecret, port, logger: silent });
  const app = await startApp(playground, { receiver }, register, port);
  if (!(await playground.switchToHttp(`http://127.0.0.1:${port}/slack/events`)))
    throw new Error('the app was not verified');
  return app;
}

async function startApp(
  playground: Playground,
  options: AppOptions,
  register: (app: App) => void,
  port?: number,
): Promise<App> {
  const app = new App({
    ...options,
    token: playground.botToken,
    clientOptions: { slackApiUrl: playground.apiUrl, retryConfig: { retries: 0 } },
    logger: silent,
    convoStore: false,
  });
  register(app);
  await (port === undefined ? app.start() : app.start(port));
  onTestFinished(async () => {
    await app.stop();
  });
  return app;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}
