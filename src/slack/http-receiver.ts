/**
 * A receiver for Bolt that lets in only what Slack has signed, once, and lately.
 *
 * Bolt's own HTTPReceiver (5.1.0) takes requests from the future and exact repetitions, answers 400 to a content type
 * with a charset, never answers a signed `null` (which ends the process as an unhandled rejection), and leaves what no
 * listener matches unanswered for three seconds. It also reads each body four times; this one does so once.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AckFn, App, Receiver } from '@slack/bolt';
import { describeError, type Log } from '../bot/log.ts';
import type { Metrics } from '../bot/metrics.ts';
import { readBody } from './body.ts';
import { type Payload, readContentType, readPayload } from './payload.ts';
import { createRecent } from './recent.ts';
import type { Handler } from './server.ts';
import { isSigned } from './signature.ts';

export interface HttpReceiverOptions {
  readonly signingSecret: string;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface HttpReceiver extends Receiver {
  /** Answers Slack's requests. Before `start` and after `stop` it answers 503. */
  readonly handle: Handler;
  readonly isOpen: boolean;
}

type Refusal = 'forged' | 'stale' | 'replayed' | 'malformed' | 'too_large' | 'content_type' | 'incomplete';

const STATUS: Readonly<Record<Refusal, number>> = {
  forged: 401,
  stale: 401,
  replayed: 401,
  malformed: 400,
  incomplete: 400,
  too_large: 413,
  content_type: 415,
};

/** Slack's own number: a request whose time differs by more is not answered. */
const MAX_SKEW_SECONDS = 300;
/** Slack's largest payload is a view of 250 KB with its state. */
const MAX_BODY_BYTES = 1024 * 1024;
/** A signature is good from five minutes before its time to five minutes after. */
const REPLAY_TTL_MS = 2 * MAX_SKEW_SECONDS * 1000;
const MAX_SIGNATURES = 50_000;

export function createHttpReceiver({ signingSecret, log, metrics, now }: HttpReceiverOptions): HttpReceiver {
  const signatures = createRecent(REPLAY_TTL_MS, MAX_SIGNATURES, now);
  let app: App | undefined;
  let isOpen = false;

  /** @returns what the request carries, or why it is refused */
  const admit = async (request: IncomingMessage): Promise<Payload | Refusal> => {
    const type = readContentType(request.headers['content-type']);
    if (type === null) return 'content_type';
    const body = await readBody(request, MAX_BODY_BYTES);
    if (typeof body === 'string') return body;
    const text = body.toString();
    // Slack doesn't sign its check of the certificate. It is answered, and nothing else in it is looked at.
    if (type === 'form' && text.includes('ssl_check=1') && /(?:^|&)ssl_check=1(?:&|$)/.test(text))
      return { type: 'ssl_check' };
    const timestamp = String(request.headers['x-slack-request-timestamp'] ?? '');
    const signature = String(request.headers['x-slack-signature'] ?? '');
    if (!/^\d+$/.test(timestamp) || Math.abs(now() / 1000 - Number(timestamp)) > MAX_SKEW_SECONDS) return 'stale';
    if (!isSigned(signingSecret, signature, timestamp, text)) return 'forged';
    if (!signatures.isFirst(signature)) return 'replayed';
    return readPayload(type, text) ?? 'malformed';
  };

  const dispatch = async (body: Payload, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const retry = Number(request.headers['x-slack-retry-num'] ?? Number.NaN);
      const reason = request.headers['x-slack-retry-reason'];
      await app?.processEvent({
        body,
        ack: acknowledgeBy(response),
        ...(Number.isNaN(retry) ? {} : { retryNum: retry }),
        ...(typeof reason === 'string' ? { retryReason: reason } : {}),
      });
    } catch (error) {
      metrics.errors.count({ where: 'http' });
      log.error('A request could not be processed', describeError(error));
    }
    // Bolt could tell no kind, or failed before it acknowledged.
    if (!response.headersSent) response.writeHead(500).end();
  };

  return {
    get isOpen() {
      return isOpen;
    },
    init(bolt) {
      app = bolt;
    },
    async start() {
      isOpen = true;
    },
    async stop() {
      isOpen = false;
    },
    async handle(request, response) {
      if (!isOpen) return void response.writeHead(503, { 'retry-after': '1' }).end();
      const admitted = await admit(request);
      if (typeof admitted === 'string') {
        metrics.refused.count({ reason: admitted });
        log.warn('Request refused', { reason: admitted });
        return refuse(admitted, request, response);
      }
      switch (admitted['type']) {
        case 'ssl_check':
          return void response.writeHead(200).end();
        case 'url_verification':
          return sendJson(response, { challenge: admitted['challenge'] });
        case 'app_rate_limited':
          log.warn('Slack holds back events of a workspace that sends too many');
          return void response.writeHead(200).end();
        default:
          return dispatch(admitted, request, response);
      }
    },
  };
}

function refuse(reason: Refusal, request: IncomingMessage, response: ServerResponse): void {
  if (response.destroyed) return;
  if (reason === 'too_large') {
    // The rest is read and dropped until the connection ends: cut at once, the sender would not see the answer.
    response.setHeader('connection', 'close');
    request.resume();
  }
  response.writeHead(STATUS[reason]).end();
}

function acknowledgeBy(response: ServerResponse): AckFn<unknown> {
  return async (message) => {
    if (response.headersSent) throw new Error('the request was already acknowledged');
    if (message === undefined || message === null || message === '') response.writeHead(200).end();
    else if (typeof message === 'string') response.writeHead(200).end(message);
    else sendJson(response, message);
  };
}

/** With its length, so that it leaves in one piece. */
function sendJson(response: ServerResponse, value: unknown): void {
  const text = JSON.stringify(value);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text);
}
