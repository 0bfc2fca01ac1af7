import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import * as z from 'zod';
import { requestTarget } from '../http.ts';
import { newSecret } from '../workspace/ids.ts';
import { appId } from '../workspace/seed.ts';
import { type Answer, acknowledgeWithin, type Delivery, type Link } from './link.ts';

/** Path of the WebSocket endpoint. */
const socketPath = '/link';

/** How long a URL from `apps.connections.open` may be used, in milliseconds; once only. */
const ticketLifetime = 30_000;
/** Slack pings about this often; the SDK gives up after 30 s without. */
const pingInterval = 10_000;
const closeWithin = 500;

const acknowledgement = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });

/** Socket Mode: envelopes over WebSockets that the app opens. */
export class SocketMode implements Link {
  readonly mode = 'socket';
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #base: string;
  readonly #changed: () => void;
  readonly #tickets = new Map<string, number>();
  readonly #waiting = new Map<string, (answer: Answer) => void>();
  readonly #pings: NodeJS.Timeout;
  #sockets: readonly WebSocket[] = [];
  #turn = 0;

  /**
   * @param base `ws://host:port`.
   * @param changed Called when a connection opens or closes.
   */
  constructor(base: string, changed: () => void) {
    this.#base = base;
    this.#changed = changed;
    this.#pings = setInterval(() => {
      for (const socket of this.#sockets) socket.ping(`Ping from slack.com (${Date.now()})`);
    }, pingInterval);
    this.#pings.unref();
  }

  get connected(): boolean {
    return this.#sockets.length > 0;
  }

  /** How many WebSockets are open. */
  get connections(): number {
    return this.#sockets.length;
  }

  /** What `apps.connections.open` answers. */
  issueUrl(): string {
    const ticket = newSecret();
    this.#tickets.set(ticket, Date.now() + ticketLifetime);
    return `${this.#base}${socketPath}/?ticket=${ticket}&app_id=${appId}`;
  }

  /** Takes over an HTTP upgrade; a bad or used ticket is refused. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    stream.on('error', () => stream.destroy());
    const url = requestTarget(request);
    const ticket = url.searchParams.get('ticket') ?? '';
    const expires = this.#tickets.get(ticket);
    this.#tickets.delete(ticket);
    if (!url.pathname.startsWith(socketPath) || expires === undefined || expires < Date.now()) {
      stream.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, stream, head, (socket) => this.#open(socket));
  }

  send(delivery: Delivery): Promise<Answer> {
    const socket = this.#sockets[this.#turn % Math.max(1, this.#sockets.length)];
    this.#turn += 1;
    if (socket === undefined) return Promise.resolve({ kind: 'unreachable' });
    const envelopeId = randomUUID();
    const envelope = {
      envelope_id: envelopeId,
      payload: delivery.payload,
      type: delivery.kind,
      accepts_response_payload: delivery.kind !== 'events_api',
      ...(delivery.kind === 'events_api' && {
        retry_attempt: delivery.retry?.number ?? 0,
        retry_reason: delivery.retry?.reason ?? '',
      }),
    };
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#settle(envelopeId, { kind: 'timeout' }), acknowledgeWithin);
      this.#waiting.set(envelopeId, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
      socket.send(JSON.stringify(envelope));
    });
  }

  /** Asks the app to reconnect, as Slack does before it recycles a connection. */
  refresh(reason: 'warning' | 'refresh_requested' | 'link_disabled' = 'refresh_requested'): void {
    const frame = JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'playground' } });
    for (const socket of this.#sockets) socket.send(frame);
  }

  /** Cuts every connection without a word. */
  cut(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  /** Closes every connection with a handshake; cuts those that don't answer it. */
  async stop(): Promise<void> {
    clearInterval(this.#pings);
    for (const id of [...this.#waiting.keys()]) this.#settle(id, { kind: 'unreachable' });
    const open = [...this.#sockets];
    const closed = Promise.all(open.map((socket) => new Promise((resolve) => socket.once('close', resolve))));
    for (const socket of open) socket.close(1001);
    const impatience = setTimeout(() => this.cut(), closeWithin);
    await closed;
    clearTimeout(impatience);
    this.#server.close();
  }

  #open(socket: WebSocket): void {
    this.#sockets = [...this.#sockets, socket];
    socket.on('message', (data) => this.#receive(data));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      this.#sockets = this.#sockets.filter((other) => other !== socket);
      this.#changed();
    });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.#sockets.length,
        debug_info: { host: 'playground', build_number: 1, approximate_connection_time: 18_060 },
        connection_info: { app_id: appId },
      }),
    );
    this.#changed();
  }

  /** What isn't an acknowledgement is ignored, as Slack ignores it. */
  #receive(data: RawData): void {
    let message: unknown;
    try {
      message = JSON.parse(String(data));
    } catch {
      return;
    }
    const parsed = acknowledgement.safeParse(message);
    if (parsed.success) this.#settle(parsed.data.envelope_id, { kind: 'acknowledged', payload: parsed.data.payload });
  }

  #settle(envelopeId: string, answer: Answer): void {
    this.#waiting.get(envelopeId)?.(answer);
    this.#waiting.delete(envelopeId);
  }
}
