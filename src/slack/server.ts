/** The one HTTP server of the process: Slack's requests in HTTP mode, and what operators look at in both modes. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describeError, type Log } from '../bot/log.ts';
import type { Metrics } from '../bot/metrics.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** `POST /slack/events` → its handler. A path is matched whole; what follows a `?` doesn't count. */
export type Routes = Readonly<Record<string, Handler>>;

/** What is ready, by name ("facts", "slack", …). */
export type Readiness = () => Promise<Readonly<Record<string, boolean>>>;

export interface ServerOptions {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly readiness: Readiness;
  /** What else an operator sees beside the readiness, in words. */
  readonly status: () => Readonly<Record<string, string>>;
  readonly routes: Routes;
}

/** A client that takes longer to send its request is not Slack. */
const REQUEST_TIMEOUT_MS = 10_000;

export function createHttpServer({ log, metrics, readiness, status, routes }: ServerOptions): Server {
  const all: Routes = {
    'GET /healthz': (_, response) => sendText(response, 200, 'ok\n'),
    'GET /readyz': async (_, response) => sendReadiness(response, await readiness(), status()),
    'GET /metrics': (_, response) =>
      sendText(response, 200, metrics.expose(), 'text/plain; version=0.0.4; charset=utf-8'),
    ...routes,
  };
  const server = createServer(
    { requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: REQUEST_TIMEOUT_MS },
    async (request, response) => {
      try {
        await findHandler(all, request)(request, response);
      } catch (error) {
        metrics.errors.count({ where: 'http' });
        log.error('A request failed', describeError(error));
        if (!response.headersSent) response.writeHead(500);
        response.end();
      }
    },
  );
  server.on('clientError', (_, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n');
  });
  return server;
}

/** The address is compared as it came: it may be anything (`//`, `*`, an absolute one), and none of it can throw. */
function findHandler(routes: Routes, { method = '', url = '' }: IncomingMessage): Handler {
  const path = url.split('?', 1)[0] ?? '';
  const own = (verb: string): Handler | undefined =>
    Object.hasOwn(routes, `${verb} ${path}`) ? routes[`${verb} ${path}`] : undefined;
  const handler = own(method === 'HEAD' ? 'GET' : method);
  if (handler !== undefined) return handler;
  const allowed = ['GET', 'POST'].filter((verb) => own(verb) !== undefined);
  if (allowed.length === 0) return (_, response) => void response.writeHead(404).end();
  return (_, response) => void response.writeHead(405, { allow: allowed.join(', ') }).end();
}

/**
 * @param port 0 is any free port
 * @returns the port it listens on
 * @throws Error with code EADDRINUSE or EACCES, where the port can't be had
 */
export async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address() as AddressInfo;
  return address.port;
}

/** No new connections; those without a request are closed at once, the rest when `deadline` has passed. */
export async function closeServer(server: Server, deadline: Promise<unknown>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  await Promise.race([closed, deadline]);
  server.closeAllConnections();
  await closed;
}

function sendReadiness(
  response: ServerResponse,
  parts: Readonly<Record<string, boolean>>,
  status: Readonly<Record<string, string>>,
): void {
  const ready = Object.values(parts).every(Boolean);
  sendText(response, ready ? 200 : 503, `${JSON.stringify({ ready, ...parts, ...status })}\n`, 'application/json');
}

function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  contentType = 'text/plain; charset=utf-8',
): void {
  response.writeHead(status, { 'content-type': contentType, 'cache-control': 'no-store' }).end(text);
}
