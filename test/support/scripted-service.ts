import type { TransportRequest } from '../../shared/http/transport.ts';

/**
 * For tests: a service that answers from a script, a clock that only moves by waiting, and a record of what was
 * sent. Nothing here touches the network or real time.
 */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed where it is JSON or a form. */
  readonly body: unknown;
  /** Of the fake clock, in milliseconds. */
  readonly at: number;
}

export interface ServiceAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, or as it is when it is a text or bytes. */
  readonly body?: unknown;
}
/** An answer, a failure to answer, or either worked out from the request. */
export type ScriptedAnswer = ServiceAnswer | Error | ((request: SentRequest) => ServiceAnswer | Error);

const EMPTY: ReadonlySet<number> = new Set([204, 205, 304]);

/** The last answer of the script is repeated for ever; without a script everything is answered 200 `{}`. */
export function scriptedService(...script: readonly ScriptedAnswer[]) {
  const requests: SentRequest[] = [];
  const waits: number[] = [];
  let time = 1_800_000_000_000;

  async function answer(url: string, init: TransportRequest): Promise<Response> {
    const { method, headers, body } = init;
    const request: SentRequest = { method, url, headers, body: await readBody(body, headers), at: time };
    const scripted = script[Math.min(requests.length, script.length - 1)] ?? {};
    requests.push(request);
    init.signal.throwIfAborted();
    const given = typeof scripted === 'function' ? scripted(request) : scripted;
    if (given instanceof Error) throw given;
    const status = given.status ?? 200;
    return new Response(EMPTY.has(status) ? null : toBody(given.body), {
      status,
      headers: { 'content-type': 'application/json', ...given.headers },
    });
  }

  return {
    requests,
    /** How long was waited, in order, in milliseconds. */
    waits,
    fetch: answer,
    now: () => time,
    sleep: async (ms: number) => {
      waits.push(ms);
      time += ms;
    },
    random: () => 0.5,
    pass: (ms: number) => {
      time += ms;
    },
    /** `GET /path` of every request, for short assertions. */
    calls: () => requests.map((request) => `${request.method} ${new URL(request.url).pathname}`),
  };
}
export type ScriptedService = ReturnType<typeof scriptedService>;

/** The failure that `fetch` reports when a connection broke. */
export function broken(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(`secret ${code}`), { code }) });
}

async function readBody(
  body: string | Uint8Array | undefined,
  headers: Record<string, string>,
): Promise<unknown> {
  if (body === undefined) return undefined;
  if (typeof body === 'string') return JSON.parse(body);
  return new Response(Uint8Array.from(body), { headers }).formData();
}

function toBody(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return Uint8Array.from(body);
  return JSON.stringify(body ?? {});
}
