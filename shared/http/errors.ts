/**
 * No usable answer: no connection, a time-out, an answer cut off or too long, or a rate limit that lasts longer
 * than there is time. Neither the message nor anything else in it holds a URL, a header or a body.
 */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
  readonly route: string;
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;
  /** How long to wait at least, in milliseconds, where that is known. */
  readonly retryAfterMs: number | undefined;

  constructor(
    route: string,
    reason: string,
    options: { readonly retryable?: boolean; readonly retryAfterMs?: number } = {},
  ) {
    super(`No answer to ${route}: ${reason}`);
    this.route = route;
    this.retryable = options.retryable ?? true;
    this.retryAfterMs = options.retryAfterMs;
  }
}
