import type { RefusedRole } from '../discord/power-texts.ts';
import type { ServiceError } from '../http/service-error.ts';
import type { LinkedMember } from '../members/member.ts';
import { sameRoles } from '../members/role-ids.ts';
import type { GroupRole } from '../roblox/client.ts';
import { decideRank, rankRoleIds } from './decide-rank.ts';
import { type DiscordPlace, roleIdOf } from './discord-place.ts';
import { groupRolesOf, isBaseRole } from './group-roles.ts';
import { type Rank, rankById } from './rank.ts';
import type { RobloxPlace } from './roblox-place.ts';

/** What a sync of one member goes by: the member in the database, and what Roblox and Discord say of them. */
export interface SyncFacts {
  readonly member: LinkedMember;
  readonly ranks: readonly Rank[];
  readonly roblox: RobloxPlace;
  readonly discord: DiscordPlace;
  /** An earlier change is still on its way to Roblox. */
  readonly hasOpenEffect: boolean;
  /**
   * When Roblox was asked, Unix milliseconds, where the member was read after that: what was written of them since is newer.
   */
  readonly readAt?: number;
}

/** One thing in which the three places do not agree, or which could not be compared. Null: the name is not known. */
export type Difference =
  | { readonly kind: 'roblox-away' | 'discord-away'; readonly error: ServiceError }
  | { readonly kind: 'changed-meanwhile' }
  | {
      readonly kind: 'left-group' | 'account-gone' | 'unmapped' | 'left-server';
      readonly name: string | null;
    }
  | { readonly kind: 'renamed'; readonly from: string | null; readonly to: string }
  | { readonly kind: 'other-rank'; readonly here: Rank; readonly there: Rank }
  /** Undefined: the guild has no role for it that may be handed out. */
  | { readonly kind: 'role-missing'; readonly rank: Rank; readonly roleId: string | undefined }
  | { readonly kind: 'role-of-other-rank'; readonly rank: Rank };

/** One thing that a sync does, or leaves undone on purpose. */
export type Step =
  | { readonly kind: 'keep-name' }
  | { readonly kind: 'move'; readonly from: Rank; readonly to: Rank }
  | { readonly kind: 'give'; readonly rank: Rank; readonly roleId: string }
  | { readonly kind: 'take'; readonly roleId: string }
  | { readonly kind: 'make-role'; readonly rank: Rank }
  /** An earlier change is still on its way to Roblox; Roblox refused the rank and the clan keeps it. */
  | { readonly kind: 'wait' | 'hold' }
  | { readonly kind: 'no-role'; readonly refused: RefusedRole }
  /** Roles of other ranks, which may have been given by hand. */
  | { readonly kind: 'leave'; readonly count: number };

/** Database, Discord and Roblox of one member side by side, and what a sync does about it. */
export interface SyncPlan extends SyncFacts {
  /** In the database. */
  readonly rank: Rank;
  /** Of the roles held on Roblox, those that belong to ranks. */
  readonly rankRoleIds: readonly string[];
  /** The ranks whose Discord role the member has, one for each role. */
  readonly discordRanks: readonly Rank[];
  /** Whether Roblox says something else than what is kept of it, so that it has to be written down. */
  readonly isNew: boolean;
  /** Empty: all agree. */
  readonly differences: readonly Difference[];
  /** Empty: there is nothing to do. */
  readonly steps: readonly Step[];
}

/**
 * The one plan of a sync, which is shown, carried out (`applySync`) and reported: Roblox decides, and nothing that was
 * given by hand is taken.
 */
export function planSync(facts: SyncFacts): SyncPlan {
  const { member, ranks, roblox, discord } = facts;
  const rank = rankById(ranks, member.rankId);
  const seen = roblox.kind === 'read' ? rankRoleIds(ranks, roblox.groupRoles, roblox.roleIds) : [];
  const onRoblox = planRank(facts, rank, seen);
  const discordRanks = ranksOfRolesHeld(discord, ranks, rank);
  const onDiscord = planRole(facts, { rank, after: onRoblox.after, discordRanks });
  return {
    ...facts,
    rank,
    rankRoleIds: seen,
    discordRanks,
    isNew: roblox.kind !== 'away' && isNewOnRoblox(member, seen),
    differences: [...onRoblox.differences, ...onDiscord.differences],
    steps: [...onRoblox.steps, ...onDiscord.steps],
  };
}

/** Whether these rank roles are others than those kept of the member, or none were kept yet. */
export function isNewOnRoblox(member: LinkedMember, seenRoleIds: readonly string[]): boolean {
  return member.syncedAt === null || !sameRoles(member.robloxRoleIds, seenRoleIds);
}

