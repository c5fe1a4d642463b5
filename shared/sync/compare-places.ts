import type { LinkedMember } from '../members/member.ts';
import { sameRoles } from '../members/role-ids.ts';
import { baseRole } from '../ranks/decide-rank.ts';
import { type Rank, rankById } from '../ranks/rank.ts';
import type { RobloxReading } from '../ranks/sync-member.ts';
import type { GroupRole } from '../roblox/client.ts';
import type { DiscordPlace } from './discord-place.ts';
import { roleIdOf } from './rank-roles.ts';

/** One thing in which the three places do not agree, or which could not be compared. */
export type Difference =
  | { readonly kind: 'roblox-away' | 'left-group' | 'account-gone' | 'unmapped' }
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string }
  | { readonly kind: 'other-rank'; readonly here: Rank; readonly there: Rank }
  | { readonly kind: 'discord-away' | 'left-server' }
  /** Undefined: the guild has no role for it that may be handed out. */
  | { readonly kind: 'role-missing'; readonly rank: Rank; readonly roleId: string | undefined }
  | { readonly kind: 'role-of-other-rank'; readonly rank: Rank };

/** One thing that a sync would do, or would leave undone on purpose. */
export type Step =
  | { readonly kind: 'keep-name' }
  | { readonly kind: 'move'; readonly from: Rank; readonly to: Rank }
  | { readonly kind: 'give'; readonly roleId: string }
  | { readonly kind: 'take'; readonly roleId: string }
  | { readonly kind: 'make-role'; readonly rank: Rank }
  /** An earlier change is still on its way to Roblox; Roblox refused the rank and the clan keeps it. */
  | { readonly kind: 'wait' | 'hold' }
  | { readonly kind: 'no-role'; readonly reason: string }
  /** Roles of other ranks, which may have been given by hand. */
  | { readonly kind: 'leave'; readonly count: number };

/** Database, Discord and Roblox of one member side by side. */
export interface Comparison {
  readonly member: LinkedMember;
  /** In the database. */
  readonly rank: Rank;
  /** Undefined: Roblox did not answer. */
  readonly reading: RobloxReading | undefined;
  /** The roles on Roblox that belong to ranks; the base role, which everybody holds, only where there is no other. */
  readonly robloxRoles: readonly GroupRole[];
  readonly discord: DiscordPlace;
  /** The ranks whose Discord role the member has, one for each role. */
  readonly discordRanks: readonly Rank[];
  /** Empty: all agree. */
  readonly differences: readonly Difference[];
  /** Empty: a sync would do nothing. */
  readonly steps: readonly Step[];
}

/** Compares by the rules of the sync: Roblox decides, and nothing that was given by hand is taken. */
export function comparePlaces(places: {
  readonly member: LinkedMember;
  readonly ranks: readonly Rank[];
  readonly groupRoles: readonly GroupRole[];
  /** Undefined: Roblox did not answer. */
  readonly reading: RobloxReading | undefined;
  readonly discord: DiscordPlace;
  /** An earlier change is still on its way to Roblox. */
  readonly hasOpenEffect: boolean;
}): Comparison {
  const { member, ranks, groupRoles, reading, discord } = places;
  const rank = rankById(ranks, member.rankId);
  const roblox = compareRoblox(places, rank);
  const discordRanks = ranksOfRolesHeld(discord, ranks, rank);
  const onDiscord = compareDiscord(discord, { rank, after: roblox.after, discordRanks });
  return {
    member,
    rank,
    reading,
    robloxRoles: rankRolesHeld(reading, groupRoles),
    discord,
    discordRanks,
    differences: [...roblox.differences, ...onDiscord.differences],
    steps: [...roblox.steps, ...onDiscord.steps],
  };
}

/** Whether a sync would change anything. */
export function changesSomething({ steps }: Pick<Comparison, 'steps'>): boolean {
  return steps.some(({ kind }) => CHANGES.includes(kind));
}
const CHANGES: readonly Step['kind'][] = ['keep-name', 'move', 'give', 'take', 'make-role'];

interface Findings {
  readonly differences: readonly Difference[];
  readonly steps: readonly Step[];
}

