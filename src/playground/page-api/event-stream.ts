import type { ServerResponse } from 'node:http';
import type { StateEvent } from '../protocol.ts';

/** Server-sent events: tells every open page that the state has changed, at most once a turn of the event loop. */
export class EventStream {
  readonly #current: () => StateEvent;
  readonly #open = new Set<ServerResponse>();
  readonly #heartbeat: NodeJS.Timeout;
  #scheduled = false;

  constructor(current: () => StateEvent) {
    this.#current = current;
    this.#heartbeat = setInterval(() => this.#write(': still here\n\n'), 15_000);
    this.#heartbeat.unref();
  }

  /** Keeps the response open, and starts it with the current state. */
  add(response: ServerResponse): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      connection: 'keep-alive',
    });
    response.write(this.#frame());
    this.#open.add(response);
    response.on('close', () => this.#open.delete(response));
  }

  changed(): void {
    if (this.#scheduled || this.#open.size === 0) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#write(this.#frame());
    });
  }

  stop(): void {
    clearInterval(this.#heartbeat);
    for (const response of this.#open) response.end();
  }

  #frame(): string {
    return `event: state\ndata: ${JSON.stringify(this.#current())}\n\n`;
  }

  #write(text: string): void {
    for (const response of this.#open) response.write(text);
  }
}
