import { stillRuns } from '../clock/still-runs.ts';
import type { ClanContext } from '../context/clan-runtime.ts';
import type { DiscordClient, GuildMember } from '../discord/client.ts';
import { heldRoles } from '../discord/everyone-role.ts';
import { hasPermission } from '../discord/permissions.ts';

/** What the guild says of the bot, for as long as many names are set one after the other. */
interface GuildFacts {
  readonly ownerId: string;
  readonly mayRename: boolean;
  /** The position of the bot's highest role. */
  readonly top: number;
  readonly positions: ReadonlyMap<string, number>;
  readonly readAt: number;
}

const KEPT_MS = 60_000;
/** By client, of which there is one a clan; gone with it. */
const KEPT = new WeakMap<DiscordClient, GuildFacts>();

/** Why the bot cannot rename anybody, or not this member; undefined: it can. Plain text. */
export type Obstacle =
  | { readonly of: 'bot'; readonly reason: string }
  | { readonly of: 'member'; readonly reason: string };

/** The reasons in English; `resultIn` says them in other languages. */
export const MAY_NOT_RENAME = 'the bot needs the permission Manage Nicknames';
export const OWNS_SERVER = 'they own the server';
export const STANDS_ABOVE = 'their highest role stands above the bot';

/** Whether the bot may rename members at all, as Discord says (at most a minute ago). Throws `DiscordError`. */
export async function mayRename(context: ClanContext): Promise<boolean> {
  return (await guildFacts(context)).mayRename;
}

/**
 * Why a member cannot be renamed, known without trying: Discord refuses the server's owner and whoever stands as high as
 * the bot or higher ("Permissions", hierarchy). Undefined: nothing is known. Throws `DiscordError`.
 */
export async function obstacleTo(context: ClanContext, person: GuildMember): Promise<Obstacle | undefined> {
  const { ownerId, mayRename: may, top, positions } = await guildFacts(context);
  if (!may) return { of: 'bot', reason: MAY_NOT_RENAME };
  if (person.userId === ownerId) return { of: 'member', reason: OWNS_SERVER };
  const highest = Math.max(0, ...person.roleIds.map((id) => positions.get(id) ?? 0));
  return highest >= top ? { of: 'member', reason: STANDS_ABOVE } : undefined;
}

async function guildFacts({ discord, clan, now }: ClanContext): Promise<GuildFacts> {
  const kept = KEPT.get(discord);
  if (kept !== undefined && stillRuns(kept.readAt + KEPT_MS, now(), KEPT_MS)) return kept;
  const [ownerId, self, roles] = await Promise.all([discord.guildOwner(), discord.self(), discord.roles()]);
  const held = heldRoles(roles, clan.guildId, self);
  const facts: GuildFacts = {
    ownerId,
    mayRename:
      ownerId === self.userId || held.some((role) => hasPermission(role.permissions, 'MANAGE_NICKNAMES')),
    top: Math.max(0, ...held.map((role) => role.position)),
    positions: new Map(roles.map((role) => [role.id, role.position])),
    readAt: now(),
  };
  KEPT.set(discord, facts);
  return facts;
}
