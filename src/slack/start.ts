/** The bot in Slack: from settings to answering, and back to silence. */
import type { Claims } from '../bot/claims.ts';
import type { Converse } from '../bot/converse.ts';
import type { PostedMessages } from '../bot/corrections.ts';
import type { FollowUps } from '../bot/follow-ups.ts';
import type { Handle, Library } from '../bot/handle.ts';
import type { Log } from '../bot/log.ts';
import type { Metrics } from '../bot/metrics.ts';
import type { Greetings, Installations, Tenant } from '../bot/ports.ts';
import type { Posting } from '../bot/posting.ts';
import type { Ratings } from '../bot/report-ports.ts';
import type { ScheduledMessages } from '../bot/scheduled-messages.ts';
import type { Subscribing } from '../bot/subscribing.ts';
import type { ScoreSummary } from '../core/scorecard.ts';
import { createClientOptions, createSlackApp, type Identify } from './app.ts';
import { createCalls, type Tokens } from './digests/calls.ts';
import { createPostedMessages } from './digests/posted-messages.ts';
import { createScheduledMessages } from './digests/scheduled-messages.ts';
import { createDispatch } from './dispatch.ts';
import { createFetch } from './fetch.ts';
import { createInFlight } from './in-flight.ts';
import { guardIntake } from './intake.ts';
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

export interface SlackOptions {
  readonly transport:
    | { readonly kind: 'socket'; readonly appToken: string }
    | { readonly kind: 'http'; readonly signingSecret: string };
  readonly workspace: Workspace;
  readonly slackApiUrl: string;
  /** 0 is any free port. */
  readonly port: number;
  readonly handle: Handle;
  readonly converse: Converse;
  /** As `converse`, for what was not addressed to the bot: nothing of it is counted. */
  readonly overhear: Converse;
  readonly subscribing: Subscribing;
  readonly claims: Claims;
  readonly followUps: FollowUps;
  readonly greetings: Greetings;
  readonly posting: Posting;
  readonly library: () => Library;
  readonly ratings: Ratings;
  readonly scores: ScoreSummary | null;
  /** Deletes what the bot keeps of a workspace, its installation apart. */
  readonly forget: (teamId: string) => Promise<void>;
  readonly log: Log;
  readonly metrics: Metrics;
  /** What must be ready beside Slack, by name. */
  readonly readiness: Readiness;
  /** What else an operator is told of, in words. */
  readonly status: () => Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
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
