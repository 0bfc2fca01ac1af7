/** The messages that Slack holds for later, over the Web API: each call once, with a client that nobody else waits for. */
import { webApi } from '@slack/bolt';
import type { Log } from '../../bot/log.ts';
import type { Metrics } from '../../bot/metrics.ts';
import type { Outcome, ScheduledMessages } from '../../bot/scheduled-messages.ts';
import type { Held } from '../../core/digest/reconcile.ts';
import { createClientOptions } from '../app.ts';
import { createFetch } from '../fetch.ts';
import { NO_UNFURL } from '../listeners/post.ts';
import { render } from '../render/render.ts';
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

export interface ScheduledMessagesOptions {
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
const PAGE = 100;

export function createScheduledMessages(options: ScheduledMessagesOptions): ScheduledMessages {
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
    if (token === null) return failed({ kind: 'workspace', error: 'not_installed' });
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

  return {
    async list(teamId, span) {
      const held: Held[] = [];
      let cursor = '';
      do {
        const page = await call(teamId, 'chat.scheduledMessages.list', (token) =>
          client.chat.scheduledMessages.list({
            token,
            limit: PAGE,
            ...(cursor !== '' && { cursor }),
            ...(span !== null && { oldest: String(span.from), latest: String(span.to) }),
          }),
        );
        if (!page.ok) {
          if (page.failure.kind !== 'later' || cursor === '') return page;
          // Many pages: the first ones would be in vain.
          await pause(page.failure.seconds);
          continue;
        }
        held.push(...readHeld(teamId, page.value));
        cursor = page.value.response_metadata?.next_cursor ?? '';
      } while (cursor !== '');
      return { ok: true, value: held };
    },

    async queue({ teamId, channelId, postAt }, digest) {
      const { text, blocks } = render({ kind: 'digest', digest }, 'conversation');
      const queued = await call(teamId, 'chat.scheduleMessage', (token) =>
        // Never with metadata: Slack would take it, and never post it.
        client.chat.scheduleMessage({ token, channel: channelId, post_at: postAt, text, blocks, ...NO_UNFURL }),
      );
      if (!queued.ok) return queued;
      const { scheduled_message_id: messageId } = queued.value;
      return messageId === undefined ? failed({ kind: 'unknown', error: 'no_id' }) : { ok: true, value: messageId };
    },

    async withdraw({ teamId, channelId }, messageId) {
      const withdrawn = await call(teamId, 'chat.deleteScheduledMessage', (token) =>
        client.chat.deleteScheduledMessage({ token, channel: channelId, scheduled_message_id: messageId }),
      );
      return withdrawn.ok ? { ok: true, value: null } : withdrawn;
    },

    async tellStopped(subscription) {
      const { teamId, orderedBy } = subscription;
      const message = render({ kind: 'notice', notice: { kind: 'stopped', subscription } }, 'conversation');
      const told = await call(teamId, 'chat.postMessage', (token) =>
        client.chat.postMessage({ token, channel: orderedBy, ...message, ...NO_UNFURL }),
      );
      return told.ok ? { ok: true, value: null } : told;
    },
  };

  async function pause(seconds: number): Promise<void> {
    const end = now() + seconds * 1000;
    while (now() < end) await new Promise((resolve) => setTimeout(resolve, Math.min(1000, end - now())));
  }
}

function readHeld(
  teamId: string,
  { scheduled_messages = [] }: webApi.ChatScheduledMessagesListResponse,
): readonly Held[] {
  return scheduled_messages.flatMap(({ id, channel_id: channelId, post_at: postAt }) =>
    id === undefined || channelId === undefined || postAt === undefined
      ? []
      : [{ slot: { teamId, channelId, postAt }, messageId: id }],
  );
}

function failed(failure: Extract<Outcome<never>, { ok: false }>['failure']): Outcome<never> {
  return { ok: false, failure };
}
