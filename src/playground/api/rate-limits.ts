import type { Clock } from '../clock.ts';
import type { Json } from './method.ts';

/** Milliseconds. */
const window = 60_000;

/**
 * Calls a minute that Slack allows a workspace, by method (`MethodsRateLimits.java` of the Java SDK). Slack tolerates
 * bursts beyond them; here they are exact. Methods not listed are unlimited.
 */
const perMinute: Readonly<Record<string, number>> = {
  'apps.connections.open': 50, // tier 1 in Slack; a bot that restarts would wait for a minute
  'chat.scheduleMessage': 50,
  'chat.scheduledMessages.list': 50,
  'chat.deleteScheduledMessage': 50,
  'chat.update': 50,
  'chat.delete': 50,
  'conversations.info': 50,
  'conversations.open': 50,
  'conversations.join': 50,
  'conversations.list': 20,
  'conversations.members': 100,
  'assistant.threads.setStatus': 60,
  'assistant.threads.setSuggestedPrompts': 50,
  'assistant.threads.setTitle': 50,
  'team.info': 50,
  'views.open': 100,
  'views.publish': 100,
  'views.update': 100,
  'views.push': 100,
  'users.info': 100,
  'chat.postEphemeral': 100,
  'oauth.v2.access': 100,
  'auth.test': 600,
  'chat.getPermalink': 600,
};

/** `chat.postMessage`: about one a second in a channel. */
const postsPerMinuteInChannel = 60;

/** Counts calls in sliding minutes of the workspace's clock. */
export class RateLimits {
  readonly #clock: Clock;
  readonly #calls = new Map<string, number[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Counts a call. @returns the seconds to wait when it is one too many; then it doesn't count. */
  take(method: string, args: Json): number | undefined {
    const isPost = method === 'chat.postMessage';
    const limit = isPost ? postsPerMinuteInChannel : perMinute[method];
    if (limit === undefined) return undefined;
    const key = isPost ? `${method} ${String(args['channel'])}` : method;
    const now = this.#clock.now();
    const recent = (this.#calls.get(key) ?? []).filter((at) => at > now - window);
    this.#calls.set(key, recent);
    const [oldest] = recent;
    if (recent.length >= limit && oldest !== undefined) return Math.ceil((oldest + window - now) / 1000);
    recent.push(now);
    return undefined;
  }
}
