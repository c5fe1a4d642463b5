import { LruMap } from '../cache/lru-map.ts';
import type { ClanRecord } from '../clans/clan-record.ts';
import { ClanStoppedError } from '../clans/stopped-clans.ts';
import type { ClanRuntime, OpenedClan } from '../context/clan-runtime.ts';
import { databaseLocation } from '../database/database-location.ts';
import { createDatabaseCache, openDatabase } from '../database/open-database.ts';
import type { DiscordClient } from '../discord/client.ts';
import { createDiscordClient } from '../discord/create-discord-client.ts';
import { pausingRoblox } from '../effects/pausing-roblox.ts';
import type { RobloxClient } from '../roblox/client.ts';
import { createRobloxClient } from '../roblox/create-roblox-client.ts';
import { KeptSettings } from '../settings/kept-settings.ts';
import type { StartedFunction } from './start-function.ts';
import { stoppedClans } from './stopped-clans.ts';

/** The clients of a clan, made for exactly these credentials. */
interface Clients {
  readonly credentials: string;
  readonly discord: DiscordClient;
  readonly roblox: RobloxClient;
}

export interface OpenClans {
  /** Needs no database. */
  discordOf(record: ClanRecord): DiscordClient;
  /** Reads nothing yet. Throws `DatabaseError` and `ClanStoppedError`. */
  open(record: ClanRecord): Promise<OpenedClan>;
  /** The same with its settings, read afresh. Throws `NoSettingsError` as well. */
  openWithSettings(record: ClanRecord): Promise<ClanRuntime>;
}

/** Clients are small; they are kept for what they know of rate limits. */
const MAX_CLANS = 50;

/**
 * Opens clans and keeps what may be kept from call to call: clients and settings of the 50 clans used last, and the
 * databases that `createDatabaseCache` keeps (8). New credentials in a record make new clients.
 * `deadline` is when the invocation that runs has to be over.
 */
export function createOpenClans(
  { environment, secrets, log }: Pick<StartedFunction, 'environment' | 'secrets' | 'log'>,
  deadline: () => number,
): OpenClans {
  const { databaseLatencyMs: latencyMs } = environment;
  const isStopped = stoppedClans(environment);
  const databases = createDatabaseCache({
    open: (location) => openDatabase(location, { create: false, latencyMs }),
  });
  const clients = new LruMap<string, Clients>(MAX_CLANS);
  const settings = new KeptSettings(MAX_CLANS);

  function clientsOf(record: ClanRecord): Clients {
    const credentials = JSON.stringify([
      record.applicationId,
      record.guildId,
      record.botToken,
      record.robloxApiKey,
    ]);
    const known = clients.get(record.clan);
    const current = known?.credentials === credentials ? known : createClients(record, credentials);
    clients.set(record.clan, current);
    return current;
  }

  function createClients(record: ClanRecord, credentials: string): Clients {
    const { discordApiUrl, discordCdnHosts, robloxApiUrl, robloxUsersApiUrl } = environment;
    secrets.add(record.botToken, record.robloxApiKey);
    if (record.database !== undefined && 'password' in record.database) secrets.add(record.database.password);
    return {
      credentials,
      discord: createDiscordClient({
        apiUrl: discordApiUrl,
        cdnHosts: discordCdnHosts,
        applicationId: record.applicationId,
        guildId: record.guildId,
        botToken: record.botToken,
        deadline,
        log,
      }),
      roblox: createRobloxClient({
        apiUrl: robloxApiUrl,
        usersApiUrl: robloxUsersApiUrl,
        apiKey: record.robloxApiKey,
        groupId: record.robloxGroupId,
        deadline,
        log,
      }),
    };
  }

  async function open(record: ClanRecord): Promise<OpenedClan> {
    if (isStopped(record.clan)) throw new ClanStoppedError(`${record.clan} is not served.`);
    const { discord, roblox } = clientsOf(record);
    const db = await databases.get(databaseLocation(record, environment));
    const { clan, applicationId, publicKey, guildId, robloxGroupId } = record;
    return {
      clan: { clan, applicationId, publicKey, guildId, robloxGroupId },
      db,
      discord,
      roblox: pausingRoblox(roblox, { db, now: Date.now, log: log.with({ clan }) }),
      configOf: (version) => settings.of(clan, db, version),
    };
  }

  return {
    discordOf: (record) => clientsOf(record).discord,
    open,
    async openWithSettings(record) {
      const opened = await open(record);
      return { ...opened, ...(await opened.configOf(undefined)) };
    },
  };
}
