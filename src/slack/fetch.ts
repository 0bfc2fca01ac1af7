/** Calls to Slack: each attempt has a time limit, and only what certainly had no effect is tried again. */
import type { webApi } from '@slack/bolt';
import type { Metrics } from '../bot/metrics.ts';

export type Fetch = NonNullable<webApi.WebClientOptions['fetch']>;

export interface FetchOptions {
  readonly metrics: Metrics;
  /** For one attempt, milliseconds. */
  readonly timeoutMs: number;
  readonly maxAttempts?: number;
  readonly fetch?: Fetch;
}

const PAUSE_MS = 300;
/** Slack's request to wait is followed up to this long; beyond it the answer is too late to be of use. */
const MAX_RETRY_AFTER_SECONDS = 10;

/**
 * Tries again after a failed connection and after a 429, which both say that nothing was done. Not after a time-out, a
 * cut connection or a 5xx: Slack may have posted the message, and one answer too many is worse than one log line.
 */
export function createFetch({ metrics, timeoutMs, maxAttempts = 3, fetch = globalThis.fetch }: FetchOptions): Fetch {
  return async (url, init) => {
    const method = nameMethod(url);
    for (let attempt = 1; ; attempt++) {
      const isLast = attempt === maxAttempts;
      try {
        const response = await fetch(url, { ...init, signal: init?.signal ?? AbortSignal.timeout(timeoutMs) });
        metrics.slackCalls.count({ method, outcome: response.ok ? 'ok' : String(response.status) });
        const wait = response.status === 429 ? readSeconds(response.headers.get('retry-after')) : null;
        if (isLast || wait === null || wait > MAX_RETRY_AFTER_SECONDS) return response;
        await pause(wait * 1000);
      } catch (error) {
        metrics.slackCalls.count({ method, outcome: 'failed' });
        if (isLast || !neverConnected(error)) throw error;
        await pause(PAUSE_MS * attempt);
      }
    }
  };
}

function readSeconds(header: string | null): number | null {
  return header !== null && /^\d+$/.test(header) ? Number(header) : null;
}

/** `chat.postMessage`; other addresses are response URLs, which are secrets and many: one name for all. */
function nameMethod(url: string | URL): string {
  return /\/api\/([a-zA-Z.]+)$/.exec(String(url))?.[1] ?? 'response_url';
}

const NEVER_CONNECTED = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

/** Whether a call failed before anything was sent. */
export function neverConnected(error: unknown): boolean {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && NEVER_CONNECTED.includes(String(cause.code));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
