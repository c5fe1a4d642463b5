import fdk from '@fnproject/fdk';

/** One invocation, as the platform passes it on. */
export interface FnCall {
  /** The raw bytes; never decoded on the way. */
  readonly body: Buffer;
  /** Set when the call came through the gateway; `url` may be a path or a whole URL. */
  readonly http: { readonly method: string; readonly url: string } | undefined;
  /** A header of the gateway's request. */
  readonly header: (name: string) => string | undefined;
  /** When the platform gives the invocation up, in Unix milliseconds. */
  readonly deadline: number | undefined;
}

export interface FnAnswer {
  /** The status that the gateway passes on; means nothing for other invocations. */
  readonly status: number;
  /** JSON. */
  readonly body: string;
}

/**
 * The invocation failed and may be tried again: the platform answers 502 and, for a detached call, puts it into
 * the queue of failures. The message is echoed to the caller, so it holds a code and nothing else.
 */
export class FunctionFailure extends Error {
  override readonly name = 'FunctionFailure';
}

/**
 * Starts the function: every invocation is answered by `answer`, one at a time. What it throws, other than
 * `FunctionFailure`, goes to `onError` and never to the caller. Nothing may be left running when it resolves,
 * because the container is frozen right after.
 *
 * The FDK's traps (FACTS, OCI): input mode `buffer`, since the others corrupt characters that lie across chunks;
 * `rawResult`, since a string is encoded twice; never null, which kills the process.
 */
export function serve(answer: (call: FnCall) => Promise<FnAnswer>, onError: (error: unknown) => void): void {
  fdk.handle(
    async (body, context) => {
      const { status, body: text } = await answered(callOf(body, context), answer, onError);
      // The default content type is JSON.
      context.setResponseHeader('Fn-Http-Status', String(status));
      return fdk.rawResult(text);
    },
    { inputMode: 'buffer' },
  );
}

type Context = Parameters<Parameters<typeof fdk.handle>[0]>[1];

function callOf(body: Buffer, context: Context): FnCall {
  const method = context.getHeader('Fn-Http-Method');
  const url = context.getHeader('Fn-Http-Request-Url');
  return {
    body,
    http: method === null || url === null ? undefined : { method, url },
    header: (name) => context.getHeader(`Fn-Http-H-${name}`) ?? undefined,
    get deadline() {
      const deadline = Date.parse(context.getHeader('Fn-Deadline') ?? '');
      return Number.isNaN(deadline) ? undefined : deadline;
    },
  };
}

async function answered(
  call: FnCall,
  answer: (call: FnCall) => Promise<FnAnswer>,
  onError: (error: unknown) => void,
): Promise<FnAnswer> {
  try {
    return await answer(call);
  } catch (error) {
    if (error instanceof FunctionFailure) throw error;
    onError(error);
    if (call.http === undefined) throw new FunctionFailure('unexpected');
    return { status: 500, body: '{"error":"unexpected"}' };
  }
}
