import type { DiscordClient, GuildRole } from './client.ts';
import { isEveryone } from './everyone-role.ts';
import type { RefusedRole } from './power-texts.ts';
import { objectionTo, type RoleRules } from './powers.ts';

export type RoleByName =
  | { readonly kind: 'found'; readonly role: GuildRole }
  | { readonly kind: 'made'; readonly role: GuildRole }
  | { readonly kind: 'missing' }
  /** There is a role of this name, and handing it out would be a mistake. */
  | { readonly kind: 'refused'; readonly refused: RefusedRole };

/** The guild's role of this name, by the rules of `roleNamed`. Throws `DiscordError`. */
export async function findRole(
  discord: Pick<DiscordClient, 'roles'>,
  rules: RoleRules,
  name: string,
): Promise<RoleByName> {
  return roleNamed(await discord.roles(), rules, name);
}

/**
 * The guild's role of exactly this name, if the bot may give it (`objectionTo`). Of several the oldest of these is taken.
 */
export function roleNamed(
  roles: readonly GuildRole[],
  rules: RoleRules,
  name: string,
): Exclude<RoleByName, { kind: 'made' }> {
  const named = roles
    .filter((role) => role.name === name && !isEveryone(role.id, rules.guildId))
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  const [first] = named;
  if (first === undefined) return { kind: 'missing' };
  const harmless = named.find((role) => objectionTo(role, rules) === undefined);
  const objection = objectionTo(first, rules);
  if (harmless !== undefined || objection === undefined) return { kind: 'found', role: harmless ?? first };
  return { kind: 'refused', refused: { by: 'name', name, objection } };
}

/** The same; made without any permission when there is none. */
export async function findOrMakeRole(
  discord: DiscordClient,
  rules: RoleRules,
  name: string,
  reason: string,
): Promise<Exclude<RoleByName, { kind: 'missing' }>> {
  const found = await findRole(discord, rules, name);
  return found.kind === 'missing' ? { kind: 'made', role: await discord.createRole(name, reason) } : found;
}
