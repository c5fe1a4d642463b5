import type { DiscordClient } from '../../shared/discord/client.ts';
import { DiscordError } from '../../shared/discord/errors.ts';
import { type CommandsDiff, diffCommands } from './diff-commands.ts';

/** The commands of a guild could not be registered; the message says what to do. */
export class RegistrationError extends Error {
  override readonly name = 'RegistrationError';
}

/**
 * Replaces the commands of a clan's guild by the wanted ones, unless nothing differs or `dryRun`. Returns what
 * differs. Throws `RegistrationError`.
 */
export async function register(
  discord: Pick<DiscordClient, 'registeredCommands' | 'overwriteCommands'>,
  commands: readonly unknown[],
  { dryRun }: { readonly dryRun: boolean },
): Promise<CommandsDiff> {
  try {
    const diff = diffCommands(await discord.registeredCommands(), commands);
    const differs = diff.added.length + diff.removed.length + diff.changed.length > 0;
    if (differs && !dryRun) await discord.overwriteCommands(commands);
    return diff;
  } catch (error) {
    if (!(error instanceof DiscordError)) throw error;
    throw new RegistrationError(`${reason(error)} Nothing was changed.`, { cause: error });
  }
}

function reason(error: DiscordError): string {
  if (error.status === 401) {
    return (
      'Discord does not know the bot token (401). Copy it again: Developer Portal, your application, Bot, ' +
      'Reset Token. It is DISCORD_BOT_TOKEN of .env, or botToken of the clan record.'
    );
  }
  if (error.status === 403) {
    return (
      'Discord refuses (403): the bot is not in the server, or was invited without commands. Invite it again ' +
      'with the scopes bot and applications.commands, and check application id and guild id.'
    );
  }
  if (error.status === 404) {
    return 'Discord knows no such application or server (404). Check the application id and the guild id.';
  }
  return `Discord did not take the commands: ${error.message}`;
}
