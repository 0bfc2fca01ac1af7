import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { sendJson, sendText } from '../http.ts';
import type { Fault } from '../protocol.ts';
import type { Slack } from '../slack.ts';
import { readArguments } from './arguments.ts';
import type { Faults } from './faults.ts';
import type { Json, Method } from './method.ts';
import { assistantMethods } from './methods/assistant.ts';
import { chatMethods } from './methods/chat.ts';
import { conversationMethods } from './methods/conversations.ts';
import { identityMethods } from './methods/identity.ts';
import { oauthMethods } from './methods/oauth.ts';
import { scheduleMethods } from './methods/schedule.ts';
import { viewMethods } from './methods/views.ts';
import type { RateLimits } from './rate-limits.ts';
import { Refusal } from './refusal.ts';
import type { Token } from './tokens.ts';

/** Every method of the Web API that there is; any other answers `unknown_method`. */
export const methods: ReadonlyMap<string, Method> = new Map(
  [
    ...identityMethods,
    ...chatMethods,
    ...scheduleMethods,
    ...conversationMethods,
    ...viewMethods,
    ...assistantMethods,
    ...oauthMethods,
  ].map((method) => [method.name, method]),
);

/** One call of the Web API, for tests to read. */
export interface CallRecord {
  readonly method: string;
  readonly args: Json;
  readonly answer: Json | 'cut' | { readonly status: number };
}

interface Answer {
  readonly status?: number;
  readonly answer: Json;
  readonly args: Json;
  readonly headers: Readonly<Record<string, string>>;
}

const recordsKept = 1000;

/** The Web API: `POST /api/<method>`. */
export class WebApi {
  readonly #slack: Slack;
  readonly #faults: Faults;
  readonly #limits: RateLimits | undefined;
  /** The latest calls, oldest first. */
  readonly calls: CallRecord[] = [];

  /** @param limits Without them, only faults answer 429. */
  constructor(slack: Slack, faults: Faults, limits?: RateLimits) {
    this.#slack = slack;
    this.#faults = faults;
    this.#limits = limits;
  }

  /** Answers one request; whatever happens, it answers or cuts the connection as a fault says. */
  async handle(
    name: string,
    request: IncomingMessage,
    response: ServerResponse,
    query: URLSearchParams,
  ): Promise<void> {
    const fault = methods.has(name) ? this.#faults.take(name) : undefined;
    if (fault?.kind === 'cut_before') return this.#cut(name, request, {});
    if (fault?.kind === 'ratelimited') {
      this.#keep({ method: name, args: {}, answer: { status: 429 } });
      const headers = { 'retry-after': String(fault.retryAfterSeconds) };
      return sendJson(response, 429, { ok: false, error: 'ratelimited' }, headers);
    }
    if (fault?.kind === 'http') {
      this.#keep({ method: name, args: {}, answer: { status: fault.status } });
      return sendText(response, fault.status, 'Something went wrong');
    }
    const { status = 200, answer, args, headers } = await this.#answer(name, request, query, fault);
    if (fault?.kind === 'cut_after') return this.#cut(name, request, args);
    this.#keep({ method: name, args, answer });
    if (fault?.kind === 'late') await pause(fault.delayMs, undefined, { ref: false });
    sendJson(response, status, answer, headers);
  }

  async #answer(
    name: string,
    request: IncomingMessage,
    query: URLSearchParams,
    fault: Fault | undefined,
  ): Promise<Answer> {
    let args: Json = {};
    let headers: Record<string, string> = {};
    let warnings: readonly string[] = [];
    try {
      const method = methods.get(name);
      if (method === undefined) throw new Refusal('unknown_method', { req_method: name });
      const call = await readArguments(request, query);
      ({ args, warnings } = call);
      if (fault?.kind === 'slow') await pause(fault.delayMs, undefined, { ref: false });
      const token = this.#authorize(method, call.token);
      if (token !== undefined) headers = { 'x-oauth-scopes': [...token.scopes].join(',') };
      if (method.scopes.length > 0) headers['x-accepted-oauth-scopes'] = method.scopes.join(',');
      if (fault?.kind === 'error') throw new Refusal(fault.error);
      const wait = this.#limits?.take(name, args);
      if (wait !== undefined) {
        headers['retry-after'] = String(wait);
        return { status: 429, args, headers, answer: { ok: false, error: 'ratelimited' } };
      }
      const fields = method.run(args, this.#slack, token ?? nobody);
      return { args, headers, answer: withWarnings({ ok: true, ...fields }, warnings) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { args, headers, answer: withWarnings({ ok: false, error: error.error, ...error.fields }, warnings) };
    }
  }

  #authorize(method: Method, given: string | undefined): Token | undefined {
    if (method.token === 'none') return undefined;
    const token = this.#slack.tokens.require(given);
    if (method.token !== 'any' && method.token !== token.kind) throw new Refusal('not_allowed_token_type');
    return token;
  }

  #cut(method: string, request: IncomingMessage, args: Json): void {
    this.#keep({ method, args, answer: 'cut' });
    request.socket.destroy();
  }

  #keep(record: CallRecord): void {
    this.calls.push(record);
    if (this.calls.length > recordsKept) this.calls.shift();
  }
}

const nobody: Token = { kind: 'bot', scopes: new Set() };

function withWarnings(answer: Json, warnings: readonly string[]): Json {
  if (warnings.length === 0) return answer;
  const metadata = { ...(answer['response_metadata'] as Json | undefined), warnings };
  return { ...answer, warning: warnings.join(','), response_metadata: metadata };
}
