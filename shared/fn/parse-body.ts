import type * as z from 'zod/mini';

/** An invocation's body as `form`; `undefined` when it is not JSON of that form. */
export function parseFunctionBody<T>(form: z.ZodMiniType<T>, body: Buffer): T | undefined {
  try {
    return form.safeParse(JSON.parse(body.toString('utf8'))).data;
  } catch {
    // Not JSON is one of the answers; the caller logs that, without the text.
    return undefined;
  }
}
