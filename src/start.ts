/** The whole bot from its settings: what `main.ts` starts, and what tests start with settings of their own. */
import scorecard from '../docs/scorecard.json' with { type: 'json' };
import { createClaims } from './bot/claims.ts';
import { createConverse } from './bot/converse.ts';
import { type DigestLoop, startDigestLoop } from './bot/digest-loop.ts';
import { createDigestPass } from './bot/digest-pass.ts';
import { createFollowUps } from './bot/follow-ups.ts';
import type { Library } from './bot/handle.ts';
import { createHandle } from './bot/handle.ts';
import type { Log } from './bot/log.ts';
import { createMetrics, type Metrics } from './bot/metrics.ts';
import { createPosting } from './bot/posting.ts';
import { recordQueued } from './bot/queued-digests.ts';
import { createSubscribing } from './bot/subscribing.ts';
import { countUnanswered } from './bot/unanswered.ts';
import type { Config, Storage } from './config.ts';
import { createClock } from './core/digest/calendar.ts';
import { startCorrecting } from './correcting.ts';
import { createLiveLibrary, describeEdit, type LiveLibrary } from './facts/live-library.ts';
import { forgetWorkspace, purgeHourly } from './keeping.ts';
import { type LoadingOptions, loadAgain, loadFirst } from './loading.ts';
import type { Secret } from './secret.ts';
import type { Store } from './store/open.ts';

export interface BotOptions extends LoadingOptions {
  readonly log: Log;
  /** Milliseconds since 1970. Default: the machine's clock. */
  readonly now?: () => number;
  /** How often it is looked whether a digest is due, in milliseconds. */
  readonly beatMs?: number;
  /** For one call about digests, milliseconds. */
  readonly digestTimeoutMs?: number;
  /** How long an edition is served before what was posted is corrected, milliseconds. */
  readonly graceMs?: number;
  /** How long edited facts must stay as they are before they are read, milliseconds. */
  readonly settleMs?: number;
}

export interface RunningBot {
  readonly port: number;
  readonly digests: DigestLoop;
  readonly corrections: DigestLoop;
  /** Reads the facts again, now. Never rejects. */
  reload(): Promise<void>;
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
  const first = await loadFirst(config.factsDir, compiledFacts);
  if (typeof first === 'string') return new CannotStart(first);
  const store = await openStorage(config.storage, log, now);
  if (store instanceof CannotStart) return store;
  const metrics = createMetrics();
  let live: LiveLibrary | undefined;
  const library = (): Library => live?.current() ?? first;
  describeProcess(metrics, library, () => live);
  const answering = createHandle({ library, random: Math.random, scores: scorecard.summary });
  const counting = countUnanswered(answering, { questions: store.unansweredQuestions, log, now });
  const { handle } = config.questionReport ? counting : { handle: answering };
  const posting = createPosting({ posts: store.posts, log, now });
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
      overhear: createConverse({ handle: answering, conversations: store.conversations, log, now }),
      subscribing: createSubscribing({
        subscriptions: store.subscriptions,
        library,
        // Before the loop runs there is nobody to wake: it looks at every workspace first.
        wake: (teamId) => digests?.wake(teamId),
        now,
      }),
      claims: createClaims({ exchanges: store.exchanges, log, now }),
      followUps: createFollowUps({ exchanges: store.exchanges, threadChoices: store.threadChoices, now }),
      greetings: store.greetings,
      posting,
      library,
      scores: scorecard.summary,
      ratings: store.ratings,
      async forget(teamId) {
        // What is still to be counted would come after.
        await counting.idle();
        await forgetWorkspace(store, teamId);
      },
      log,
      metrics,
      readiness: async () => ({ facts: true, store: await answers(store) }),
      status: () => ({ edition: library().corpus.edition, lastEdit: describeEdit(live?.lastEdit()) }),
      now,
      digestTimeoutMs: options.digestTimeoutMs,
    });
    // The first question would wait for the corpus to be read: that is done while Slack is waited for.
    first.engine.answer('');
    const slack = await connecting;
    if (!config.questionReport) await store.unansweredQuestions.clear();
    const stopPurging = purgeHourly(store, library, log, now);
    const pass = createDigestPass({
      subscriptions: store.subscriptions,
      deliveries: store.deliveries,
      messages: recordQueued(slack.scheduledMessages, posting, () => library().corpus.edition),
      library,
      clock: createClock(),
      metrics,
      log,
      now,
    });
    const loop = startDigestLoop({ ...pass, log, now, ...(beatMs !== undefined && { beatMs }) });
    digests = loop;
    const correcting = startCorrecting({
      store,
      messages: slack.postedMessages,
      library,
      metrics,
      log,
      now,
      beatMs,
      graceMs: options.graceMs,
    });
    const shelf = createLiveLibrary({
      dir: config.factsDir,
      first,
      load: () => loadAgain(config.factsDir, options),
      onEdition() {
        loop.wakeAll();
        correcting.wakeAll();
      },
      log,
      now,
      ...(options.settleMs !== undefined && { settleMs: options.settleMs }),
    });
    live = shelf;
    log.info('Ready', {
      transport: config.transport.kind,
      port: slack.port,
      statements: first.corpus.statements.length,
      edition: first.corpus.edition,
      factsIndex: first.factsIndex,
      startMs: Math.round(performance.now() - begin),
    });
    return {
      port: slack.port,
      digests: loop,
      corrections: correcting,
      reload: () => shelf.reload(),
      async stop(timeoutMs) {
        shelf.stop();
        stopPurging();
        const done = await Promise.all([loop, correcting, slack].map((part) => part.stop(timeoutMs)));
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

function describeProcess(metrics: Metrics, library: () => Library, live: () => LiveLibrary | undefined): void {
  metrics.gauge('rafah_statements', 'Statements in the facts.', () => library().corpus.statements.length);
  metrics.gauge('rafah_facts_edit_refused', '1 while the last edit of the facts is refused for its problems.', () =>
    Number(live()?.lastEdit().kind === 'refused'),
  );
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
    optionalScopes: workspace.optionalScopes,
    installations: store.installations(createVault([bytes(first), ...others.map(bytes)])),
  } as const;
}
