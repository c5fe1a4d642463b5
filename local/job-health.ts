import * as z from 'zod/mini';
import type { FnProcessAnswer } from './fn-process.ts';

/** A job that failed this often in a row keeps failing. */
const OFTEN = 2;

const JobAnswer = z.looseObject({
  ok: z.boolean(),
  error: z.optional(z.string()),
  clans: z.optional(z.number()),
  failed: z.optional(z.number()),
});

/** Remembers how each job ended the last times, so that `/health` can say which of them keeps failing. */
export class JobHealth {
  readonly #failures = new Map<string, { count: number; why: string }>();

  /** `why` undefined: it ran well. Otherwise a few words that hold no secret and no path: anybody may read them. */
  ended(job: string, why: string | undefined): void {
    if (why === undefined) this.#failures.delete(job);
    else this.#failures.set(job, { count: (this.#failures.get(job)?.count ?? 0) + 1, why });
  }

  /** A line for each job that keeps failing; empty when all is well. */
  problems(): string[] {
    return [...this.#failures]
      .filter(([, { count }]) => count >= OFTEN)
      .map(([job, { count, why }]) => `${job} failed ${count} times in a row: ${why}`);
  }
}

/** Why a job's answer means that it failed; `undefined` when it did not. */
export function failureIn({ status, body }: FnProcessAnswer): string | undefined {
  if (status !== 200) return `it was answered with ${status}`;
  const parsed = JobAnswer.safeParse(jsonOf(body));
  if (!parsed.success) return 'its answer was not understood';
  const { ok, error, clans, failed = 0 } = parsed.data;
  if (!ok) return error ?? 'it said no';
  return clans !== undefined && failed > 0 ? `${failed} of ${clans} clans could not be served` : undefined;
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
