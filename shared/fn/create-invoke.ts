import {
  Agent,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
  request as requestHttp,
} from 'node:http';
import type { Invoke, InvokeOptions, InvokeOutcome, SignRequest } from './invoke.ts';

export interface InvokeSettings {
  /** Base of the Functions API. */
  readonly invokeUrl: string | undefined;
  readonly functionIds: Readonly<Record<string, string>>;
  /** Left out on one machine, where the API listens on loopback only. */
  readonly sign?: SignRequest;
}

/** Answers are small JSON; a larger one is given up. */
const MAX_ANSWER_BYTES = 1_000_000;

/** A reused connection that the other side had closed while this container was frozen. */
const STALE = new Set(['ECONNRESET', 'EPIPE']);

/**
 * Calls functions through OCI's Functions API (version 20181201) or the local agent, which speaks the same.
 * Keeps connections open. A call that broke on a kept connection is sent once more on a new one: every function
 * of this bot may be called twice.
 */
export function createInvoke({ invokeUrl, functionIds, sign }: InvokeSettings): Invoke {
  const agent = new Agent({ keepAlive: true, maxFreeSockets: 4 });

  return async (name, body, options) => {
    const id = functionIds[name];
    if (invokeUrl === undefined || id === undefined) return refused(`no function ${name} is known`);
    const url = `${invokeUrl}/20181201/functions/${encodeURIComponent(id)}/actions/invoke`;
    const deadline = Date.now() + options.timeoutMs;
    const headers = await inTime(signedHeaders(url, body, options, sign), options.timeoutMs);
    if (headers === undefined) return refused('the call could not be signed in time');

    const transport = await transportOf(url, agent);
    const first = await send(transport, url, headers, body, deadline);
    if (!first.stale) return first.outcome;
    const second = await send({ ...transport, options: { agent: false } }, url, headers, body, deadline);
    return second.outcome;
  };
}

async function signedHeaders(
  url: string,
  body: string,
  { type }: InvokeOptions,
  sign: SignRequest | undefined,
): Promise<Record<string, string>> {
  const headers = { 'content-type': 'application/json', 'fn-invoke-type': type };
  return sign === undefined ? headers : await sign({ method: 'POST', url, headers, body });
}

/** `undefined` when it failed or took too long; nothing was sent then. */
async function inTime<T>(work: Promise<T>, timeoutMs: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, timeoutMs, undefined);
  });
  try {
    return await Promise.race([work.catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
}

interface Transport {
  readonly request: typeof requestHttp;
  readonly options: RequestOptions;
}
let httpsTransport: Promise<Transport> | undefined;

/** TLS is loaded only where the API is reached over it. */
function transportOf(url: string, agent: Agent): Transport | Promise<Transport> {
  if (!url.startsWith('https:')) return { request: requestHttp, options: { agent } };
  httpsTransport ??= import('node:https').then(({ request, Agent: TlsAgent }) => ({
    request,
    options: { agent: new TlsAgent({ keepAlive: true, maxFreeSockets: 4 }) },
  }));
  return httpsTransport;
}

interface Sent {
  readonly outcome: InvokeOutcome;
  readonly stale: boolean;
}

function send(
  { request, options }: Transport,
  url: string,
  headers: Record<string, string>,
  body: string,
  deadline: number,
): Promise<Sent> {
  return new Promise((resolve) => {
    const outgoing = request(url, {
      ...options,
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    });
    const connection = watchConnection(outgoing);
    const timer = setTimeout(() => end(broken('no answer in time')), Math.max(1, deadline - Date.now()));

    function broken(reason: string): Sent {
      const outcome = connection.made ? unknown(reason) : refused(reason);
      return { outcome, stale: false };
    }
    function end(sent: Sent): void {
      clearTimeout(timer);
      resolve(sent);
      if (!outgoing.destroyed && sent.outcome.kind !== 'accepted') outgoing.destroy();
    }
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      const stale = outgoing.reusedSocket && STALE.has(error.code ?? '');
      end({ ...broken(`connection: ${error.code ?? error.message}`), stale });
    });
    outgoing.on('response', (incoming) => {
      readText(incoming).then(
        (text) => end({ outcome: outcomeOf(incoming.statusCode ?? 0, text), stale: false }),
        (error: Error) => end(broken(error.message)),
      );
    });
    outgoing.end(body);
  });
}

/** Whether the request can have reached the other side at all. */
function watchConnection(outgoing: ClientRequest): { readonly made: boolean } {
  const connection = { made: false };
  outgoing.once('socket', (socket) => {
    if (!socket.connecting) connection.made = true;
    else socket.once('connect', () => (connection.made = true));
  });
  return connection;
}

async function readText(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES) throw new Error('an answer that is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** 4xx and 503 are said before a function is started; other 5xx may come from within one. */
function outcomeOf(status: number, body: string): InvokeOutcome {
  if (status >= 200 && status < 300) return { kind: 'accepted', body };
  if ((status >= 400 && status < 500) || status === 503) return refused(`HTTP ${status}`);
  return unknown(`HTTP ${status}`);
}

function refused(reason: string): InvokeOutcome {
  return { kind: 'refused', reason };
}
function unknown(reason: string): InvokeOutcome {
  return { kind: 'unknown', reason };
}
