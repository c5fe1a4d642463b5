/**
 * An OCI service refused, failed, or did not answer in time. `status` is undefined when there was no answer.
 * The message names service and operation, and holds no content of a request or an answer.
 */
export class OciError extends Error {
  override readonly name = 'OciError';
  readonly status: number | undefined;
  /** The service's own code, such as `NotAuthorizedOrNotFound`. */
  readonly code: string | undefined;
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;

  constructor(
    message: string,
    options: { status?: number | undefined; code?: string | undefined; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.status = options.status;
    this.code = options.code;
    this.retryable = options.status === undefined || options.status === 429 || options.status >= 500;
  }
}