/** Whether a sync changes anything that people see. */
export function changesSomething({ steps }: Pick<SyncPlan, 'steps'>): boolean {
  return steps.some(({ kind }) => CHANGES.includes(kind));
}
const CHANGES: readonly Step['kind'][] = ['keep-name', 'move', 'give', 'take', 'make-role'];

/** How the member counts in a report. Roles of other ranks, which somebody may have given, are no difference. */
export function countOf(plan: SyncPlan): 'updated' | 'inSync' | 'skipped' {
  if (changesSomething(plan)) return 'updated';
  const agrees = plan.differences.every(({ kind }) => kind === 'role-of-other-rank' || kind === 'renamed');
  return agrees && plan.steps.every(({ kind }) => kind === 'leave') ? 'inSync' : 'skipped';
}

/** The roles held on Roblox that belong to ranks; the base role, which everybody holds, only where there is no other. */
export function robloxRolesOf({ roblox, ranks, rankRoleIds: seen }: SyncPlan): readonly GroupRole[] {
  if (roblox.kind !== 'read') return [];
  const held = roblox.groupRoles.filter((role) => seen.includes(role.id));
  const speaks = new Set(
    ranks.flatMap((rank) =>
      groupRolesOf(rank, roblox.groupRoles).filter((role) => !isBaseRole(role, rank, roblox.groupRoles)),
    ),
  );
  const above = held.filter((role) => speaks.has(role));
  return above.length === 0 ? held : above;
}

interface Part {
  readonly differences: readonly Difference[];
  readonly steps: readonly Step[];
}

/** `after`: the rank that the member has after a sync; undefined where a sync leaves them alone. */
function planRank(
  { member, ranks, roblox, hasOpenEffect }: SyncFacts,
  rank: Rank,
  seen: readonly string[],
): Part & { readonly after: Rank | undefined } {
  const alone = { after: undefined, steps: hasOpenEffect ? [{ kind: 'wait' } as const] : [] };
  const name = member.robloxName;
  if (roblox.kind === 'away') {
    return { ...alone, steps: [], differences: [{ kind: 'roblox-away', error: roblox.error }] };
  }
  if (roblox.kind === 'account-gone') return { ...alone, differences: [{ kind: 'account-gone', name }] };
  const differences: Difference[] = [];
  const steps: Step[] = [];
  if (roblox.robloxName !== undefined && roblox.robloxName !== member.robloxName) {
    differences.push({ kind: 'renamed', from: name, to: roblox.robloxName });
    steps.push({ kind: 'keep-name' });
  }
  if (roblox.kind === 'left-group') {
    const kind = roblox.accountGone ? 'account-gone' : 'left-group';
    differences.push({ kind, name: roblox.robloxName ?? name });
  }
  const decision =
    roblox.kind === 'read' ? decideRank({ ...roblox, ranks, current: rank }) : ({ kind: 'none' } as const);
  if (decision.kind === 'unmapped') differences.push({ kind: 'unmapped', name });
  if (decision.kind === 'moves') differences.push({ kind: 'other-rank', here: rank, there: decision.rank });
  if (hasOpenEffect) return { ...alone, differences };
  if (decision.kind === 'stays') return { after: rank, differences, steps };
  if (decision.kind !== 'moves') return { after: undefined, differences, steps };
  if (member.refusedChangeId !== null && sameRoles(member.robloxRoleIds, seen)) {
    return { after: undefined, differences, steps: [...steps, { kind: 'hold' }] };
  }
  return {
    after: decision.rank,
    differences,
    steps: [...steps, { kind: 'move', from: rank, to: decision.rank }],
  };
}

function planRole(
  { discord, member }: SyncFacts,
  ranks: { readonly rank: Rank; readonly after: Rank | undefined; readonly discordRanks: readonly Rank[] },
): Part {
  if (discord.kind === 'left-server') {
    return { differences: [{ kind: 'left-server', name: member.robloxName }], steps: [] };
  }
  if (discord.kind === 'away') {
    return { differences: [{ kind: 'discord-away', error: discord.error }], steps: [] };
  }
  if (discord.kind !== 'read') return { differences: [], steps: [] };
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

/** What is done about the Discord role of a rank; undefined when the member has it. */
function rankRoleStep(
  rank: Rank,
  { roleIds, rankRoles }: Extract<DiscordPlace, { kind: 'read' }>,
): Step | undefined {
  const role = rankRoles.get(rank.id) ?? { kind: 'missing' };
  if (role.kind === 'refused') return { kind: 'no-role', refused: role.refused };
  if (role.kind === 'missing') return { kind: 'make-role', rank };
  return roleIds.includes(role.roleId) ? undefined : { kind: 'give', rank, roleId: role.roleId };
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
