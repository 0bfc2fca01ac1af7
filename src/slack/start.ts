/** The bot in Slack: from settings to answering, and back to silence. */
import type { PostedMessages } from '../bot/corrections.ts';
import type { Installations, Tenant } from '../bot/ports.ts';
import type { ScheduledMessages } from '../bot/scheduled-messages.ts';
import { createClientOptions, createSlackApp, type Identify } from './app.ts';
import { createCalls, type Tokens } from './digests/calls.ts';
import { createPostedMessages } from './digests/posted-messages.ts';
import { createScheduledMessages } from './digests/scheduled-messages.ts';
import { createDispatch } from './dispatch.ts';
import { createFetch } from './fetch.ts';
import { createInFlight } from './in-flight.ts';
import { guardIntake } from './intake.ts';
import type { ListenerDependencies } from './listeners/dependencies.ts';
import { registerListeners } from './listeners/register.ts';
import type { OptionalScope } from './scopes.ts';
import { closeServer, createHttpServer, listen, type Readiness, type Routes } from './server.ts';
import { identifySingle } from './single.ts';
import { portProblem } from './start-problem.ts';
import { type Arrivals, arriveByHttp, arriveBySocket } from './transport.ts';

export type Workspace =
  | { readonly kind: 'single'; readonly botToken: string }
  | {
      readonly kind: 'oauth';
      readonly clientId: string;
      readonly clientSecret: string;
      readonly stateSecret: string;
      readonly optionalScopes: readonly OptionalScope[];
      readonly installations: Installations;
    };

/** What listeners are given, but for what Slack's side makes of it. */
export interface SlackOptions extends Omit<ListenerDependencies, 'fetch' | 'forget'> {
  readonly transport:
    | { readonly kind: 'socket'; readonly appToken: string }
    | { readonly kind: 'http'; readonly signingSecret: string };
  readonly workspace: Workspace;
  readonly slackApiUrl: string;
  /** 0 is any free port. */
  readonly port: number;
  /** Deletes what the bot keeps of a workspace, its installation apart. */
  readonly forget: (teamId: string) => Promise<void>;
  /** What must be ready beside Slack, by name. */
  readonly readiness: Readiness;
  /** What else an operator is told of, in words. */
  readonly status: () => Readonly<Record<string, string>>;
  /** For one call about digests, milliseconds; there is a default. */
  readonly digestTimeoutMs?: number | undefined;
}

export interface RunningSlack {
  /** Where the HTTP server listens. */
  readonly port: number;
  /** Both with calls of their own, which no answer waits for. */
  readonly scheduledMessages: ScheduledMessages;
  readonly postedMessages: PostedMessages;
  /**
   * Stops gracefully: what was acknowledged is finished first, for at most `timeoutMs`.
   * @returns whether all of it was
   */
  stop(timeoutMs: number): Promise<boolean>;
}

export { StartProblem } from './start-problem.ts';

/** For one call to Slack; a person has waited long enough by then. */
const CALL_TIMEOUT_MS = 10_000;

/** @throws StartProblem in a sentence for the person who runs the bot */
export async function startSlack(options: SlackOptions): Promise<RunningSlack> {
  const { slackApiUrl, log, metrics, now } = options;
  if (isExposed(slackApiUrl)) log.warn('SLACK_API_URL is not https: tokens travel over the network unencrypted');
  const fetch = createFetch({ metrics, timeoutMs: CALL_TIMEOUT_MS });
  const clientOptions = createClientOptions(slackApiUrl, fetch, log);
  const inFlight = createInFlight();
  const arrivals = createArrivals(options.transport, { log, metrics, fetch, slackApiUrl, now });
  const tenancy = await createTenancy(options, clientOptions);
  const server = createHttpServer({
    log,
    metrics,
    readiness: async () => ({ ...(await options.readiness()), slack: arrivals.isOpen() }),
    status: options.status,
    routes: { ...arrivals.routes, ...tenancy.routes },
  });
  const port = await listen(server, options.port).catch((error: unknown) => {
    throw portProblem(options.port, error);
  });
  let scheduledMessages: ScheduledMessages;
  let postedMessages: PostedMessages;
  try {
    const { receiver } = arrivals;
    const { identify, tokens } = await tenancy.open();
    const calls = createCalls({ slackApiUrl, tokens, metrics, log, now, timeoutMs: options.digestTimeoutMs });
    scheduledMessages = createScheduledMessages(calls, now);
    postedMessages = createPostedMessages(calls);
    const app = await createSlackApp({ receiver, identify, clientOptions, log, metrics });
    guardIntake(app, { metrics, inFlight, now });
    registerListeners(createDispatch(app), { ...options, fetch, forget: tenancy.forget });
    await arrivals.start();
  } catch (error) {
    await closeServer(server, Promise.resolve());
    throw error;
  }
  return {
    port,
    scheduledMessages,
    postedMessages,
    async stop(timeoutMs) {
      const end = performance.now() + timeoutMs;
      const deadline = new Promise<void>((resolve) => setTimeout(resolve, timeoutMs).unref());
      await closeServer(server, deadline);
      const done = await inFlight.idle(Math.max(0, end - performance.now()));
      // Last: acknowledgements of what was under way still went through it.
      await Promise.race([arrivals.stop(), deadline]);
      return done;
    },
  };
}

/** One workspace or many: what differs. */
interface Tenancy {
  readonly routes: Routes;
  /** @throws StartProblem */
  open(): Promise<{ readonly identify: Identify; readonly tokens: Tokens }>;
  forget(tenant: Tenant, removedAt: number): Promise<boolean>;
}

async function createTenancy(options: SlackOptions, clientOptions: ClientOptions): Promise<Tenancy> {
  const { workspace, forget, log } = options;
  if (workspace.kind === 'oauth') {
    const { createInstalledTenancy } = await import('./oauth/tenancy.ts');
    return createInstalledTenancy({ ...options, ...workspace, clientOptions });
  }
  return {
    routes: {},
    open: () => identifySingle(workspace.botToken, clientOptions, log),
    async forget(tenant) {
      if (tenant.kind === 'workspace') await forget(tenant.teamId);
      return true;
    },
  };
}

type ClientOptions = ReturnType<typeof createClientOptions>;

function isExposed(slackApiUrl: string): boolean {
  const { protocol, hostname } = new URL(slackApiUrl);
  return protocol !== 'https:' && !/^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname);
}

type ArrivalOptions = Parameters<typeof arriveBySocket>[1];

function createArrivals(transport: SlackOptions['transport'], options: ArrivalOptions): Arrivals {
  switch (transport.kind) {
    case 'socket':
      return arriveBySocket(transport.appToken, options);
    case 'http':
      return arriveByHttp(transport.signingSecret, options);
  }
}
