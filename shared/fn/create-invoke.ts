import { createKeptConnections, NoExchangeError } from '../http/kept-connections.ts';
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

/**
 * Calls functions through OCI's Functions API (version 20181201) or the local agent, which speaks the same.
 * Keeps connections open. A call that broke on a kept connection is sent once more on a new one: every function
 * of this bot may be called twice.
 */
export function createInvoke({ invokeUrl, functionIds, sign }: InvokeSettings): Invoke {
  if (invokeUrl === undefined) return async (name) => notKnown(name);
  const base = new URL(invokeUrl);
  const basePath = base.pathname === '/' ? '' : base.pathname;
  const connections = createKeptConnections({
    origin: base.origin,
    maxBytes: MAX_ANSWER_BYTES,
    now: Date.now,
  });

  return async (name, body, options) => {
    const id = functionIds[name];
    if (id === undefined) return notKnown(name);
    const deadline = Date.now() + options.timeoutMs;
    const path = `${basePath}/20181201/functions/${encodeURIComponent(id)}/actions/invoke`;
    const headers =
      sign === undefined
        ? HEADERS[options.type]
        : await signedHeaders(base.origin + path, body, options, sign);
    if (headers === undefined) return refused('the call could not be signed in time');
    try {
      const answer = await connections.post({ path, headers, body, deadline });
      return outcomeOf(answer.status, answer.body.toString('utf8'));
    } catch (error) {
      if (!(error instanceof NoExchangeError)) throw error;
      return error.sent ? unknown(error.message) : refused(error.message);
    }
  };
}

const HEADERS = {
  detached: { 'content-type': 'application/json', 'fn-invoke-type': 'detached' },
  sync: { 'content-type': 'application/json', 'fn-invoke-type': 'sync' },
} as const;

function signedHeaders(
  url: string,
  body: string,
  { type, timeoutMs }: InvokeOptions,
  sign: SignRequest,
): Promise<Record<string, string> | undefined> {
  return inTime(sign({ method: 'POST', url, headers: HEADERS[type], body }), timeoutMs);
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

/** 4xx and 503 are said before a function is started; other 5xx may come from within one. */
function outcomeOf(status: number, body: string): InvokeOutcome {
  if (status >= 200 && status < 300) return { kind: 'accepted', body };
  if ((status >= 400 && status < 500) || status === 503) return refused(`HTTP ${status}`);
  return unknown(`HTTP ${status}`);
}

function notKnown(name: string): InvokeOutcome {
  return refused(`no function ${name} is known`);
}
function refused(reason: string): InvokeOutcome {
  return { kind: 'refused', reason };
}
function unknown(reason: string): InvokeOutcome {
  return { kind: 'unknown', reason };
}
