import { createNodeTransport, type NodeAnswer, type NodeTransport } from '../http/node-transport.ts';
import { readBytes, TooLongError } from '../http/read-bytes.ts';
import { ConnectionError, type TransportAnswer } from '../http/transport.ts';
import type { FindFunctionId } from '../platform/function-ids.ts';
import type { Invoke, InvokeOptions, InvokeOutcome, SignableRequest } from '../platform/invoke.ts';
import { type Signing, sendSigned } from '../platform/send-signed.ts';

export interface InvokeSettings {
  /** Base of the Functions API, without a slash at its end. */
  readonly invokeUrl: string | undefined;
  readonly functionId: FindFunctionId;
  /** Left out on one machine, where the API listens on loopback only. */
  readonly signing?: Signing;
}

/** Answers are small JSON; a larger one is given up. */
const MAX_ANSWER_BYTES = 1_000_000;

/**
 * Calls functions through OCI's Functions API (version 20181201) or the local agent, which speaks the same.
 * Keeps connections open. A call that broke on a kept connection is sent once more on a new one: every function
 * of this bot may be called twice. A detached call is accepted at the head of its answer (2xx), whatever becomes of
 * the body, which holds nothing.
 */
export function createInvoke({ invokeUrl, functionId, signing }: InvokeSettings): Invoke {
  if (invokeUrl === undefined) return async (name) => notKnown(name);
  const transport = createNodeTransport();
  return async (name, body, options) => {
    const id = functionId(name);
    if (id === undefined) return notKnown(name);
    const url = `${invokeUrl}/20181201/functions/${encodeURIComponent(id)}/actions/invoke`;
    const request = { method: 'POST', url, headers: HEADERS[options.type], body };
    return call(request, options, { transport, signing });
  };
}

const HEADERS = {
  detached: { 'content-type': 'application/json', 'fn-invoke-type': 'detached' },
  sync: { 'content-type': 'application/json', 'fn-invoke-type': 'sync' },
} as const;

interface Sending {
  readonly transport: NodeTransport;
  readonly signing: Signing | undefined;
}

async function call(
  request: SignableRequest,
  { type, timeoutMs }: InvokeOptions,
  { transport, signing }: Sending,
): Promise<InvokeOutcome> {
  const limit = new AbortController();
  const { signal } = limit;
  const timer = setTimeout(() => limit.abort(), timeoutMs);
  let answered = false;
  try {
    const { method, url, body: text } = request;
    const send = (headers: Record<string, string>) =>
      onNewConnectionIfStale(() =>
        transport(url, { method, headers, body: text, redirect: 'manual', signal }),
      );
    const answer =
      signing === undefined
        ? await send(request.headers)
        : await sendSigned(request, unlessLate(signing, signal), send);
    answered = true;
    // The body of a detached call may never end: the timer ends it, and nobody waits for either.
    answer.body.once('close', () => clearTimeout(timer));
    timer.unref();
    if (type === 'sync') return outcomeOf(answer.status, await textOf(answer));
    answer.body.on('error', () => {});
    answer.body.resume();
    return outcomeOf(answer.status, '');
  } catch (error) {
    if (answered) return unknown(reasonOf(error, signal));
    clearTimeout(timer);
    if (!(error instanceof ConnectionError)) return refused('the call could not be signed in time');
    return error.sent ? unknown(reasonOf(error, signal)) : refused(reasonOf(error, signal));
  }
}

async function onNewConnectionIfStale(send: () => Promise<NodeAnswer>): Promise<NodeAnswer> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof ConnectionError && error.wasKept) return send();
    throw error;
  }
}

async function textOf(answer: TransportAnswer): Promise<string> {
  const bytes = await readBytes(answer, MAX_ANSWER_BYTES);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

/** The same, given up when the time for the call is over. */
function unlessLate({ sign, renew }: Signing, signal: AbortSignal): Signing {
  const unlessAborted = <T>(work: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      work.then(resolve, reject);
    });
  return { sign: (request) => unlessAborted(sign(request)), renew: () => unlessAborted(renew()) };
}

/** Codes only: the messages of a transport may quote the URL. */
function reasonOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'no answer in time';
  if (error instanceof TooLongError) return 'an answer that is too large';
  const cause = error instanceof ConnectionError ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'failed';
  return `connection: ${code}`;
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