/** `after`: the rank that the member has after a sync; undefined where a sync leaves them alone. */
function compareRoblox(
  places: Parameters<typeof comparePlaces>[0],
  rank: Rank,
): Findings & { readonly after: Rank | undefined } {
  const { member, reading, hasOpenEffect } = places;
  const alone = { after: undefined, steps: hasOpenEffect ? [{ kind: 'wait' } as const] : [] };
  if (reading === undefined) return { ...alone, steps: [], differences: [{ kind: 'roblox-away' }] };
  if (reading.kind !== 'read') return { ...alone, differences: [{ kind: reading.kind }] };

  const { decision, robloxName } = reading;
  const differences: Difference[] = [];
  const steps: Step[] = [];
  if (robloxName !== undefined && robloxName !== member.robloxName) {
    differences.push({ kind: 'renamed', from: member.robloxName ?? '', to: robloxName });
    steps.push({ kind: 'keep-name' });
  }
  if (decision.kind === 'unmapped') differences.push({ kind: 'unmapped' });
  if (decision.kind === 'moves') differences.push({ kind: 'other-rank', here: rank, there: decision.rank });
  if (hasOpenEffect) return { ...alone, differences };
  if (decision.kind === 'unmapped') return { after: undefined, differences, steps };
  if (decision.kind === 'stays') return { after: rank, differences, steps };
  if (member.refusedChangeId !== null && sameRoles(member.robloxRoleIds, reading.rankRoleIds)) {
    return { after: undefined, differences, steps: [...steps, { kind: 'hold' }] };
  }
  steps.push({ kind: 'move', from: rank, to: decision.rank });
  return { after: decision.rank, differences, steps };
}

function compareDiscord(
  discord: DiscordPlace,
  ranks: { readonly rank: Rank; readonly after: Rank | undefined; readonly discordRanks: readonly Rank[] },
): Findings {
  if (discord.kind === 'left-server') return { differences: [{ kind: 'left-server' }], steps: [] };
  if (discord.kind !== 'read') {
    return { differences: discord.kind === 'away' ? [{ kind: 'discord-away' }] : [], steps: [] };
  }
  const { rank, after, discordRanks } = ranks;
  const own = roleIdOf(discord.rankRoles, rank);
  const wanted = after === undefined ? own : roleIdOf(discord.rankRoles, after);
  const others = discordRanks.filter((one) => {
    const roleId = roleIdOf(discord.rankRoles, one);
    return roleId !== own && roleId !== wanted;
  });
  const hasOwn = own !== undefined && discord.roleIds.includes(own);
  const differences: Difference[] = [
    ...(hasOwn ? [] : [{ kind: 'role-missing', rank, roleId: own } as const]),
    ...others.map((one) => ({ kind: 'role-of-other-rank', rank: one }) as const),
  ];
  const give = after === undefined ? undefined : rankRoleStep(after, discord);
  const takes =
    after !== undefined && wanted !== undefined && after.id !== rank.id && hasOwn && own !== wanted;
  const steps: Step[] = [
    ...(give === undefined ? [] : [give]),
    ...(takes ? [{ kind: 'take', roleId: own } as const] : []),
    ...(others.length === 0 ? [] : [{ kind: 'leave', count: others.length } as const]),
  ];
  return { differences, steps };
}

/** What a sync does about the Discord role of a member's rank; undefined when they have it. */
export function rankRoleStep(
  rank: Rank,
  { roleIds, rankRoles }: Extract<DiscordPlace, { kind: 'read' }>,
): Extract<Step, { kind: 'give' | 'make-role' | 'no-role' }> | undefined {
  const role = rankRoles.get(rank.id) ?? { kind: 'missing' };
  if (role.kind === 'refused') return { kind: 'no-role', reason: role.reason };
  if (role.kind === 'missing') return { kind: 'make-role', rank };
  return roleIds.includes(role.roleId) ? undefined : { kind: 'give', roleId: role.roleId };
}

/** One rank for each role held; of several with one role the member's own. */
function ranksOfRolesHeld(discord: DiscordPlace, ranks: readonly Rank[], own: Rank): readonly Rank[] {
  if (discord.kind !== 'read') return [];
  const byRole = new Map<string, Rank>();
  for (const rank of ranks) {
    const roleId = roleIdOf(discord.rankRoles, rank);
    if (roleId === undefined || !discord.roleIds.includes(roleId)) continue;
    if (rank.id === own.id || !byRole.has(roleId)) byRole.set(roleId, rank);
  }
  return [...byRole.values()];
}

function rankRolesHeld(
  reading: RobloxReading | undefined,
  groupRoles: readonly GroupRole[],
): readonly GroupRole[] {
  if (reading?.kind !== 'read') return [];
  const held = groupRoles.filter((role) => reading.rankRoleIds.includes(role.id));
  const above = held.filter((role) => role.id !== baseRole(groupRoles)?.id);
  return above.length === 0 ? held : above;
}
