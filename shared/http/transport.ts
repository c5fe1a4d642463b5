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

/** Sends one request. `fetch` is one; `createNodeTransport` makes the one that is used. */
export type Transport = (url: string, request: TransportRequest) => Promise<TransportAnswer>;
