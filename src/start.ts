/** The whole bot from its settings: what `main.ts` starts, and what tests start with settings of their own. */
import scorecard from '../docs/scorecard.json' with { type: 'json' };
import { createClaims } from './bot/claims.ts';
import { createConverse } from './bot/converse.ts';
import { type DigestLoop, startDigestLoop } from './bot/digest-loop.ts';
import { createDigestPass, KEPT_SECONDS } from './bot/digest-pass.ts';
import type { Library } from './bot/handle.ts';
import { createHandle } from './bot/handle.ts';
import { describeError, type Log } from './bot/log.ts';
import { createMetrics, type Metrics } from './bot/metrics.ts';
import { createSubscribing } from './bot/subscribing.ts';
import { countUnanswered } from './bot/unanswered.ts';
import type { Config, Storage } from './config.ts';
import { CORRECTED_SECONDS } from './core/correction/post.ts';
import { listVersions } from './core/correction/shown.ts';
import { createClock } from './core/digest/calendar.ts';
import { createEngine } from './core/engine.ts';
import { formatProblem, loadFacts } from './facts/load.ts';
import type { Secret } from './secret.ts';
import type { Store } from './store/open.ts';

export interface BotOptions {
  readonly log: Log;
  /** A file that `facts compile` made. */
  readonly compiledFacts?: string;
  /** Milliseconds since 1970. Default: the machine's clock. */
  readonly now?: () => number;
  /** How often it is looked whether a digest is due, in milliseconds. */
  readonly beatMs?: number;
  /** For one call about digests, milliseconds. */
  readonly digestTimeoutMs?: number;
}

export interface RunningBot {
  readonly port: number;
  readonly digests: DigestLoop;
  /** @returns whether all acknowledged work was done within `timeoutMs` */
  stop(timeoutMs: number): Promise<boolean>;
}

/** Something in the bot's surroundings is not as it must be. The message says what, for the person who runs it. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** @returns CannotStart where facts, store, port or tokens are not as they must be; anything else thrown is a bug */
export async function startBot(config: Config, options: BotOptions): Promise<RunningBot | CannotStart> {
  const { log, compiledFacts, now = Date.now, beatMs } = options;
  const begin = performance.now();
  const library = await loadLibrary(config.factsDir, compiledFacts);
  if (library instanceof CannotStart) return library;
  const store = await openStorage(config.storage, log, now);
  if (store instanceof CannotStart) return store;
  const metrics = createMetrics();
  describeProcess(metrics, library);
  const answering = createHandle({ library: () => library, random: Math.random, scores: scorecard.summary });
  const counting = countUnanswered(answering, { questions: store.unansweredQuestions, log, now });
  const { handle } = config.questionReport ? counting : { handle: answering };
  let digests: DigestLoop | undefined;
  const { startSlack, StartProblem } = await import('./slack/start.ts');
  try {
    const connecting = startSlack({
      transport: revealTransport(config.transport),
      workspace: await revealWorkspace(config.workspace, store),
      slackApiUrl: config.slackApiUrl,
      port: config.port,
      handle,
      converse: createConverse({ handle, conversations: store.conversations, log, now }),
      subscribing: createSubscribing({
        subscriptions: store.subscriptions,
        library: () => library,
        // Before the loop runs there is nobody to wake: it looks at every workspace first.
        wake: (teamId) => digests?.wake(teamId),
        now,
      }),
      claims: createClaims({ exchanges: store.exchanges, log, now }),
      greetings: store.greetings,
      library: () => library,
      forget: async (teamId) => {
        await Promise.all(keptOf(store).map((kept) => kept.forget(teamId)));
      },
      log,
      metrics,
      readiness: async () => ({ facts: true, store: await answers(store) }),
      now,
      digestTimeoutMs: options.digestTimeoutMs,
    });
    // The first question would wait for the corpus to be read: that is done while Slack is waited for.
    library.engine.answer('');
    const slack = await connecting;
    if (!config.questionReport) await store.unansweredQuestions.clear();
    await store.editions.adopt(library.corpus.edition, listVersions(library.corpus), Math.floor(now() / 1000));
    const stopPurging = purgeHourly(store, () => library, log, now);
    const pass = createDigestPass({
      subscriptions: store.subscriptions,
      deliveries: store.deliveries,
      messages: slack.scheduledMessages,
      library: () => library,
      clock: createClock(),
      metrics,
      log,
      now,
    });
    const loop = startDigestLoop({ ...pass, log, now, ...(beatMs !== undefined && { beatMs }) });
    digests = loop;
    log.info('Ready', {
      transport: config.transport.kind,
      port: slack.port,
      statements: library.corpus.statements.length,
      edition: library.corpus.edition,
      startMs: Math.round(performance.now() - begin),
    });
    return {
      port: slack.port,
      digests: loop,
      async stop(timeoutMs) {
        stopPurging();
        const done = await Promise.all([loop.stop(timeoutMs), slack.stop(timeoutMs)]);
        await counting.idle();
        await store.close();
        return done.every(Boolean);
      },
    };
  } catch (error) {
    await store.close();
    if (error instanceof StartProblem) return new CannotStart(error.message);
    throw error;
  }
}

