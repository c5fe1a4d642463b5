// For tests only: the client in front of a scripted service.

import { createDiscordClient } from '../../shared/discord/create-discord-client.ts';
import { DiscordError } from '../../shared/discord/errors.ts';
import { createLogger } from '../../shared/log/create-logger.ts';
import { RECORD, TOKEN } from './identity.ts';
import { type ScriptedAnswer, scriptedService } from './scripted-service.ts';

export const USER = '1100000000000000003';
export const ROLE = '1100000000000000004';
export const CHANNEL = '1100000000000000005';
export const MESSAGE = '1100000000000000006';

/** A client whose calls are answered by the script. */
export function setUp(...script: readonly ScriptedAnswer[]) {
  const lines: string[] = [];
  const service = scriptedService(...script);
  const discord = createDiscordClient({
    ...service,
    log: createLogger({ level: 'debug', write: (line) => lines.push(line) }),
    apiUrl: 'https://discord.test/api/v10',
    cdnHosts: ['cdn.discordapp.com', '127.0.0.1:9001', 'plain.test'],
    applicationId: RECORD.applicationId,
    guildId: RECORD.guildId,
    botToken: RECORD.botToken,
  });
  return {
    discord,
    service,
    lines,
    sent: (index = 0) => service.requests[index],
    replies: discord.replies(RECORD.applicationId, TOKEN),
  };
}

/** The error that a call ends with, which must be a `DiscordError`. */
export async function failure(call: Promise<unknown>): Promise<DiscordError> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof DiscordError) return error;
  throw new Error(`expected DiscordError, got ${String(error)}`);
}
