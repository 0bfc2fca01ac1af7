/** What holds for every request that Bolt lets in: done once, counted, and waited for at a shutdown. */
import type { App } from '@slack/bolt';
import type { Metrics } from '../bot/metrics.ts';
import type { InFlight } from './in-flight.ts';
import { createRecent } from './recent.ts';

export interface MiddlewareDependencies {
  readonly metrics: Metrics;
  readonly inFlight: InFlight;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Slack repeats an event for about an hour (at once, after a minute, after five; more where it was switched off). */
const REPEAT_TTL_MS = 2 * 60 * 60_000;
/** Slack sends at most 30,000 events an hour and workspace. */
const MAX_REMEMBERED = 60_000;

/** Parts of the payloads, read without trust in their shape. */
interface Body {
  readonly event_id?: unknown;
  readonly trigger_id?: unknown;
  readonly command?: unknown;
  readonly type?: unknown;
  readonly team_id?: unknown;
  readonly event?: { readonly type?: unknown; readonly channel?: unknown; readonly ts?: unknown };
}

/** Bolt knows no repetition: what Slack sends twice reaches the listeners twice. */
export function registerMiddleware(app: App, { metrics, inFlight, now }: MiddlewareDependencies): void {
  const seen = createRecent(REPEAT_TTL_MS, MAX_REMEMBERED, now);
  app.use(async ({ body, next, ...rest }) => {
    const keys = identify(body);
    // Every key is noted, also after one of them was known.
    const isFirst = keys.map((key) => seen.isFirst(key)).every(Boolean);
    if (!isFirst) {
      metrics.ignored.count({ reason: 'repeated' });
      if ('ack' in rest && typeof rest.ack === 'function') await rest.ack();
      return;
    }
    const start = performance.now();
    await inFlight.track(next());
    metrics.workSeconds.observe({ request: nameRequest(body) }, (performance.now() - start) / 1000);
  });
}

/** A message and the mention in it are one question, whatever number of events it makes. */
function identify({ event_id, trigger_id, team_id, event }: Body): string[] {
  const keys: string[] = [];
  if (typeof event_id === 'string') keys.push(`event ${event_id}`);
  if (typeof trigger_id === 'string') keys.push(`trigger ${trigger_id}`);
  const isMessage = event?.type === 'message' || event?.type === 'app_mention';
  if (isMessage && typeof event.channel === 'string' && typeof event.ts === 'string') {
    keys.push(`message ${String(team_id)} ${event.channel} ${event.ts}`);
  }
  return keys;
}

function nameRequest({ event, command, type }: Body): string {
  if (typeof event?.type === 'string') return event.type;
  return typeof command === 'string' ? 'command' : String(type);
}
