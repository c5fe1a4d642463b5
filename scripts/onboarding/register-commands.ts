import { readClanFiles } from '../../shared/configs/read-config.ts';
import { createDiscordClient } from '../../shared/discord/create-discord-client.ts';
import { createLogger } from '../../shared/log/create-logger.ts';
import { collectCommands } from '../registration/collect-commands.ts';
import { RegistrationError, register } from '../registration/register.ts';
import type { DiscordAccess } from './check-discord.ts';
import { OnboardingError } from './onboarding-error.ts';

/**
 * Registers the commands of a clan whose files are written. Whether they are there now; a refusal is said and left to
 * the steps that follow. Throws `OnboardingError` when the commands cannot be built.
 */
export async function registerCommands(
  root: string,
  target: DiscordAccess & { readonly applicationId: string; readonly guildId: string },
  { clan, configsDir }: { readonly clan: string; readonly configsDir: string },
  show: (line: string) => void,
): Promise<boolean> {
  const { settings } = await readClanFiles(configsDir, clan);
  if (settings === undefined) throw new OnboardingError(`${clan}: settings.json was not written.`);
  const { commands, problems } = await collectCommands(root, settings);
  if (problems.length > 0) throw new OnboardingError(problems.join('\n'));
  const log = createLogger({ level: 'none' });
  try {
    const client = createDiscordClient({ ...target, cdnHosts: [], log });
    await register(client, commands, { dryRun: false });
    show(`Discord: ${commands.length} commands registered`);
    return true;
  } catch (error) {
    if (!(error instanceof RegistrationError)) throw error;
    show(`Discord: the commands were not registered. ${error.message}`);
    return false;
  }
}
