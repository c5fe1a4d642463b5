import type { DiscordClient, GuildRole } from './client.ts';
import { isEveryone } from './everyone-role.ts';
import { dangerousPermissions, permissionName } from './permissions.ts';
import { escapeMarkdown } from './text.ts';

export type RoleByName =
  | { readonly kind: 'found'; readonly role: GuildRole }
  | { readonly kind: 'made'; readonly role: GuildRole }
  | { readonly kind: 'missing' }
  /** There is a role of this name, and handing it out would be a mistake. */
  | { readonly kind: 'refused'; readonly reason: string };

/** The guild's role of this name, by the rules of `roleNamed`. Throws `DiscordError`. */
export async function findRole(discord: DiscordClient, guildId: string, name: string): Promise<RoleByName> {
  return roleNamed(await discord.roles(), guildId, name);
}

/**
 * The guild's role of exactly this name. One that an integration manages, or that carries one of the dangerous
 * permissions, is refused: its name alone must not hand it out. Of several the oldest that is harmless is taken.
 */
export function roleNamed(
  roles: readonly GuildRole[],
  guildId: string,
  name: string,
): Exclude<RoleByName, { kind: 'made' }> {
  const named = roles
    .filter((role) => role.name === name && !isEveryone(role.id, guildId))
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  const harmless = named.find((role) => objection(role) === undefined);
  if (harmless !== undefined) return { kind: 'found', role: harmless };
  const [first] = named;
  if (first === undefined) return { kind: 'missing' };
  return {
    kind: 'refused',
    reason: `the role named ${escapeMarkdown(name)} ${objection(first)}, so it is not handed out.`,
  };
}

/** The same; made without any permission when there is none. */
export async function findOrMakeRole(
  discord: DiscordClient,
  guildId: string,
  name: string,
  reason: string,
): Promise<Exclude<RoleByName, { kind: 'missing' }>> {
  const found = await findRole(discord, guildId, name);
  return found.kind === 'missing' ? { kind: 'made', role: await discord.createRole(name, reason) } : found;
}

function objection(role: GuildRole): string | undefined {
  if (role.managed) return 'belongs to an integration';
  const dangers = dangerousPermissions(role.permissions).map(permissionName);
  return dangers.length === 0 ? undefined : `has the permission ${dangers.join(', ')}`;
}
