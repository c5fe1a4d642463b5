import type { ServerResponse } from 'node:http';

const HEARTBEAT_MS = 15_000;

/** One open stream of server-sent events. Source of the form: the HTML standard, "Server-sent events". */
export class EventStream {
  readonly #outgoing: ServerResponse;
  readonly #heartbeat: NodeJS.Timeout;

  /** Answers the request with the stream's head. `closed` is called once, however the stream ends. */
  constructor(outgoing: ServerResponse, closed: () => void) {
    this.#outgoing = outgoing;
    outgoing.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    // A reader that went away is noticed at the next write.
    this.#heartbeat = setInterval(() => outgoing.write(': still here\n\n'), HEARTBEAT_MS);
    this.#heartbeat.unref();
    outgoing.once('close', () => {
      clearInterval(this.#heartbeat);
      closed();
    });
  }

  /** `id` is what the reader names when it comes back after a lost connection. */
  send(event: string, data: unknown, id?: string): void {
    const place = id === undefined ? '' : `id: ${id}\n`;
    this.#outgoing.write(`event: ${event}\n${place}data: ${JSON.stringify(data)}\n\n`);
  }

  end(): void {
    this.#outgoing.end();
  }
}
