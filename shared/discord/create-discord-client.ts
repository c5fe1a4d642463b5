import type { HttpOptions } from '../http/http-client.ts';
import type { DiscordClient } from './client.ts';
import { commandCalls } from './command-registration.ts';
import { createDownload } from './download.ts';
import { guildCalls } from './guild.ts';
import { interactionReplies } from './interaction-replies.ts';
import { memberCalls } from './members.ts';
import { messageCalls } from './messages.ts';
import { createDiscordRest } from './rest.ts';

export interface DiscordClientOptions extends HttpOptions {
  /** `https://discord.com/api/v10`, without a slash at the end. */
  readonly apiUrl: string;
  /** The only hosts that `download` fetches from. */
  readonly cdnHosts: readonly string[];
  readonly applicationId: string;
  readonly guildId: string;
  readonly botToken: string;
}

/**
 * Discord's REST API for one clan. Keeps what Discord said about rate limits, so one client is best kept for as
 * long as the process lives; `deadline` may then return the end of what runs at the moment.
 */
export function createDiscordClient(options: DiscordClientOptions): DiscordClient {
  const rest = createDiscordRest(options);
  return {
    replies: (applicationId, token) => interactionReplies(rest, applicationId, token),
    ...messageCalls(rest),
    ...memberCalls(rest, options.guildId),
    ...guildCalls(rest, options.guildId),
    ...commandCalls(rest, options.applicationId, options.guildId),
    download: createDownload(options),
  };
}
