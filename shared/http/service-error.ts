/** The bot asks a service nothing for one clan for a while. */
export interface ServicePauseNotice {
  /** Unix milliseconds. */
  readonly until: number;
  /** What the service said last; empty: not known. Plain text. */
  readonly reason: string;
}

export interface ServiceErrorOptions {
  readonly status: number;
  readonly route: string;
  readonly retryable: boolean;
  readonly retryAfterMs?: number | undefined;
  readonly pause?: ServicePauseNotice | undefined;
  readonly cause?: unknown;
}

/** A service said no, or did not answer. Its message holds no secret. */
export class ServiceError extends Error {
  /** HTTP status; 0: no answer, or one that could not be read. */
  readonly status: number;
  /** Whether the same call may succeed later without anybody changing anything. */
  readonly retryable: boolean;
  /** How long the service asks to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** Method and path without secrets: `PATCH /webhooks/1/{token}/messages/@original`. */
  readonly route: string;
  /** Set where the call was not made because the service is paused. */
  readonly pause: ServicePauseNotice | undefined;

  constructor(message: string, options: ServiceErrorOptions) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.status = options.status;
    this.route = options.route;
    this.retryable = options.retryable;
    this.retryAfterMs = options.retryAfterMs;
    this.pause = options.pause;
  }
}

/** Whether an answer's status is of the kind that passes by itself. */
export function isTransient(status: number): boolean {
  return status === 429 || status === 408 || status >= 500;
}
