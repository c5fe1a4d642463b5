import type { ClanIdentity, ClanRegistry } from '../clans/clan-record.ts';
import type { ClanRuntime } from '../context/clan-runtime.ts';
import type { Logger } from '../log/logger.ts';
import type { Environment } from '../platform/environment.ts';
import type { Invoke } from '../platform/invoke.ts';

export type { ClanRuntime };

/** One run of a job. Everything it needs comes in here, so that a test passes its own. */
export interface JobCall {
  /** The invocation's body is `{job, clan}`; `clan` is left out by jobs that serve all clans. */
  readonly job: string;
  readonly clan: string | undefined;
  /** The whole body as parsed JSON, for jobs that take more; parse it with zod. */
  readonly body: unknown;
  readonly environment: Environment;
  readonly registry: ClanRegistry;
  /**
   * Opens a clan by its name or by what the registry listed; throws when there is none, or when its database
   * cannot be opened. The function keeps a bounded number of clans open and closes them itself.
   */
  readonly openClan: (clan: string | ClanIdentity) => Promise<ClanRuntime>;
  /** Performs what is due in the clan's outbox until then or so many rows; returns how many were performed. */
  readonly deliver: (
    clan: ClanRuntime,
    options: { readonly limit: number; readonly deadline: number },
  ) => Promise<number>;
  readonly invoke: Invoke;
  readonly log: Logger;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** A number in [0, 1). */
  readonly random: () => number;
  /** When to have stopped, in Unix milliseconds: the invocation's limit less a reserve for answering. */
  readonly deadline: number;
}

/** Plain JSON, without secrets: it is logged, and Terraform checks it. Answered with `ok: true` unless it says else. */
export type JobAnswer = Readonly<Record<string, unknown>>;

/**
 * What a job does. A thrown error is logged and answered as `{ok: false, error: <code>, message}`, which whoever
 * called has to look at: the platform itself counts it as answered. The message is the one members would read.
 */
export type Job = (call: JobCall) => Promise<JobAnswer>;
