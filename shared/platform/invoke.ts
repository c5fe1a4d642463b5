/** A request to sign: OCI's HTTP signature covers method, path, date, host and the body's digest. */
export interface SignableRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
/** Gives all headers to send, the signature among them. */
export type SignRequest = (request: SignableRequest) => Promise<Record<string, string>>;

/**
 * How a call to a function ended. `refused`: it was certainly not carried out. `unknown`: no answer came in time
 * or the connection broke after the request was sent, so it may still be carried out.
 */
export type InvokeOutcome =
  | { readonly kind: 'accepted'; readonly body: string }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

export interface InvokeOptions {
  readonly type: 'detached' | 'sync';
  /** Milliseconds until the answer is given up; the outcome is then `unknown`. */
  readonly timeoutMs: number;
}

/** Calls a function by its name with a JSON body. Never throws. */
export type Invoke = (name: string, body: string, options: InvokeOptions) => Promise<InvokeOutcome>;
