import { webApi } from '@slack/bolt';
import { onTestFinished, vi } from 'vitest';
import { type ManifestInput, readManifest, uncommentLines } from '../../src/playground/manifest.ts';
import type { Message, Outcome, State } from '../../src/playground/protocol.ts';
import { type Playground, type PlaygroundOptions, startPlayground } from '../../src/playground/server.ts';

/** Conversations and people of the seeded workspace. */
export const dana = 'U0DANA';
export const sam = 'U0SAM';
export const yuki = 'U0YUKI';
export const general = 'C0GENERAL';
export const newsroom = 'C0NEWSROOM';
export const policy = 'C0POLICY';
export const desk = 'C0DESK';
export const board = 'C0BOARD';
export const archive = 'C0ARCHIVE';
export const danaWithBot = 'D0BOTDANA';
export const danaWithSam = 'D0DANASAM';
export const bot = 'U0PLAYBOT';

/** An invented app with everything switched on, and only the scopes that such a bot should ask for. */
/** Our manifest as a deployment has it whose channels may choose follow-ups without a mention. */
export const listeningManifest = (): ManifestInput => readManifest('manifest.yml', uncommentLines);

export const manifest = {
  display_information: { name: 'Parrot' },
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
    bot_user: { display_name: 'Parrot Bot' },
    slash_commands: [
      { command: '/parrot', description: 'Repeats', usage_hint: '[words]', should_escape: true },
      { command: '/plain', description: 'Repeats, mentions as typed' },
    ],
    shortcuts: [
      { name: 'Repeat this', type: 'message', callback_id: 'repeat_message', description: 'Repeats a message' },
      { name: 'Ask Parrot', type: 'global', callback_id: 'ask', description: 'Opens a dialog' },
    ],
  },
  oauth_config: { scopes: { bot: ['commands', 'chat:write', 'app_mentions:read', 'im:history', 'assistant:write'] } },
  settings: {
    event_subscriptions: { bot_events: ['app_mention', 'message.im', 'app_home_opened'] },
    interactivity: { is_enabled: true },
  },
} as const satisfies ManifestInput;

/** The playground, and what a person does in its page. */
export interface LocalSlack extends Playground {
  /** The real Web API client with the bot's token. */
  readonly client: webApi.WebClient;
  /** A POST of the page API. */
  do(route: string, body: object): Promise<Outcome<Record<string, unknown>>>;
  state(userId?: string): Promise<State>;
  /** Messages of a conversation as a person sees them. */
  messages(channelId: string, userId?: string): Promise<readonly Message[]>;
}

/** Starts a workspace on a free port; it stops when the test does. */
export async function startSlack(options: Partial<PlaygroundOptions> = {}): Promise<LocalSlack> {
  const playground = await startPlayground({ port: 0, manifest, ...options });
  onTestFinished(() => playground.stop());
  const client = clientOf(playground, playground.botToken);
  const state = async (userId = dana) =>
    (await (await fetch(`${playground.url}/_playground/state?userId=${userId}`)).json()) as State;
  return {
    ...playground,
    client,
    state,
    async do(route, body) {
      const response = await fetch(`${playground.url}/_playground/${route}`, {
        method: 'POST',
        body: JSON.stringify(body),
      });
      return (await response.json()) as Outcome<Record<string, unknown>>;
    },
    async messages(channelId, userId) {
      return (await state(userId)).messages[channelId] ?? [];
    },
  };
}

/** Refusals and failures are what these tests are about: Bolt and its client need not print them. */
export const silent: webApi.Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => webApi.LogLevel.ERROR,
  setName: () => {},
};

/** The real Web API client: no retries, quiet. */
export function clientOf(playground: Playground, token: string): webApi.WebClient {
  return new webApi.WebClient(token, {
    slackApiUrl: playground.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: silent,
  });
}

/** Waits until a check passes, with patience for a busy machine. */
export function eventually<Result>(check: () => Result | Promise<Result>): Promise<Result> {
  return vi.waitFor(check, { timeout: 15_000, interval: 20 });
}

/** What Slack answers to a call that it refuses. */
export async function refusalOf(call: Promise<unknown>): Promise<Record<string, unknown>> {
  try {
    await call;
  } catch (error) {
    if (error instanceof webApi.WebAPIPlatformError) return error.data as unknown as Record<string, unknown>;
    throw error;
  }
  throw new Error('the call was not refused');
}
