/** The whole bot, in this process, on real sockets, against a local workspace. */
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { createLog, type LogLevel } from '../../src/bot/log.ts';
import { parseConfig } from '../../src/config.ts';
import { type Playground, startPlayground } from '../../src/playground/server.ts';
import { type RunningBot, startBot } from '../../src/start.ts';

export interface OurBot {
  readonly url: string;
  readonly dataDir: string;
  /** Log lines so far, parsed. */
  readonly logged: readonly Record<string, unknown>[];
  /** Sends a request as Slack does. */
  send(request: SlackRequest): Promise<Response>;
  /** A `/rafah` as Slack sends it. */
  command(text: string, fields?: Record<string, string>): Promise<Response>;
  metrics(): Promise<string>;
  /** Resolves once every digest that is due has been seen to. */
  settle(): Promise<void>;
  /** Reads the facts again. */
  reload(): Promise<void>;
  /** Resolves once every posted message that is due has been corrected. */
  correct(): Promise<void>;
  stop(): Promise<boolean>;
}

export interface SlackRequest {
  readonly body: string;
  readonly contentType?: string;
  /** Seconds; default now. */
  readonly timestamp?: number;
  /** Default the bot's own secret. */
  readonly secret?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const FORM = 'application/x-www-form-urlencoded';

/** What a message holds that a test looks at. */
export interface SentMessage {
  readonly response_type?: string;
  readonly text: string;
  readonly blocks: readonly Record<string, unknown>[];
}

export async function readMessage(response: Response): Promise<SentMessage> {
  return (await response.json()) as SentMessage;
}

interface BotOptions {
  readonly logLevel?: LogLevel;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** More settings. */
  readonly env?: Readonly<Record<string, string>>;
  /** Takes what ends the bot. Default: it ends with the test. */
  readonly onEnd?: (end: () => Promise<void>) => void;
}

/** One bot over HTTP for all tests of a file or block that leave it as it was. */
export function shareHttpBot(): () => OurBot {
  let bot: OurBot | undefined;
  const ends: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    const slack = await startPlayground({ port: 0, manifest: 'manifest.yml' });
    ends.push(() => slack.stop());
    bot = await startOurBot(slack, 'http', { onEnd: (end) => ends.unshift(end) });
  });
  afterAll(async () => {
    for (const end of ends) await end();
  });
  return () => {
    if (bot === undefined) throw new Error('the bot is not started yet');
    return bot;
  };
}

/** A bot in a local workspace; it stops when the test does. */
export async function startOurBot(
  slack: Playground,
  mode: 'socket' | 'http',
  { logLevel = 'info', onEnd = onTestFinished, now, env = {} }: BotOptions = {},
): Promise<OurBot> {
  const bot = await startBotWith(
    {
      SLACK_BOT_TOKEN: slack.botToken,
      ...(mode === 'socket' ? { SLACK_APP_TOKEN: slack.appToken } : { SLACK_SIGNING_SECRET: slack.signingSecret }),
      SLACK_API_URL: slack.apiUrl,
      LOG_LEVEL: logLevel,
      ...env,
    },
    onEnd,
    now,
  );
  if (mode === 'http' && !(await slack.switchToHttp(`${bot.url}/slack/events`))) throw new Error('was not verified');
  return bot;
}

/** A bot with these settings, a free port and, where none is given, a data folder of its own. */
export async function startBotWith(
  env: Readonly<Record<string, string>>,
  onEnd: (end: () => Promise<void>) => void = onTestFinished,
  now?: () => number,
): Promise<OurBot> {
  const given = env['DATA_DIR'];
  const dataDir = given ?? mkdtempSync(join(tmpdir(), 'rafah-bot-'));
  const logged: Record<string, unknown>[] = [];
  const config = parseConfig({ PORT: '0', DATA_DIR: dataDir, ...env });
  const log = createLog(config.logLevel, (line) => logged.push(JSON.parse(line)));
  const started = await startBot(config, {
    log,
    compiledFacts: 'dist/facts.bin',
    ...(now && { now, beatMs: 20, digestTimeoutMs: 300, settleMs: 20, graceMs: 0 }),
  });
  if (started instanceof Error) throw started;
  const bot: RunningBot = started;
  let stopped: Promise<boolean> | undefined;
  const stop = (): Promise<boolean> => {
    stopped ??= bot.stop(2000);
    return stopped;
  };
  onEnd(async () => {
    await stop();
    if (given === undefined) rmSync(dataDir, { recursive: true });
  });
  const url = `http://127.0.0.1:${bot.port}`;
  const send: OurBot['send'] = (request) => sendTo(url, { secret: env['SLACK_SIGNING_SECRET'] ?? '', ...request });
  return {
    url,
    dataDir,
    logged,
    send,
    command: (text, fields = {}) => send({ body: commandBody(text, fields), contentType: FORM }),
    async settle() {
      await bot.digests.idle();
      // Comes after what the store is doing: a test's own connection must not meet a transaction that cannot go on.
      await fetch(`${url}/readyz`);
    },
    reload: () => bot.reload(),
    correct: () => bot.corrections.idle(),
    metrics: async () => (await fetch(`${url}/metrics`)).text(),
    stop,
  };
}

let trigger = 0;

export function commandBody(text: string, fields: Record<string, string> = {}): string {
  return new URLSearchParams({
    command: '/rafah',
    text,
    team_id: 'T0PLAY',
    channel_id: 'C0GENERAL',
    user_id: 'U0DANA',
    trigger_id: `test.${trigger++}`,
    response_url: 'http://127.0.0.1:9/response',
    ...fields,
  }).toString();
}

function sendTo(url: string, request: SlackRequest & { readonly secret: string }): Promise<Response> {
  const { body, contentType = 'application/json', secret, headers = {} } = request;
  const timestamp = String(request.timestamp ?? Math.floor(Date.now() / 1000));
  return fetch(`${url}/slack/events`, {
    method: 'POST',
    body,
    headers: {
      'content-type': contentType,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': sign(secret, timestamp, body),
      ...headers,
    },
  });
}

export function sign(secret: string, timestamp: string, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

/** A metric's value: `readMetric(text, 'rafah_refused_total{reason="stale"}')`. */
export function readMetric(metrics: string, series: string): number {
  const line = metrics.split('\n').find((candidate) => candidate.startsWith(`${series} `));
  return line === undefined ? 0 : Number(line.slice(series.length + 1));
}
