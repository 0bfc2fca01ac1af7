import type { IncomingMessage, ServerResponse } from 'node:http';

/** The path and query of a request, whatever a client may have written there. */
export function requestTarget(request: IncomingMessage): URL {
  const target = `http://localhost${request.url ?? '/'}`;
  return new URL(URL.canParse(target) ? target : 'http://localhost/');
}

/** Thrown when a request's body is longer than allowed. */
export class BodyTooLarge extends Error {}

const largestBody = 4 * 1024 * 1024;

/** Reads a request's body as text. @throws BodyTooLarge beyond 4 MiB. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= largestBody) chunks.push(chunk); // the rest is read, so that the sender can read our answer
  }
  if (size > largestBody) throw new BodyTooLarge();
  return Buffer.concat(chunks).toString('utf8');
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(JSON.stringify(body));
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(text);
}
