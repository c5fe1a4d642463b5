export interface RobloxErrorOptions {
  readonly status: number;
  readonly code?: string | undefined;
  readonly route: string;
  readonly retryable: boolean;
  readonly retryAfterMs?: number | undefined;
  readonly cause?: unknown;
}

/** Roblox said no, or did not answer. Its message never holds the key. */
export class RobloxError extends Error {
  override readonly name = 'RobloxError';
  /** HTTP status; 0: no answer, or one that could not be read. */
  readonly status: number;
  /** Roblox's own code, as text (`PERMISSION_DENIED`, `0`); undefined: none. */
  readonly code: string | undefined;
  /** Whether the same call may succeed later without anybody changing anything. */
  readonly retryable: boolean;
  /** How long Roblox asks to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** Method and path: `GET /cloud/v2/groups/1/roles`. */
  readonly route: string;

  constructor(message: string, options: RobloxErrorOptions) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.status = options.status;
    this.code = options.code;
    this.route = options.route;
    this.retryable = options.retryable;
    this.retryAfterMs = options.retryAfterMs;
  }
}
