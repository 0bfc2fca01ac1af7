/**
 * Stands before Bolt's HTTP receiver and lets in only what Slack has signed, once, and lately.
 *
 * Bolt verifies the signature itself and stays as it is; what it leaves open is closed here (all measured on 5.1.0):
 * it takes requests from the future and exact repetitions, answers 400 to a content type with a charset, and never
 * answers a signed `null`, which ends the process as an unhandled rejection.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse as parseForm } from 'node:querystring';
import { isValidSlackRequest } from '@slack/bolt';
import type { Log } from '../bot/log.ts';
import type { Metrics } from '../bot/metrics.ts';
import { BodyError, readBody } from './body.ts';
import { createRecent } from './recent.ts';

export interface GateOptions {
  readonly signingSecret: string;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Bolt's own request listener; it is given the body as `rawBody`. */
  readonly enter: (request: IncomingMessage, response: ServerResponse) => void;
}

type Refusal = 'forged' | 'stale' | 'replayed' | 'malformed' | 'too_large' | 'content_type' | 'incomplete';

const STATUS: Readonly<Record<Refusal, number>> = {
  forged: 401,
  stale: 401,
  replayed: 401,
  malformed: 400,
  too_large: 413,
  content_type: 415,
  incomplete: 400,
};

/** Slack's own number: a request whose time differs by more is not answered. */
const MAX_SKEW_SECONDS = 300;
/** Slack's largest payload is a view of 250 KB with its state. */
const MAX_BODY_BYTES = 1024 * 1024;
/** A signature is good from five minutes before its time to five minutes after. */
const REPLAY_TTL_MS = 2 * MAX_SKEW_SECONDS * 1000;
const MAX_SIGNATURES = 50_000;

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

export type Gate = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export function createGate({ signingSecret, log, metrics, now, enter }: GateOptions): Gate {
  const signatures = createRecent(REPLAY_TTL_MS, MAX_SIGNATURES, now);

  const refuse = (response: ServerResponse, reason: Refusal): void => {
    metrics.refused.count({ reason });
    log.warn('Request refused', { reason });
    // The rest of a body that was not read must not be taken for the next request.
    if (reason === 'too_large') response.setHeader('connection', 'close');
    response.writeHead(STATUS[reason]).end();
  };

  return async (request, response) => {
    const type = readContentType(request);
    if (type === null) return refuse(response, 'content_type');
    let body: Buffer;
    try {
      body = await readBody(request, MAX_BODY_BYTES);
    } catch (error) {
      if (response.destroyed) return;
      return refuse(response, error instanceof BodyError ? error.reason : 'incomplete');
    }
    const text = body.toString();
    // Slack's check of the certificate is not signed. It is answered, and nothing in it is looked at.
    if (type === FORM && parseForm(text)['ssl_check'] === '1') return void response.writeHead(200).end();

    const signature = singleHeader(request, 'x-slack-signature');
    const seconds = Number(singleHeader(request, 'x-slack-request-timestamp') ?? Number.NaN);
    const isLate = !(Math.abs(now() / 1000 - seconds) <= MAX_SKEW_SECONDS);
    if (isLate || signature === undefined) return refuse(response, isLate ? 'stale' : 'forged');
    const headers = { 'x-slack-signature': signature, 'x-slack-request-timestamp': seconds };
    if (!isValidSlackRequest({ signingSecret, body: text, headers, nowMilliseconds: now() })) {
      return refuse(response, 'forged');
    }
    if (!signatures.isFirst(signature)) return refuse(response, 'replayed');

    const payload = readPayload(type, text);
    if (payload === null) return refuse(response, 'malformed');
    if (payload['type'] === 'app_rate_limited') {
      log.warn('Slack holds back events of a workspace that sends too many');
      return void response.writeHead(200).end();
    }
    request.headers['content-type'] = type;
    enter(Object.assign(request, { rawBody: body }), response);
  };
}

/** Slack's two content types, without their parameters; Bolt compares the whole header. */
function readContentType(request: IncomingMessage): typeof FORM | typeof JSON_TYPE | null {
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='));
  if (charset !== undefined && !/^charset="?utf-?8"?$/.test(charset)) return null;
  const known = type.trim();
  return known === FORM || known === JSON_TYPE ? known : null;
}

function singleHeader(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

type Payload = Readonly<Record<string, unknown>>;

/** The object that Bolt will find in the body; `null` where it would not know what to do with it. */
function readPayload(type: typeof FORM | typeof JSON_TYPE, text: string): Payload | null {
  if (type === JSON_TYPE) return readObject(text);
  const { payload, command } = parseForm(text);
  if (typeof payload === 'string') return readObject(payload);
  return payload === undefined && typeof command === 'string' ? { command } : null;
}

/** Each kind of payload names its type; an event also carries the event. */
function readObject(text: string): Payload | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(value) || typeof value['type'] !== 'string') return null;
  const isWhole = value['type'] !== 'event_callback' || (isObject(value['event']) && isEvent(value['event']));
  return isWhole ? value : null;
}

function isEvent(event: Payload): boolean {
  return typeof event['type'] === 'string';
}

function isObject(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
