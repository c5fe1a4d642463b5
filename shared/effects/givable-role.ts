import { stillRuns } from '../clock/still-runs.ts';
import type { ClanContext } from '../context/clan-runtime.ts';
import type { DiscordClient, GuildRole } from '../discord/client.ts';
import { type Objection, objectionTo } from '../discord/powers.ts';
import { roleRules } from '../settings/role-rules.ts';

/** How long a guild's roles are taken from memory: many roles given at once are one read, and power is seen soon. */
const KEPT_MS = 5_000;
/** By client, of which there is one a clan; gone with it. */
const KEPT = new WeakMap<DiscordClient, { readonly roles: readonly GuildRole[]; readonly readAt: number }>();

/**
 * Why a role must not be given, by what the guild says of it when it is to be given (at most 5 s before), since its
 * permissions may have changed after it was chosen. Undefined: it may, or it is gone, which giving it says. Throws
 * `DiscordError`.
 */
export async function refusalToGive(context: ClanContext, roleId: string): Promise<Objection | undefined> {
  const role = (await guildRoles(context)).find((one) => one.id === roleId);
  return role === undefined ? undefined : objectionTo(role, roleRules(context));
}

async function guildRoles({ discord, now }: ClanContext): Promise<readonly GuildRole[]> {
  const kept = KEPT.get(discord);
  if (kept !== undefined && stillRuns(kept.readAt + KEPT_MS, now(), KEPT_MS)) return kept.roles;
  const roles = await discord.roles();
  KEPT.set(discord, { roles, readAt: now() });
  return roles;
}
