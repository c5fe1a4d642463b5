/**
 * Something the member can understand and fix. `message` is what they read: what happened, what was not
 * changed, what to do next. `code` is short and stable (`not-linked`), for the log and for support.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
