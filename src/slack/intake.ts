/** What holds for everything that reaches Bolt: handled once, acknowledged, counted, and waited for at a shutdown. */
import type { App, ReceiverEvent } from '@slack/bolt';
import type { Metrics } from '../bot/metrics.ts';
import { SLASH_COMMAND } from './ids.ts';
import type { InFlight } from './in-flight.ts';
import { SORRY } from './listeners/dependencies.ts';
import { createRecent } from './recent.ts';

export interface IntakeOptions {
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
  readonly event?: {
    readonly type?: unknown;
    readonly subtype?: unknown;
    readonly channel?: unknown;
    readonly ts?: unknown;
    readonly edited?: { readonly ts?: unknown } | undefined;
  };
}

/**
 * Bolt knows no repetition, and leaves what no listener matches without an acknowledgement: the person then reads of a
 * failure. That happens with buttons of older messages and with commands added to the app's settings by hand.
 */
export function guardIntake(app: App, { metrics, inFlight, now }: IntakeOptions): void {
  const seen = createRecent(REPEAT_TTL_MS, MAX_REMEMBERED, now);
  const process = app.processEvent.bind(app);

  const handle = async (event: ReceiverEvent): Promise<void> => {
    const body: Body = event.body;
    let isAcknowledged = false;
    const ack: ReceiverEvent['ack'] = (message) => {
      isAcknowledged = true;
      return event.ack(message);
    };
    // Every key is noted, also after one of them was known.
    const isFirst = identify(body).map((key) => seen.isFirst(key));
    if (!isFirst.every(Boolean)) {
      metrics.ignored.count({ reason: 'repeated' });
      return ack();
    }
    const start = performance.now();
    await process({ ...event, ack });
    if (!isAcknowledged) await ack(lastWord(body));
    metrics.workSeconds.observe({ request: nameRequest(body) }, (performance.now() - start) / 1000);
  };

  app.processEvent = (event) => inFlight.track(handle(event));
}

/** For what no listener acknowledged: people see an answer to a command, and nothing of the rest. */
function lastWord({ command }: Body) {
  if (typeof command !== 'string') return undefined;
  const hint = `This app answers ${SLASH_COMMAND}. Try: ${SLASH_COMMAND} help`;
  return { response_type: 'ephemeral', text: command === SLASH_COMMAND ? SORRY : hint };
}

/** Slack may tell of a message, or of an edit, by several events of a kind: they are one question. */
function identify({ event_id, trigger_id, team_id, event }: Body): string[] {
  const keys: string[] = [];
  if (typeof event_id === 'string') keys.push(`event ${event_id}`);
  if (typeof trigger_id === 'string') keys.push(`trigger ${trigger_id}`);
  const isMessage = event?.type === 'message' || event?.type === 'app_mention';
  if (isMessage && typeof event.channel === 'string' && typeof event.ts === 'string') {
    const edit = event.edited?.ts ?? event.subtype ?? '';
    keys.push(`${event.type} ${String(team_id)} ${event.channel} ${event.ts} ${String(edit)}`);
  }
  return keys;
}

function nameRequest({ event, command, type }: Body): string {
  if (typeof event?.type === 'string') return event.type;
  return typeof command === 'string' ? 'command' : String(type);
}
