import type { IncomingMessage } from 'node:http';
import { readBody } from '../http.ts';
import { Refusal } from './refusal.ts';

/** What a Web API request carries. */
export interface CallArguments {
  readonly args: Readonly<Record<string, unknown>>;
  readonly token: string | undefined;
  readonly warnings: readonly string[];
}

/**
 * Arguments and token of a request: form, JSON or query. A token in a JSON body doesn't count, as in Slack.
 *
 * @throws Refusal `missing_post_type`, `invalid_post_type`, `invalid_json`, `json_not_object`.
 */
export async function readArguments(request: IncomingMessage, query: URLSearchParams): Promise<CallArguments> {
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  const fromQuery = Object.fromEntries(query);
  if (request.method === 'GET') return withToken(fromQuery, bearer);
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const body = await readBody(request);
  if (type === '' && body === '') return withToken(fromQuery, bearer);
  if (type === '') throw new Refusal('missing_post_type');
  switch (type.trim()) {
    case 'application/x-www-form-urlencoded':
      return withToken({ ...fromQuery, ...Object.fromEntries(new URLSearchParams(body)) }, bearer);
    case 'application/json':
      return {
        args: parseObject(body),
        token: bearer,
        warnings: parameters.some((it) => it.includes('charset')) ? [] : ['missing_charset'],
      };
    default:
      throw new Refusal('invalid_post_type');
  }
}

function withToken({ token, ...args }: Record<string, string>, bearer: string | undefined): CallArguments {
  return { args, token: bearer ?? token, warnings: [] };
}

function parseObject(body: string): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = body === '' ? {} : JSON.parse(body);
  } catch {
    throw new Refusal('invalid_json');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new Refusal('json_not_object');
  return parsed as Record<string, unknown>;
}
