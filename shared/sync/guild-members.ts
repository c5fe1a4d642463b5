import type { DiscordClient } from '../discord/client.ts';
import { DiscordError } from '../discord/errors.ts';

/**
 * Role ids of everybody in the guild by user id, 1,000 members a call. `call` makes one call, and may throw when there is no
 * time for it. Undefined when Discord does not allow it (the Server Members intent is off). Throws `DiscordError` for
 * anything else.
 */
export async function listGuildMembers(
  discord: DiscordClient,
  call: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<ReadonlyMap<string, readonly string[]> | undefined> {
  const found = new Map<string, readonly string[]>();
  let after: string | undefined;
  try {
    for (;;) {
      const behind = after;
      const page = await call(() => discord.members(behind));
      for (const member of page) found.set(member.userId, member.roleIds);
      const last = page.at(-1);
      if (last === undefined || last.userId === after) return found;
      after = last.userId;
    }
  } catch (error) {
    if (error instanceof DiscordError && error.status === 403) return undefined;
    throw error;
  }
}
