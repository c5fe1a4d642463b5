import * as z from 'zod/mini';
import type { DiscordClient } from './client.ts';
import type { DiscordRest } from './rest.ts';

/** Reading and replacing the guild's commands; replacing is idempotent by name. */
export function commandCalls(
  rest: DiscordRest,
  application: string,
  guild: string,
): Pick<DiscordClient, 'registeredCommands' | 'overwriteCommands'> {
  const path = '/applications/{application}/guilds/{guild}/commands';
  const params = { application, guild };
  const answer = z.array(z.unknown());
  return {
    registeredCommands: () =>
      rest.call({ method: 'GET', path, params, query: { with_localizations: 'true' }, answer }),
    overwriteCommands: (commands) => rest.call({ method: 'PUT', path, params, body: commands, answer }),
  };
}
