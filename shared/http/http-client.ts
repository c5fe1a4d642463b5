import type { Logger } from '../log/logger.ts';
import { NoAnswerError } from './errors.ts';
import { createNodeTransport } from './node-transport.ts';
import { isGlobalLimit, rateLimitWaitMs } from './rate-limit-wait.ts';
import { RateLimits } from './rate-limits.ts';
import { readBytes, TooLongError } from './read-bytes.ts';
import type { Transport, TransportAnswer } from './transport.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  /** Method and path without secrets: what errors and logs show in place of the URL. */
  readonly route: string;
  /** What shares a rate limit with this call. */
  readonly bucket: string;
  /** What a global limit stops as well. */
  readonly globalBucket?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Whether sending it a second time does no harm, when the first may have been carried out. */
  readonly repeatable: boolean;
  /** Milliseconds after which an answer is asked for again, the `attempt`-th time; undefined: it is taken. */
  readonly askAgain?: (answer: HttpAnswer, attempt: number) => number | undefined;
  /** Default: 8 MB. */
  readonly maxBytes?: number;
}

/** An answer of any status. */
export interface HttpAnswer {
  readonly status: number;
  readonly bytes: Uint8Array;
  /** What the service says to wait before the next call of the same bucket, in milliseconds. */
  readonly waitMs: number | undefined;
}

export interface HttpOptions {
  /** Sends one request; `fetch` will do. Default: Node's own HTTP client, which loads faster. */
  readonly fetch?: Transport | undefined;
  /** Unix milliseconds. */
  readonly now?: (() => number) | undefined;
  readonly sleep?: ((ms: number) => Promise<void>) | undefined;
  readonly random?: (() => number) | undefined;
  /** The end of the caller's own time (Unix milliseconds): nothing is sent or waited for beyond it. */
  readonly deadline?: (() => number) | undefined;
  /** Limit of one attempt, in milliseconds; default 5,000. */
  readonly timeoutMs?: number | undefined;
  /** Limit of one call with all its attempts and waits, in milliseconds; default 10,000. */
  readonly budgetMs?: number | undefined;
  readonly log: Logger;
}

export interface HttpClient {
  /**
   * Sends a request and reads the answer whole. Attempts that got 429, 5xx or no answer are repeated with
   * backoff (5 in all) as far as the budget goes; 5xx and no answer only when `repeatable`. Redirects are not
   * followed. Throws `NoAnswerError` and nothing else.
   */
  send(request: HttpRequest): Promise<HttpAnswer>;
}

const MOST_ATTEMPTS = 5;
const MAX_BYTES = 8 * 1024 * 1024;
/** Failures before anything was sent: repeating these is always safe. */
const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

