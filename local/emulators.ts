import { join } from 'node:path';
import type { DemoClan } from './demo/demo-clan.ts';
import { applicationsOf, discordWorld } from './demo/discord-world.ts';
import { robloxWorld } from './demo/roblox-world.ts';
import type { DiscordEmulator } from './discord/discord-emulator.ts';
import type { PlatformEnvironment } from './environment.ts';
import type { RobloxEmulator } from './roblox/roblox-emulator.ts';

/** What stands in for Discord and Roblox here, and where the functions find either service. */
export interface Services {
  /** Undefined: the real Discord, or somebody else's test server. */
  readonly discord: DiscordEmulator | undefined;
  readonly roblox: RobloxEmulator | undefined;
  /** The part of the functions' configuration that says where the services are. */
  readonly configuration: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

const REAL_CDN_HOSTS = 'cdn.discordapp.com,media.discordapp.net';

export interface EmulatorOptions {
  /** Keeps the emulators' state in `DATA_DIR` from start to start. */
  readonly keep: boolean;
  /** Clans that are not served. Discord knows their applications all the same, and a server that was made before. */
  readonly stopped: readonly DemoClan[];
}

/**
 * Starts an emulator of each service whose URL is not set. Their code is loaded only then: the libraries that check
 * requests against the OpenAPI files are not there on a server of one's own.
 */
export async function startServices(
  environment: PlatformEnvironment,
  clans: readonly DemoClan[],
  { keep, stopped }: EmulatorOptions,
): Promise<Services> {
  const stateFile = (name: string) => (keep ? { stateFile: join(environment.dataDir, `${name}.json`) } : {});
  const discord =
    environment.discordApiUrl === undefined
      ? await (await import('./discord/start-discord-emulator.ts')).startDiscordEmulator({
          seed: { ...discordWorld(clans), applications: applicationsOf([...clans, ...stopped]) },
          anyUserAgent: environment.discordAnyUserAgent,
          ...stateFile('discord'),
        })
      : undefined;
  const withoutRoblox = environment.robloxApiUrl ?? environment.robloxUsersApiUrl;
  let roblox: RobloxEmulator | undefined;
  try {
    roblox =
      withoutRoblox === undefined
        ? await (await import('./roblox/start-roblox-emulator.ts')).startRobloxEmulator({
            seed: robloxWorld(clans),
            ...stateFile('roblox'),
          })
        : undefined;
  } catch (error) {
    await discord?.stop();
    throw error;
  }
  return {
    discord,
    roblox,
    configuration: {
      DISCORD_API_URL: discord?.apiUrl ?? environment.discordApiUrl ?? '',
      DISCORD_CDN_HOSTS: [environment.discordCdnHosts ?? REAL_CDN_HOSTS, discord?.cdnHosts ?? []]
        .flat()
        .join(','),
      ROBLOX_API_URL: roblox?.apiUrl ?? environment.robloxApiUrl ?? '',
      ROBLOX_USERS_API_URL: roblox?.usersApiUrl ?? environment.robloxUsersApiUrl ?? '',
    },
    async stop() {
      await Promise.all([discord?.stop(), roblox?.stop()]);
    },
  };
}
