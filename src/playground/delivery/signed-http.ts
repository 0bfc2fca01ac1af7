import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { newSecret } from '../workspace/ids.ts';
import { type Answer, acknowledgeWithin, type Delivery, type Link } from './link.ts';

/**
 * Signed HTTP: every delivery is a POST to one request URL, with Slack's `v0` signature.
 *
 * Signatures carry the machine's time, not the workspace's: the app checks them against its own clock, and can't know
 * that someone moved ours.
 */
export class SignedHttp implements Link {
  readonly mode = 'http';
  readonly #requestUrl: string;
  readonly #signingSecret: string;
  readonly #changed: () => void;
  #reached = false;
  #signed = { second: 0, signatures: new Set<string>() };

  /** @param changed Called when the app becomes reachable or stops being so. */
  constructor(requestUrl: string, signingSecret: string, changed: () => void) {
    this.#requestUrl = requestUrl;
    this.#signingSecret = signingSecret;
    this.#changed = changed;
  }

  get connected(): boolean {
    return this.#reached;
  }

  /** Slack's check of a request URL: the app must echo a challenge. */
  async verify(): Promise<boolean> {
    const challenge = newSecret();
    const body = JSON.stringify({ type: 'url_verification', token: 'playground', challenge });
    const reply = await this.#post(body, 'application/json', {});
    const echoed = typeof reply === 'object' && reply.status === 200 && reply.body.includes(challenge);
    this.#note(echoed);
    return echoed;
  }

  async send(delivery: Delivery): Promise<Answer> {
    const [body, type] = encode(delivery);
    const reply = await this.#post(body, type, retryHeaders(delivery));
    if (typeof reply === 'string') {
      this.#note(reply === 'timeout');
      return { kind: reply };
    }
    this.#note(true);
    if (reply.status === 200) return { kind: 'acknowledged', payload: decode(reply.body) };
    return { kind: 'refused', status: reply.status, noRetry: reply.noRetry };
  }

  async #post(
    body: string,
    type: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<Reply | 'timeout' | 'unreachable'> {
    const { timestamp, signature } = await this.#sign(body);
    try {
      const response = await fetch(this.#requestUrl, {
        method: 'POST',
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(acknowledgeWithin),
        headers: {
          ...headers,
          'content-type': type,
          'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
          'x-slack-request-timestamp': String(timestamp),
          'x-slack-signature': `v0=${signature}`,
        },
      });
      const noRetry = response.headers.get('x-slack-no-retry') === '1';
      return { status: response.status, noRetry, body: await response.text() };
    } catch (error) {
      return error instanceof DOMException && error.name === 'TimeoutError' ? 'timeout' : 'unreachable';
    }
  }

  /**
   * Two requests that say the same within one second would carry the same signature, and the app would rightly refuse
   * the second as a replay: a repeated event waits for the next second.
   */
  async #sign(body: string): Promise<{ readonly timestamp: number; readonly signature: string }> {
    for (;;) {
      const timestamp = Math.floor(Date.now() / 1000);
      const signature = createHmac('sha256', this.#signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
      if (this.#signed.second !== timestamp) this.#signed = { second: timestamp, signatures: new Set() };
      if (!this.#signed.signatures.has(signature)) {
        this.#signed.signatures.add(signature);
        return { timestamp, signature };
      }
      await pause((timestamp + 1) * 1000 - Date.now());
    }
  }

  #note(reached: boolean): void {
    if (this.#reached === reached) return;
    this.#reached = reached;
    this.#changed();
  }
}

interface Reply {
  readonly status: number;
  readonly noRetry: boolean;
  readonly body: string;
}

const form = 'application/x-www-form-urlencoded';

function encode(delivery: Delivery): [body: string, type: string] {
  switch (delivery.kind) {
    case 'events_api':
      return [JSON.stringify(delivery.payload), 'application/json'];
    case 'slash_commands':
      return [new URLSearchParams(delivery.payload).toString(), form];
    case 'interactive':
      return [new URLSearchParams({ payload: JSON.stringify(delivery.payload) }).toString(), form];
    default:
      return delivery satisfies never;
  }
}

function retryHeaders(delivery: Delivery): Record<string, string> {
  if (delivery.kind !== 'events_api' || delivery.retry === undefined) return {};
  return { 'x-slack-retry-num': String(delivery.retry.number), 'x-slack-retry-reason': delivery.retry.reason };
}

/** Nothing, JSON, or plain text that stands for `{ text }`. */
function decode(body: string): unknown {
  if (body.trim() === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return { text: body };
  }
}