export function createHttpClient(options: HttpOptions): HttpClient {
  const now = options.now ?? Date.now;
  const random = options.random ?? Math.random;
  const sleep = options.sleep ?? ((ms) => new Promise<void>((resolve) => void setTimeout(resolve, ms)));
  const transport = options.fetch ?? createNodeTransport(now);
  const timeoutMs = options.timeoutMs ?? 5000;
  const budgetMs = options.budgetMs ?? 10_000;
  const limits = new RateLimits();

  async function send(request: HttpRequest): Promise<HttpAnswer> {
    const deadline = Math.min(now() + budgetMs, options.deadline?.() ?? Number.POSITIVE_INFINITY);
    // By a clock that was set back meanwhile, the deadline is further away than the budget.
    const leftMs = () => Math.min(deadline - now(), budgetMs);
    let again = 0;
    for (let attempt = 1; ; attempt += 1) {
      await waitForTurn(request, leftMs());
      let pause: number;
      try {
        const answer = await attemptOnce(request, leftMs());
        const asked = request.askAgain?.(answer, again + 1);
        if (asked !== undefined) {
          // Asking again has its own bound and does not use up the attempts.
          again += 1;
          attempt -= 1;
          pause = asked;
        } else {
          if (!isPassing(answer.status, request.repeatable) || attempt >= MOST_ATTEMPTS) return answer;
          pause = answer.waitMs ?? backoffMs(attempt, random);
        }
        if (pause >= leftMs()) return answer;
      } catch (error) {
        if (!(error instanceof FailedAttempt)) throw error;
        pause = backoffMs(attempt, random);
        const repeat = (request.repeatable || !error.sent) && attempt < MOST_ATTEMPTS;
        if (!repeat || pause >= leftMs()) throw new NoAnswerError(request.route, error.message);
      }
      options.log.debug('Calling again', { route: request.route, attempt, pauseMs: pause });
      await sleep(pause);
    }
  }

  async function waitForTurn(request: HttpRequest, leftMs: number): Promise<void> {
    const wait = limits.waitMs(bucketsOf(request), now());
    if (wait >= leftMs) {
      if (wait === 0) throw new NoAnswerError(request.route, 'there was no time left for it.');
      throw new NoAnswerError(request.route, `its rate limit lasts ${wait} ms longer.`, {
        retryAfterMs: wait,
      });
    }
    if (wait > 0) await sleep(wait);
  }

  async function attemptOnce(request: HttpRequest, leftMs: number): Promise<HttpAnswer> {
    const started = now();
    const limit = Math.max(1, Math.min(timeoutMs, leftMs));
    const signal = AbortSignal.timeout(limit);
    try {
      const response = await transport(request.url, {
        method: request.method,
        headers: { ...request.headers },
        ...(request.body === undefined ? {} : { body: request.body }),
        redirect: 'manual',
        signal,
      });
      const bytes = await readBytes(response, request.maxBytes ?? MAX_BYTES);
      const waitMs = rateLimitWaitMs(response.status, response.headers, bytes);
      note(request, response, waitMs);
      options.log.debug('Called', { route: request.route, status: response.status, ms: now() - started });
      return { status: response.status, bytes, waitMs };
    } catch (error) {
      if (error instanceof TooLongError)
        throw new NoAnswerError(request.route, error.message, { retryable: false });
      options.log.debug('Called in vain', { route: request.route, ms: now() - started });
      const reason = signal.aborted ? `it took longer than ${limit} ms.` : reasonOf(error);
      throw new FailedAttempt(reason, !NOT_SENT.has(codeOf(error)));
    }
  }

  function note(request: HttpRequest, response: TransportAnswer, waitMs: number | undefined): void {
    if (waitMs === undefined || waitMs === 0) return;
    const global = response.status === 429 && isGlobalLimit(response.headers);
    limits.block(global ? (request.globalBucket ?? request.bucket) : request.bucket, waitMs, now());
  }

  return { send };
}

/** One attempt failed. `sent`: the service may have got it. */
class FailedAttempt extends Error {
  readonly sent: boolean;

  constructor(message: string, sent: boolean) {
    super(message);
    this.sent = sent;
  }
}

function bucketsOf(request: HttpRequest): readonly string[] {
  return request.globalBucket === undefined ? [request.bucket] : [request.bucket, request.globalBucket];
}

/** Of a 429 it is certain that nothing was done; of a 5xx it is not. */
function isPassing(status: number, repeatable: boolean): boolean {
  return status === 429 || (status >= 500 && repeatable);
}

/** Why there was no answer, from codes only: the messages of a transport may quote the URL. */
function reasonOf(error: unknown): string {
  const code = codeOf(error);
  return code === '' ? 'the connection failed.' : `the connection failed (${code}).`;
}

function codeOf(error: unknown): string {
  for (let at = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth += 1) {
    if ('code' in at && typeof at.code === 'string' && /^[A-Z_]+$/.test(at.code)) return at.code;
  }
  return '';
}

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 8000;

/**
 * Milliseconds to wait before attempt `attempt + 1` (the first attempt is 1): exponential, between half and the
 * whole of 250 ms, 500 ms, 1 s ... 8 s, so that many callers do not come back at one moment.
 * `random` returns a number in [0, 1).
 */
function backoffMs(attempt: number, random: () => number): number {
  const whole = Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), LONGEST_WAIT_MS);
  return Math.round(whole * (0.5 + random() / 2));
}
