import type { DiscordClient } from '../discord/client.ts';
import { DiscordError } from '../discord/errors.ts';
import { ListedMembers } from './listed-members.ts';

/**
 * Which of these roles everybody in the guild holds, 1,000 members a call. `call` makes one call, and may throw when there is
 * no time for it. Undefined when Discord does not allow it (the Server Members intent is off). Throws `DiscordError` for
 * anything else.
 */
export async function listGuildMembers(
  discord: DiscordClient,
  roleIds: Iterable<string>,
  call: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<ListedMembers | undefined> {
  const found = new ListedMembers(roleIds);
  try {
    while (found.add(await call(() => discord.members(found.last)))) {
      // Each page goes on behind the one before; the last is empty.
    }
    return found;
  } catch (error) {
    if (error instanceof DiscordError && error.status === 403) return undefined;
    throw error;
  }
}
