/** Calls of the Web API that nobody waits for: each once, with a client of their own, at the pace that Slack allows. */
import { webApi } from '@slack/bolt';
import type { Log } from '../../bot/log.ts';
import type { Metrics } from '../../bot/metrics.ts';
import { NO_TOKEN, type Outcome } from '../../bot/scheduled-messages.ts';
import { createClientOptions } from '../app.ts';
import { createFetch } from '../fetch.ts';
import { classify } from './failure.ts';
import { createPace } from './pace.ts';

/** Whose token calls for a workspace are made with. */
export interface Tokens {
  /** `null` where the app is not installed there. */
  tokenOf(teamId: string): Promise<string | null>;
  /**
   * Slack says that the token works no more. Where it is still the one that we have, the app was removed without our
   * hearing of it, and what is kept for the workspace is deleted.
   */
  revoked(teamId: string, token: string): Promise<'removed' | 'replaced' | 'kept'>;
}

export interface CallsOptions {
  readonly slackApiUrl: string;
  readonly tokens: Tokens;
  readonly metrics: Metrics;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** For one call, milliseconds of the machine's time; at most half of CALL_SECONDS. */
  readonly timeoutMs?: number | undefined;
}

/** Nobody waits for it, and Slack can be slow. */
const TIMEOUT_MS = 15_000;

export interface Calls {
  readonly client: webApi.WebClient;
  /**
   * Rejects only where the store does.
   * @param method whose pace counts
   */
  call<T>(teamId: string, method: string, run: (token: string) => Promise<T>): Promise<Outcome<T>>;
}

export function createCalls(options: CallsOptions): Calls {
  const { slackApiUrl, tokens, metrics, log, now, timeoutMs = TIMEOUT_MS } = options;
  const clientOptions = createClientOptions(slackApiUrl, createFetch({ metrics, timeoutMs, maxAttempts: 1 }), log);
  const { logger } = clientOptions;
  const client = new webApi.WebClient(undefined, {
    ...clientOptions,
    // What fails is told by whoever asked, once.
    ...(logger && { logger: { ...logger, warn: logger.debug, error: logger.debug } }),
  });
  const pace = createPace(now);

  async function call<T>(teamId: string, method: string, run: (token: string) => Promise<T>): Promise<Outcome<T>> {
    const token = await tokens.tokenOf(teamId);
    if (token === null) return failed({ kind: 'workspace', error: NO_TOKEN });
    const seconds = pace.take(teamId, method);
    if (seconds > 0) return failed({ kind: 'later', error: 'own_rate', seconds });
    try {
      return { ok: true, value: await run(token) };
    } catch (error) {
      const classified = classify(error);
      if (classified.kind === 'later') pace.hold(teamId, method, classified.seconds);
      const failure =
        classified.kind === 'revoked' ? await afterRevocation(teamId, token, classified.error) : classified;
      metrics.digestFailures.count({ class: failure.kind });
      return failed(failure);
    }
  }

  async function afterRevocation(teamId: string, token: string, error: string) {
    switch (await tokens.revoked(teamId, token)) {
      case 'removed':
        return { kind: 'uninstalled', error } as const;
      case 'replaced':
        return { kind: 'later', error, seconds: 1 } as const;
      case 'kept':
        return { kind: 'workspace', error } as const;
    }
  }

  return { client, call };
}

export function failed(failure: Extract<Outcome<never>, { ok: false }>['failure']): Outcome<never> {
  return { ok: false, failure };
}
