import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';

/** A request as the emulators see it: read whole, headers in lower case. */
export interface EmulatorRequest {
  readonly method: string;
  /** The path as sent, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface EmulatorAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly bytes?: Uint8Array;
}

/** The connection is cut without an answer, as a network fault would. */
export const DROPPED = 'dropped';

export interface HttpServer {
  readonly port: number;
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  /** Ends every open connection too. */
  stop(): Promise<void>;
}

const MAX_BODY_BYTES = 30_000_000;

/** Serves on loopback only. Port 0 takes a free one. An error thrown by `answer` is answered with 500 and logged. */
export async function startHttpServer(
  port: number,
  answer: (request: EmulatorRequest) => Promise<EmulatorAnswer | typeof DROPPED>,
): Promise<HttpServer> {
  const server = createServer((incoming, outgoing) => {
    respond(incoming, outgoing, answer).catch((error: unknown) => {
      console.error('An emulator failed on a request:', error);
      if (outgoing.headersSent) outgoing.destroy();
      else write(outgoing, { status: 500, json: { message: 'The emulator failed; see its log.', code: 0 } });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The emulator got no TCP port.');
  return {
    port: address.port,
    url: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function respond(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: (request: EmulatorRequest) => Promise<EmulatorAnswer | typeof DROPPED>,
): Promise<void> {
  const body = await readBody(incoming);
  if (body === undefined)
    return write(outgoing, { status: 413, json: { message: 'Request entity too large', code: 40005 } });
  const url = new URL(incoming.url ?? '/', 'http://loopback');
  const made = await answer({
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    body,
  });
  if (made === DROPPED) outgoing.destroy();
  else write(outgoing, made);
}

async function readBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MAX_BODY_BYTES) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function write(outgoing: ServerResponse, answer: EmulatorAnswer): void {
  outgoing.statusCode = answer.status;
  for (const [name, value] of Object.entries(answer.headers ?? {})) outgoing.setHeader(name, value);
  if (answer.bytes !== undefined) {
    outgoing.end(answer.bytes);
  } else if (answer.json !== undefined) {
    if (!outgoing.hasHeader('content-type')) outgoing.setHeader('content-type', 'application/json');
    outgoing.end(JSON.stringify(answer.json));
  } else {
    outgoing.end();
  }
}
