import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { FnCallError, type FnFailure, type FnProcessAnswer, type FnProcessCall } from './fn-process.ts';
import { closeServer, listen } from './listen.ts';
import { MAX_PAYLOAD_BYTES, readRequestBytes } from './read-request-bytes.ts';

export interface GatewayOptions {
  readonly host: string;
  readonly port: number;
  /** Calls the front door. Throws `FnCallError`. */
  readonly call: (call: FnProcessCall, signal: AbortSignal) => Promise<FnProcessAnswer>;
  /** What keeps failing behind the front door: `GET /health` is then answered 503 with these lines. */
  readonly problems?: () => readonly string[];
  /** Answers what is no route of the real gateway, and says whether it did. */
  readonly other?: (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;
}

export interface Gateway {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  readonly port: number;
  /** Takes no new request, and lets those under way end for `graceMs`: what was handed over is acknowledged too. */
  stop(graceMs?: number): Promise<void>;
}

/** The two routes of the real gateway. */
const ROUTES = [
  { method: 'POST', path: /^\/interactions\/[^/?]+$/ },
  { method: 'GET', path: /^\/health$/ },
];

const STATUS: Readonly<Record<FnFailure, 429 | 502 | 503 | 504>> = {
  start: 502,
  crash: 502,
  timeout: 504,
  gone: 504,
  busy: 429,
  full: 503,
  stopping: 503,
};

/** Stands in for OCI API Gateway: passes requests to the front door as the gateway does, and its answers back. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 10_000 }, (incoming, outgoing) => {
    pass(incoming, outgoing, options).catch(() => outgoing.destroy());
  });
  const port = await listen(server, options.port, options.host);
  return {
    port,
    url: `http://${reachable(options.host)}:${port}`,
    stop: (graceMs = 0) => closeServer(server, graceMs),
  };
}

/** A host to reach the server under from this machine. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

async function pass(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { call, problems, other }: GatewayOptions,
): Promise<void> {
  const url = incoming.url ?? '/';
  const path = url.split('?')[0] ?? '/';
  const known = ROUTES.filter((route) => route.path.test(path));
  if (known.length === 0 && other?.(incoming, outgoing) === true) return;
  if (known.length === 0) return refuse(outgoing, 404, 'Not Found');
  if (!known.some((route) => route.method === incoming.method))
    return refuse(outgoing, 405, 'Method Not Allowed');

  const body = await readRequestBytes(incoming, MAX_PAYLOAD_BYTES);
  if (body === undefined) return refuse(outgoing, 413, 'Payload Too Large');
  const gone = new AbortController();
  outgoing.once('close', () => gone.abort());
  try {
    const answer = await call({ body, headers: gatewayHeaders(incoming, url) }, gone.signal);
    const wrong = path === '/health' && answer.status === 200 ? (problems?.() ?? []) : [];
    if (wrong.length > 0) answerJson(outgoing, 503, { ok: false, problems: wrong });
    else writeAnswer(outgoing, answer);
  } catch (error) {
    if (!(error instanceof FnCallError)) throw error;
    refuse(outgoing, STATUS[error.failure], 'The function gave no answer');
  }
}

/** The request as a function sees it behind the gateway. */
function gatewayHeaders(incoming: IncomingMessage, url: string): Record<string, string> {
  const headers: Record<string, string> = {
    'Content-Type': incoming.headers['content-type'] ?? 'application/octet-stream',
    'Fn-Intent': 'httprequest',
    'Fn-Http-Method': incoming.method ?? 'GET',
    'Fn-Http-Request-Url': url,
  };
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[`Fn-Http-H-${name}`] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}

/** The function's own status and headers; an outer 502 or 504 is one of the gateway. */
function writeAnswer(outgoing: ServerResponse, answer: FnProcessAnswer): void {
  if (answer.status !== 200) {
    refuse(outgoing, answer.status === 504 ? 504 : 502, 'The function gave no answer');
    return;
  }
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(answer.headers)) {
    if (name.startsWith('fn-http-h-')) headers[name.slice('fn-http-h-'.length)] = value;
  }
  headers['content-type'] ??= answer.headers['content-type'] ?? 'application/octet-stream';
  headers['content-length'] = String(answer.body.length);
  outgoing.writeHead(Number(answer.headers['fn-http-status'] ?? 200), headers);
  outgoing.end(answer.body);
}

function refuse(outgoing: ServerResponse, code: number, message: string): void {
  outgoing.setHeader('Connection', 'close');
  answerJson(outgoing, code, { code, message });
}

function answerJson(outgoing: ServerResponse, status: number, body: object): void {
  outgoing.writeHead(status, { 'Content-Type': 'application/json' });
  outgoing.end(JSON.stringify(body));
}
