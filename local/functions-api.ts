import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { LocalFailureQueue } from './failure-queue.ts';
import type { FnHost } from './fn-host.ts';
import { FnCallError, type FnProcessAnswer } from './fn-process.ts';
import { closeServer, listen } from './listen.ts';
import { MAX_PAYLOAD_BYTES, readRequestBytes } from './read-request-bytes.ts';

export interface FunctionsApi {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  stop(): Promise<void>;
}

const INVOKE_PATH = /^\/20181201\/functions\/([^/]+)\/actions\/invoke$/;
const MESSAGES_PATH = /^\/20210201\/queues\/([^/]+)\/messages(?:\/([^/]+))?$/;

interface Served {
  readonly host: () => FnHost;
  /** The functions' names by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly failures: LocalFailureQueue;
}

/**
 * The parts of OCI's APIs that functions use. Functions: `POST /20181201/functions/<id>/actions/invoke`, with header
 * `fn-invoke-type: detached` answered 202 as soon as the call is on the disk, else with the function's own answer. Queue: the messages of
 * failed calls, `GET /20210201/queues/<id>/messages` and `DELETE .../<receipt>`. On a free port of 127.0.0.1; the
 * ids are the permission, so they are random and kept from other users of the machine.
 */
export async function startFunctionsApi(served: Served): Promise<FunctionsApi> {
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing, served).catch(() => outgoing.destroy());
  });
  const port = await listen(server, 0, '127.0.0.1');
  return { url: `http://127.0.0.1:${port}`, stop: () => closeServer(server) };
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse, served: Served): Promise<void> {
  const url = new URL(incoming.url ?? '/', 'http://loopback');
  const [, queueId, receipt] = MESSAGES_PATH.exec(url.pathname) ?? [];
  if (queueId === served.failures.id) {
    await answerQueue(outgoing, served.failures, {
      method: incoming.method,
      query: url.searchParams,
      receipt,
    });
    return;
  }
  const name = served.names.get(INVOKE_PATH.exec(url.pathname)?.[1] ?? '');
  if (incoming.method === 'OPTIONS' && name !== undefined) {
    // Not of OCI: a caller with an id learns that it belongs to this platform.
    outgoing.writeHead(204).end();
    return;
  }
  if (incoming.method !== 'POST' || name === undefined) {
    refuse(outgoing, 404, 'NotAuthorizedOrNotFound', 'Authorization failed or requested resource not found');
    return;
  }
  await invoke(incoming, outgoing, served.host(), name);
}

async function answerQueue(
  outgoing: ServerResponse,
  failures: LocalFailureQueue,
  request: { method: string | undefined; query: URLSearchParams; receipt: string | undefined },
): Promise<void> {
  if (request.method === 'DELETE' && request.receipt !== undefined) {
    await failures.remove(decodeURIComponent(request.receipt));
    outgoing.writeHead(204).end();
    return;
  }
  const limit = Number(request.query.get('limit') ?? 1);
  const hiddenMs = Number(request.query.get('visibilityInSeconds') ?? 30) * 1000;
  outgoing.writeHead(200, { 'Content-Type': 'application/json' });
  outgoing.end(JSON.stringify({ messages: failures.take(limit, hiddenMs) }));
}

async function invoke(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  host: FnHost,
  name: string,
): Promise<void> {
  const body = await readRequestBytes(incoming, MAX_PAYLOAD_BYTES);
  if (body === undefined) {
    refuse(outgoing, 413, 'PayloadTooLarge', 'The payload is larger than 6 MB');
    return;
  }
  try {
    if (incoming.headers['fn-invoke-type'] === 'detached') {
      await host.callDetached(name, body);
      outgoing.writeHead(202).end();
      return;
    }
    const gone = new AbortController();
    outgoing.once('close', () => gone.abort());
    const headers = { 'Content-Type': incoming.headers['content-type'] ?? 'application/json' };
    writeAnswer(outgoing, await host.call(name, { body, headers }, gone.signal));
  } catch (error) {
    if (!(error instanceof FnCallError)) throw error;
    const [status, code] = STATUS[error.failure];
    refuse(outgoing, status, code, error.message);
  }
}

/** What OCI answers for each failure. */
const STATUS = {
  start: [502, 'FunctionInvokeContainerInitFail'],
  crash: [502, 'FunctionInvokeExecutionFailed'],
  timeout: [504, 'FunctionInvokeTimeout'],
  busy: [429, 'TooManyRequests'],
  full: [503, 'ServiceUnavailable'],
  gone: [504, 'FunctionInvokeTimeout'],
  stopping: [503, 'ServiceUnavailable'],
} as const;

/** The status that the function chose counts, as the real API passes it on. */
function writeAnswer(outgoing: ServerResponse, { status, headers, body }: FnProcessAnswer): void {
  const chosen = Number(headers['fn-http-status'] ?? status);
  outgoing.writeHead(status === 200 ? chosen : status, {
    'Content-Type': headers['content-type'] ?? 'application/json',
  });
  outgoing.end(body);
}

function refuse(outgoing: ServerResponse, status: number, code: string, message: string): void {
  outgoing.writeHead(status, { 'Content-Type': 'application/json', Connection: 'close' });
  outgoing.end(JSON.stringify({ code, message }));
}
