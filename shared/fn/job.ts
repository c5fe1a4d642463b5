import type { ClanIdentity, ClanRegistry } from '../clans/clan-record.ts';
import type { Settings } from '../clans/settings.ts';
import type { Database } from '../database/database.ts';
import type { DiscordClient } from '../discord/client.ts';
import type { Logger } from '../log/logger.ts';
import type { RobloxClient } from '../roblox/client.ts';
import type { Environment } from './environment.ts';
import type { Invoke } from './invoke.ts';

/** One clan's schema and services, opened with that clan's own credentials. */
export interface ClanRuntime {
  readonly clan: ClanIdentity;
  readonly settings: Settings;
  readonly db: Database;
  readonly discord: DiscordClient;
  readonly roblox: RobloxClient;
}

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
   * Opens a clan by its name; throws when there is none, or when its database cannot be opened. The function
   * keeps a bounded number of clans open and closes them itself.
   */
  readonly openClan: (clan: string) => Promise<ClanRuntime>;
  readonly invoke: Invoke;
  readonly log: Logger;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** A number in [0, 1). */
  readonly random: () => number;
  /** When to have stopped, in Unix milliseconds: the invocation's limit less a reserve for answering. */
  readonly deadline: number;
}

/** Plain JSON, without secrets: it is logged, and Terraform checks it. */
export type JobAnswer = Readonly<Record<string, unknown>>;

/**
 * What a job does. A thrown error is logged and answered as `{ok: false, error: <code>, message}` with HTTP 500
 * (`UserError` and `DatabaseError` keep their code; any other message stays in the log).
 */
export type Job = (call: JobCall) => Promise<JobAnswer>;
