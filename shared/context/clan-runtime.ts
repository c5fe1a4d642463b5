import type { ClanIdentity } from '../clans/clan-record.ts';
import type { Settings } from '../clans/settings.ts';
import type { Database } from '../database/database.ts';
import type { DiscordClient } from '../discord/client.ts';
import type { Logger } from '../log/logger.ts';
import type { RobloxClient } from '../roblox/client.ts';

/** One clan's schema and services, opened with that clan's own credentials. */
export interface ClanRuntime {
  readonly clan: ClanIdentity;
  /** The clan's settings: file, with what commands changed on top. */
  readonly settings: Settings;
  /**
   * Stands for the settings and ranks as they were at the beginning: the same object as long as neither changed, so that
   * what is read of them can be kept by it. Undefined: nothing is kept.
   */
  readonly config?: object | undefined;
  readonly db: Database;
  readonly discord: DiscordClient;
  readonly roblox: RobloxClient;
}

/** A clan of which nothing has been read yet. */
export interface OpenedClan extends Omit<ClanRuntime, 'settings' | 'config'> {
  /**
   * The clan's settings. With a version they are kept and read again when it is another one; without one they are read.
   * Throws `DatabaseError` and `NoSettingsError`.
   */
  readonly configOf: (version: string | undefined) => Promise<Pick<ClanRuntime, 'settings' | 'config'>>;
}

/** What work on one clan needs: its schema and services, a log, a clock, waiting and chance. */
export interface ClanContext extends ClanRuntime {
  readonly log: Logger;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** A number in [0, 1). */
  readonly random: () => number;
}
