import { connect, type Socket } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import { readAnswer, type WholeAnswer } from './read-answer.ts';

/** A POST to the origin of the connections. */
export interface PostRequest {
  /** With its parts encoded. */
  readonly path: string;
  /** All but `content-length`, and `host` where that is the origin's own. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Unix milliseconds; the answer must have come by then. */
  readonly deadline: number;
}

/** No answer came. `sent`: the other side may have got the request and may act on it. */
export class NoExchangeError extends Error {
  override readonly name = 'NoExchangeError';
  readonly sent: boolean;

  constructor(reason: string, sent: boolean) {
    super(reason);
    this.sent = sent;
  }
}

export interface KeptConnections {
  /**
   * Sends the request and resolves with the answer. One that broke on a kept connection before anything of the
   * answer came is sent once more on a new connection, so it must do no harm to be sent twice. Throws
   * `NoExchangeError`.
   */
  post(request: PostRequest): Promise<WholeAnswer>;
}

export interface ConnectionsOptions {
  /** `http://host[:port]` or `https://...`. */
  readonly origin: string;
  /** Longer answers are given up. */
  readonly maxBytes: number;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** Certificates to trust besides the usual ones. */
  readonly tls?: Pick<ConnectionOptions, 'ca'>;
}

/** A container is frozen between invocations, and the connections it wakes up with may be dead without a sign. */
const IDLE_MS = 4000;
const MAX_FREE = 4;
/** A line end in a header would be the beginning of another one. */
const HEADER_VALUE = /^[\t\x20-\x7e]*$/;

/**
 * HTTP/1.1 over connections that are kept for the next call, for the one call that stands between Discord and its
 * answer: takes about half the time that node:http takes for it (`npm run bench -- front-door`). Does only what
 * that call needs: POST, a text as body, the whole answer at once.
 */
export function createKeptConnections(options: ConnectionsOptions): KeptConnections {
  const { now } = options;
  const url = new URL(options.origin);
  const free: Connection[] = [];

  /** The one used last, when it is still good. */
  function takeFree(): Connection | undefined {
    for (let kept = free.pop(); kept !== undefined; kept = free.pop()) {
      if (kept.usable && now() - kept.lastUsed <= IDLE_MS) return kept;
      kept.close();
    }
    return undefined;
  }

  function keep(connection: Connection): void {
    connection.lastUsed = now();
    free.push(connection);
    if (free.length > MAX_FREE) free.shift()?.close();
  }

  async function exchange(connection: Connection, text: string, deadline: number): Promise<WholeAnswer> {
    const answer = await connection.exchange(text, Math.max(1, deadline - now()), options.maxBytes);
    if (answer.reusable) keep(connection);
    else connection.close();
    return answer;
  }

  return {
    async post(request) {
      const text = requestText(request, url.host);
      const kept = takeFree();
      if (kept !== undefined) {
        try {
          return await exchange(kept, text, request.deadline);
        } catch (error) {
          if (!kept.wasStale) throw error;
        }
      }
      return exchange(new Connection(await openSocket(url, options.tls)), text, request.deadline);
    },
  };
}

function requestText({ path, headers, body }: PostRequest, host: string): string {
  if (!/^\/[!-~]*$/.test(path)) throw new TypeError('A path holds something that would end it.');
  let head = `POST ${path} HTTP/1.1\r\n`;
  if (headers['host'] === undefined) head += `host: ${host}\r\n`;
  for (const [name, value] of Object.entries(headers)) {
    if (name === 'content-length') continue;
    if (!HEADER_VALUE.test(value))
      throw new TypeError(`The header ${name} holds something that would end it.`);
    head += `${name}: ${value}\r\n`;
  }
  return `${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

interface OpenedSocket {
  readonly socket: Socket;
  /** Emitted when requests begin to leave. */
  readonly opened: 'connect' | 'secureConnect';
}

async function openSocket(url: URL, tls: ConnectionsOptions['tls']): Promise<OpenedSocket> {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (url.protocol !== 'https:') {
    return { socket: connect({ host, port: Number(url.port || 80), noDelay: true }), opened: 'connect' };
  }
  // TLS is loaded only where it is used, which a platform on one machine does not.
  const { connect: connectTls } = await import('node:tls');
  const socket = connectTls({
    host,
    port: Number(url.port || 443),
    servername: /^[\d.]+$|:/.test(host) ? '' : host,
    ALPNProtocols: ['http/1.1'],
    ...tls,
  });
  socket.setNoDelay();
  return { socket, opened: 'secureConnect' };
}

/** One connection: one exchange at a time. */
class Connection {
  /** Unix milliseconds of the end of the last exchange. */
  lastUsed = 0;
  /** Whether the last exchange failed as it does on a connection that the other side had given up before. */
  wasStale = false;
  readonly #socket: Socket;
  #opened = false;
  #exchanges = 0;
  #received: Buffer[] = [];
  /** Called when something has come; with `true` when nothing more will. */
  #onBytes: ((closed: boolean) => void) | undefined;
  #reason = 'ECONNRESET';

  constructor({ socket, opened }: OpenedSocket) {
    this.#socket = socket;
    // An exchange keeps the process alive by its timer; a connection that waits for the next one need not.
    socket.unref();
    socket.once(opened, () => {
      this.#opened = true;
    });
    socket.on('data', (chunk: Buffer) => {
      this.#received.push(chunk);
      // What nobody asked for would be taken for the next answer.
      if (this.#onBytes === undefined) this.close();
      else this.#onBytes(false);
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      this.#reason = error.code ?? 'failed';
    });
    socket.once('end', () => socket.destroy());
    socket.once('close', () => this.#onBytes?.(true));
  }

  get usable(): boolean {
    return !this.#socket.destroyed && this.#socket.writable;
  }

  close(): void {
    this.#socket.destroy();
  }

  exchange(request: string, timeoutMs: number, maxBytes: number): Promise<WholeAnswer> {
    const reused = this.#exchanges > 0;
    this.#exchanges += 1;
    this.#received = [];
    return new Promise((resolve, reject) => {
      const fail = (reason: string) => {
        this.#finish(timer);
        this.close();
        reject(new NoExchangeError(reason, this.#opened));
      };
      const timer = setTimeout(fail, timeoutMs, 'no answer in time');
      this.#onBytes = (closed) => {
        if (closed && this.#received.length === 0) {
          this.wasStale = reused;
          return fail(`connection: ${this.#reason}`);
        }
        let answer: WholeAnswer | undefined;
        try {
          answer = readAnswer(joined(this.#received), { closed, maxBytes });
        } catch (error) {
          return fail(error instanceof Error ? error.message : String(error));
        }
        if (answer === undefined) return;
        this.#finish(timer);
        resolve(answer);
      };
      this.#socket.write(request);
    });
  }

  #finish(timer: NodeJS.Timeout): void {
    clearTimeout(timer);
    this.#onBytes = undefined;
  }
}

function joined(chunks: readonly Buffer[]): Buffer {
  const [only] = chunks;
  return chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks);
}
