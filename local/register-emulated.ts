import { resolve } from 'node:path';
import { createDiscordClient } from '../shared/discord/create-discord-client.ts';
import { createLogger } from '../shared/log/create-logger.ts';
import type { ClanToServe } from './prepare-clan.ts';

/**
 * Registers the commands of each clan with the Discord emulator, as `npm run register-commands` does with the real
 * one. A command that cannot be built is shown and left out.
 */
export async function registerEmulated(
  apiUrl: string,
  clans: readonly ClanToServe[],
  show: (line: string) => void,
): Promise<void> {
  // Loaded here because it needs the builders, which a platform with the real Discord does not.
  const { collectCommands } = await import('../scripts/registration/collect-commands.ts');
  const { register } = await import('../scripts/registration/register.ts');
  const log = createLogger({ level: 'none' });
  for (const { record, settings } of clans) {
    const { commands, problems } = await collectCommands(resolve(import.meta.dirname, '..'), settings);
    for (const problem of problems) show(problem);
    const discord = createDiscordClient({ ...record, apiUrl, cdnHosts: [], log });
    await register(discord, commands, { dryRun: false });
  }
}
