import { Agent, type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http';
import type { Readable } from 'node:stream';
import { urlToHttpOptions } from 'node:url';
import { LruMap } from '../cache/lru-map.ts';
import { stillRuns } from '../clock/still-runs.ts';
import { ConnectionError, type TransportAnswer, type TransportRequest } from './transport.ts';

/** Unused connections are closed by the other side after 5 s or later; earlier than that they are not used again. */
const IDLE_MS = 4000;
const AGENT_OPTIONS = { keepAlive: true, maxSockets: 32, maxFreeSockets: 4 } as const;

/** URLs that are kept read: a function calls few others, again and again. */
const KEPT_URLS = 8;

/** An answer whose body can also be let go by unread: `resume()`. */
export interface NodeAnswer extends TransportAnswer {
  readonly body: Readable;
}

/** A `Transport`. */
export type NodeTransport = (url: string, request: TransportRequest) => Promise<NodeAnswer>;

/** A URL in the parts that node:http takes. */
type Target = Pick<RequestOptions, 'protocol' | 'hostname' | 'port' | 'path' | 'auth'>;

interface Protocol {
  readonly agent: Agent;
  readonly request: typeof requestHttp;
  /** Emitted by a socket when requests begin to leave. */
  readonly opened: 'connect' | 'secureConnect';
}

/**
 * The one way of this bot to speak HTTP: node:http and node:https. Node's `fetch` takes 30 ms to load when it is first used, and that
 * is a third of what a function's cold start may take. Connections are kept for the next call, but never used
 * again after 4 s without one: a container is frozen between invocations, and what it wakes up with is dead. Where
 * a kept one breaks all the same, the unused ones are closed with it, so that the next call opens a new one.
 */
export function createNodeTransport(now: () => number = Date.now): NodeTransport {
  const http: Protocol = { agent: new Agent(AGENT_OPTIONS), request: requestHttp, opened: 'connect' };
  let https: Promise<Protocol> | undefined;
  const targets = new LruMap<string, Target>(KEPT_URLS);
  let lastUsed = 0;

  function secure(): Promise<Protocol> {
    https ??= loadHttps();
    return https;
  }

  function targetOf(url: string): Target {
    const known = targets.get(url);
    if (known !== undefined) return known;
    const { protocol, hostname, port, path, auth } = urlToHttpOptions(new URL(url));
    const target = { protocol, hostname, port, path, auth };
    targets.set(url, target);
    return target;
  }

  return async (url, request) => {
    const protocol = url.startsWith('https:') ? await secure() : http;
    if (!stillRuns(lastUsed + IDLE_MS, now(), IDLE_MS)) closeUnused(protocol.agent);
    lastUsed = now();
    const answer = await send(protocol, targetOf(url), request);
    lastUsed = now();
    return answer;
  };
}

/** TLS is loaded only where it is used, which a platform on one machine does not. */
async function loadHttps(): Promise<Protocol> {
  const { Agent: TlsAgent, request } = await import('node:https');
  return { agent: new TlsAgent(AGENT_OPTIONS), request, opened: 'secureConnect' };
}

function send(protocol: Protocol, target: Target, request: TransportRequest): Promise<NodeAnswer> {
  const { method, signal, body } = request;
  const length = body === undefined ? undefined : Buffer.byteLength(body);
  return new Promise((resolve, reject) => {
    const headers = {
      ...request.headers,
      ...(length === undefined ? {} : { 'content-length': String(length) }),
    };
    const sent = protocol.request({ ...target, method, headers, agent: protocol.agent });
    // Node's own handling of a signal costs as much as the rest of a small call.
    const abort = () => sent.destroy(new Error('aborted'));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    sent.once('close', () => signal.removeEventListener('abort', abort));
    let connected = false;
    sent.on('socket', (socket) => {
      if (sent.reusedSocket) connected = true;
      else
        socket.once(protocol.opened, () => {
          connected = true;
        });
    });
    sent.on('error', (error) => {
      const wasKept = sent.reusedSocket && !signal.aborted;
      if (wasKept) closeUnused(protocol.agent);
      reject(new ConnectionError(error, { sent: connected, wasKept }));
    });
    sent.on('response', (response) => resolve(toAnswer(response)));
    sent.end(body);
  });
}

function toAnswer(response: IncomingMessage): NodeAnswer {
  return {
    status: response.statusCode ?? 0,
    headers: {
      get(name) {
        const value = response.headers[name];
        return value === undefined ? null : String(value);
      },
    },
    body: response,
  };
}

/** The agent itself stays, since it remembers TLS sessions. */
function closeUnused(agent: Agent): void {
  for (const sockets of Object.values(agent.freeSockets)) {
    for (const socket of sockets ?? []) socket.destroy();
  }
}
