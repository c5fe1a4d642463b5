import * as z from 'zod/mini';
import { readBytes } from '../http/read-bytes.ts';
import type { AnswerHeaders, Transport } from '../http/transport.ts';
import { parseJson } from '../json/json.ts';
import { type Signing, sendSigned } from '../platform/send-signed.ts';
import { OciError } from './oci-error.ts';

export interface OciClientOptions {
  /** Credentials that OCI refuses are renewed once in each attempt. */
  readonly signing: Signing;
  readonly transport: Transport;
  readonly pause: (ms: number) => Promise<void>;
  /** A number in [0, 1). */
  readonly random: () => number;
}

export interface OciCall {
  /** For errors: `read a secret`. Names no secret's content. */
  readonly what: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** For each attempt, in milliseconds. */
  readonly timeoutMs: number;
  /** How often a failure that may pass (429, 5xx, no answer) is tried again; only for calls that may repeat. */
  readonly retries: number;
}

export interface OciAnswer {
  readonly body: unknown;
  readonly headers: AnswerHeaders;
}

/** A page of 100 secrets is about 200 KB. */
const MAX_ANSWER_BYTES = 2_000_000;
const ErrorBody = z.object({ code: z.optional(z.string()) });

/** Calls OCI's REST APIs with a signature, a time limit for each attempt, and no other state. Throws `OciError`. */
export type OciClient = (call: OciCall) => Promise<OciAnswer>;

export function createOciClient(options: OciClientOptions): OciClient {
  return async (call) => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await once(options, call);
      } catch (error) {
        if (!(error instanceof OciError)) throw error;
        if (!error.retryable || attempt >= call.retries) throw error;
        await options.pause(100 * 2 ** attempt * (0.5 + options.random()));
      }
    }
  };
}

async function once({ signing, transport }: OciClientOptions, call: OciCall): Promise<OciAnswer> {
  const { what, method, url } = call;
  const body = call.body === undefined ? '' : JSON.stringify(call.body);
  const noAnswer = (cause: unknown): never => {
    throw new OciError(`Could not ${what}: no answer from ${new URL(url).host}.`, { cause });
  };
  const send = (headers: Record<string, string>) =>
    transport(url, {
      method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(call.timeoutMs),
      ...(method === 'GET' || body === '' ? {} : { body }),
    }).catch(noAnswer);
  const request = { method, url, headers: { 'content-type': 'application/json' }, body };
  const answer = await sendSigned(request, signing, send);
  const json = parseJson(await readBytes(answer, MAX_ANSWER_BYTES).catch(noAnswer));
  const { status, headers } = answer;
  if (status >= 200 && status < 300) return { body: json, headers };
  const code = ErrorBody.safeParse(json).data?.code;
  throw new OciError(`Could not ${what}: ${status} ${code ?? ''}`.trimEnd(), { status, code });
}
