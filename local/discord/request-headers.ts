import type { EmulatorRequest } from '../emulator/http-server.ts';

/** `DiscordBot (URL, VERSION)`, and any text after it. Source: Discord's reference, "User Agent". */
const USER_AGENT = /^DiscordBot \(\S+, ?\S+\)/;

/** Why the User-Agent is not of the form that Discord asks for; undefined when it is. */
export function userAgentProblem({ headers }: EmulatorRequest): string | undefined {
  const given = headers['user-agent'] ?? '';
  return USER_AGENT.test(given)
    ? undefined
    : `header User-Agent: must be "DiscordBot (URL, VERSION)", was "${given}"`;
}

/** `X-Audit-Log-Reason`, decoded. */
export function auditReason({ headers }: EmulatorRequest): string | null {
  const header = headers['x-audit-log-reason'];
  if (typeof header !== 'string') return null;
  try {
    return decodeURIComponent(header);
  } catch {
    return header;
  }
}

/** Whose language an answer is in: `X-Discord-Locale`, else the first of `Accept-Language`, else a bot's own. */
export function localeOf({ headers }: EmulatorRequest): string {
  const discord = headers['x-discord-locale'];
  if (typeof discord === 'string') return discord;
  const [first = ''] = (headers['accept-language'] ?? '').split(/[,;]/);
  return first === '' || first === '*' ? 'en-US' : first.trim();
}