/** All that is kept of workspaces, their installations apart. */
function keptOf(store: Store): readonly { forget(teamId: string): Promise<void> }[] {
  const { conversations, subscriptions, deliveries, exchanges, greetings, threadChoices } = store;
  const { posts, unansweredQuestions, ratings } = store;
  return [
    ...[conversations, subscriptions, deliveries, exchanges, greetings, threadChoices],
    ...[posts, unansweredQuestions, ratings],
  ];
}

const HOUR_MS = 60 * 60 * 1000;

/** Nothing is kept longer than it is promised to be, whether or not anybody asks on. @returns a function that ends it */
function purgeHourly(store: Store, library: () => Library, log: Log, now: () => number): () => void {
  const { conversations, exchanges, deliveries, posts, editions, unansweredQuestions, ratings } = store;
  async function purge(): Promise<void> {
    const seconds = Math.floor(now() / 1000);
    await editions.keep(listVersions(library().corpus), seconds);
    await Promise.all([
      conversations.purge(seconds),
      exchanges.purge(seconds),
      deliveries.purge(seconds - KEPT_SECONDS),
      posts.purge(seconds - CORRECTED_SECONDS),
      // A message posted an hour after the last purge shows a wording that was served then.
      editions.purge(seconds - CORRECTED_SECONDS - HOUR_MS / 500),
      unansweredQuestions.purge(seconds),
      ratings.purge(seconds),
    ]);
  }
  const run = (): void => {
    purge().catch((error: unknown) => {
      log.warn('What is old could not be deleted', describeError(error));
    });
  };
  run();
  const timer = setInterval(run, HOUR_MS).unref();
  return () => clearInterval(timer);
}

async function loadLibrary(dir: string, compiled: string | undefined): Promise<Library | CannotStart> {
  const loaded = await loadFacts(dir, compiled);
  if (loaded.ok) return { corpus: loaded.corpus, engine: createEngine(loaded.corpus, loaded.index) };
  const lines = loaded.problems.map((problem) => `\n  ${formatProblem(problem)}`).join('');
  return new CannotStart(`The facts in FACTS_DIR (${dir}) can't be used:${lines}`);
}

async function openStorage(storage: Storage, log: Log, now: () => number): Promise<Store | CannotStart> {
  const { openStore } = await import('./store/open.ts');
  const { StoreUnavailable } = await import('./store/failure.ts');
  try {
    return await openStore({
      databaseUrl: storage.kind === 'postgres' ? storage.url.reveal() : undefined,
      dataDir: storage.kind === 'embedded' ? storage.dataDir : '',
      now: Math.floor(now() / 1000),
      onLost: () => log.warn('A connection to the database was lost'),
    });
  } catch (error) {
    if (error instanceof StoreUnavailable) return new CannotStart(error.message);
    throw error;
  }
}

async function answers(store: Store): Promise<boolean> {
  try {
    await store.ping();
    return true;
  } catch {
    return false;
  }
}

function describeProcess(metrics: Metrics, { corpus }: Library): void {
  metrics.gauge('rafah_statements', 'Statements in the facts.', () => corpus.statements.length);
  metrics.gauge('process_resident_memory_bytes', 'Resident memory.', () => process.memoryUsage.rss());
  metrics.gauge('process_uptime_seconds', 'Time since the start.', () => Math.round(process.uptime()));
}

function revealTransport(transport: Config['transport']) {
  return transport.kind === 'socket'
    ? ({ kind: 'socket', appToken: transport.appToken.reveal() } as const)
    : ({ kind: 'http', signingSecret: transport.signingSecret.reveal() } as const);
}

async function revealWorkspace(workspace: Config['workspace'], store: Store) {
  if (workspace.kind === 'single') return { kind: 'single', botToken: workspace.botToken.reveal() } as const;
  const { createVault } = await import('./store/vault.ts');
  const [first, ...others] = workspace.tokenEncryptionKeys;
  const bytes = (key: Secret): Buffer => Buffer.from(key.reveal(), 'base64');
  return {
    kind: 'oauth',
    clientId: workspace.clientId,
    clientSecret: workspace.clientSecret.reveal(),
    stateSecret: workspace.stateSecret.reveal(),
    installations: store.installations(createVault([bytes(first), ...others.map(bytes)])),
  } as const;
}
