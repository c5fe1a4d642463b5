import type { Database } from '../database/database.ts';
import type { DiscordClient } from '../discord/client.ts';
import type { RobloxClient } from '../roblox/client.ts';
import type { ClanIdentity } from './clan-record.ts';
import type { Settings } from './settings.ts';

/** One clan's schema and services, opened with that clan's own credentials. */
export interface ClanRuntime {
  readonly clan: ClanIdentity;
  /** The clan's settings: file, with what commands changed on top. */
  readonly settings: Settings;
  readonly db: Database;
  readonly discord: DiscordClient;
  readonly roblox: RobloxClient;
}
