import { existsSync } from 'node:fs';
import { writePrivateFile } from '../../local/private-file.ts';
import { OnboardingError } from './onboarding-error.ts';

/** What a bot on a server of its own is told, besides what `setup_example.env` shows. */
export interface EnvFile {
  readonly CLAN_NAME: string;
  readonly DISCORD_APPLICATION_ID: string;
  readonly DISCORD_PUBLIC_KEY: string;
  readonly DISCORD_BOT_TOKEN: string;
  readonly GUILD_ID: string;
  readonly ROBLOX_GROUP_ID: string;
  readonly ROBLOX_API_KEY: string;
  readonly DISCORD_API_URL: string;
  readonly ROBLOX_API_URL: string;
  readonly ROBLOX_USERS_API_URL: string;
}

/** Writes an environment file that only this user may read. Throws `OnboardingError` when it is there already. */
export async function writeEnvFile(path: string, variables: EnvFile, force: boolean): Promise<void> {
  if (!force && existsSync(path)) {
    throw new OnboardingError(`${path} is there already and was left as it is. --force replaces it.`);
  }
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
  await writePrivateFile(
    path,
    `# Holds secrets. setup_example.env explains each line.\n${lines.join('\n')}\n`,
  );
}
