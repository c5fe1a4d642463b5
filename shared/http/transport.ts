/** What is sent; a part of what `fetch` takes. */
export interface TransportRequest {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string | Uint8Array;
  /** Redirects come back as they are. */
  readonly redirect: 'manual';
  /** Breaks the call off, the reading of the answer included. */
  readonly signal: AbortSignal;
}

/** What comes back; a part of what `fetch` gives. */
export interface TransportAnswer {
  readonly status: number;
  readonly headers: AnswerHeaders;
  readonly body: AsyncIterable<Uint8Array> | null;
}
export interface AnswerHeaders {
  /** Names in lower case. */
  get(name: string): string | null;
}

/** No answer came: the connection failed, broke, or was given up. `cause` has the code. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
  /** The other side may have got the request and may act on it. */
  readonly sent: boolean;
  /** It broke on a connection kept from an earlier call, as happens when the other side had closed it meanwhile. */
  readonly wasKept: boolean;

  constructor(cause: Error, { sent, wasKept }: { readonly sent: boolean; readonly wasKept: boolean }) {
    super('The connection failed.', { cause });
    this.sent = sent;
    this.wasKept = wasKept;
  }
}

/**
 * Sends one request and resolves at the head of its answer. `fetch` is one; `createNodeTransport` makes the one that
 * is used, which throws `ConnectionError`.
 */
export type Transport = (url: string, request: TransportRequest) => Promise<TransportAnswer>;
