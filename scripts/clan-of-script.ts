import { existsSync, readdirSync } from 'node:fs';
import { type ClanRecords, ClanRecordsError, loadClanRecords } from '../local/clan-records.ts';
import { type EnvFileWishes, loadEnvFile } from '../local/env-file.ts';
import { recordOfEnvironment } from '../local/env-record.ts';
import {
  type PlatformEnvironment,
  PlatformEnvironmentError,
  parsePlatformEnvironment,
} from '../local/environment.ts';
import { findRunningPlatform } from '../local/platform-file.ts';
import type { ClanRecord } from '../shared/clans/clan-record.ts';
import { ClanRegistryError } from '../shared/clans/registry-error.ts';
import type { DiscordClient } from '../shared/discord/client.ts';
import { createDiscordClient } from '../shared/discord/create-discord-client.ts';
import { createLogger } from '../shared/log/create-logger.ts';
import { CredentialsError } from '../shared/oci/credentials-error.ts';
import type { RobloxClient } from '../shared/roblox/client.ts';
import { createRobloxClient } from '../shared/roblox/create-roblox-client.ts';
import {
  CloudEnvironmentError,
  isCloud,
  loadCloudFile,
  parseCloudEnvironment,
} from './cloud/cloud-environment.ts';
import { ScriptError } from './command-line.ts';

/** A clan with its secrets, and where its record comes from. */
export interface ClanOfScript {
  readonly record: ClanRecord;
  readonly source: ClanRecords['source'] | 'vault';
}

/** What a script says by its message alone when a clan cannot be found. */
export const CLAN_ERRORS = [
  ClanRecordsError,
  ClanRegistryError,
  CloudEnvironmentError,
  CredentialsError,
  PlatformEnvironmentError,
] as const;

/** Reads the call's file of variables and `.env.cloud`, and where everything is. Throws `PlatformEnvironmentError`. */
export function environmentOfScript(wishes: EnvFileWishes = {}): PlatformEnvironment {
  loadEnvFile(wishes);
  loadCloudFile();
  return parsePlatformEnvironment(process.env);
}

/**
 * The clans of this machine (`loadClanRecords`). The demo's only where nothing says that others were meant: throws
 * `ScriptError` when something does.
 */
export async function clansOfMachine(environment: PlatformEnvironment): Promise<ClanRecords> {
  const isDemo =
    environment.clansDir === undefined && recordOfEnvironment(environment.variables) === undefined;
  const sign = isDemo ? signOfOtherClans() : undefined;
  if (sign === undefined) return await loadClanRecords(environment);
  throw new ScriptError(
    `No clan is described here, and the demo's clans are not meant, since ${sign}. Nothing was done. ` +
      'Say which file describes the clan (--env-file <file>, or --clan <clan> for .env.<clan>), or fill in .env.',
  );
}

/** What shows that somebody works with clans of their own here. */
function signOfOtherClans(): string | undefined {
  const own = readdirSync('.').find((name) => /^\.env\.(?!cloud$|example$)\w+$/.test(name));
  if (own !== undefined) return `there is ${own}`;
  const applied = ['terraform.tfstate', 'image.auto.tfvars']
    .map((name) => `terraform/platform/${name}`)
    .find((path) => existsSync(path));
  return applied === undefined
    ? undefined
    : `there is ${applied}, but no .env.cloud ("npm run upgrade" writes it)`;
}

/**
 * The clan of this name: in the vault, where `.env.cloud` says which, else among those of this machine. Throws
 * `ScriptError` when there is none, and those of `CLAN_ERRORS`.
 */
export async function findClan(environment: PlatformEnvironment, name: string): Promise<ClanOfScript> {
  if (isCloud(environment.variables))
    return { record: await findInVault(environment, name), source: 'vault' };
  const { source, records, stopped } = await clansOfMachine(environment);
  const record = records.find((each) => each.clan === name);
  if (record !== undefined) return { record, source };
  const problems = stopped.find(({ clan }) => clan === name)?.problems;
  if (problems !== undefined) throw new ClanRecordsError(problems.join('\n'));
  const known = records.map((each) => each.clan).join(', ');
  throw new ScriptError(
    `There is no clan ${name}; there are: ${known}. Clans are files in CLANS_DIR, or the one of .env.<clan> or .env (CLAN_NAME).`,
  );
}

async function findInVault({ variables }: PlatformEnvironment, name: string): Promise<ClanRecord> {
  const cloud = parseCloudEnvironment(variables);
  const { createVaultRegistry } = await import('../shared/oci/sdk.ts');
  const record = await createVaultRegistry(cloud, () => {}).recordOfClan(name);
  if (record !== undefined) return record;
  throw new ScriptError(
    `There is no clan ${name} in the vault that .env.cloud names. For a clan of this machine, move .env.cloud away.`,
  );
}

/** Clients for a clan's services; undefined where the service is an emulator that does not run. */
export interface ServicesOfScript {
  readonly discord: DiscordClient | undefined;
  readonly roblox: RobloxClient | undefined;
}

const REAL = {
  discord: 'https://discord.com/api/v10',
  roblox: 'https://apis.roblox.com',
  users: 'https://users.roblox.com',
  cdnHosts: 'cdn.discordapp.com,media.discordapp.net',
} as const;

/** Demo clans exist in the emulators of a running platform only; nothing of theirs is sent to the real services. */
export async function servicesOf(
  environment: PlatformEnvironment,
  { record, source }: ClanOfScript,
): Promise<ServicesOfScript> {
  const running = source === 'demo' ? await findRunningPlatform(environment.dataDir) : undefined;
  const isReal = source !== 'demo';
  const log = createLogger({ level: 'none' });
  const discordUrl =
    environment.discordApiUrl ??
    (isReal ? REAL.discord : running?.discordEmulatorUrl && `${running.discordEmulatorUrl}/api/v10`);
  const emulatedHosts =
    running?.discordEmulatorUrl === undefined ? [] : [new URL(running.discordEmulatorUrl).host];
  const robloxUrl = environment.robloxApiUrl ?? (isReal ? REAL.roblox : running?.robloxEmulatorUrl);
  const usersUrl = environment.robloxUsersApiUrl ?? (isReal ? REAL.users : running?.robloxEmulatorUrl);
  return {
    discord:
      discordUrl === undefined
        ? undefined
        : createDiscordClient({
            apiUrl: discordUrl,
            cdnHosts: [...(environment.discordCdnHosts ?? REAL.cdnHosts).split(','), ...emulatedHosts],
            applicationId: record.applicationId,
            guildId: record.guildId,
            botToken: record.botToken,
            log,
          }),
    roblox:
      robloxUrl === undefined || usersUrl === undefined
        ? undefined
        : createRobloxClient({
            apiUrl: robloxUrl,
            usersApiUrl: usersUrl,
            apiKey: record.robloxApiKey,
            groupId: record.robloxGroupId,
            log,
          }),
  };
}
