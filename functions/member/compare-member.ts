import { roleMention } from '../../shared/discord/text.ts';
import type { LinkedMember } from '../../shared/members/member.ts';
import { sameRoles } from '../../shared/members/role-ids.ts';
import { type Rank, rankById } from '../../shared/ranks/rank.ts';
import type { RobloxReading } from '../../shared/ranks/sync-member.ts';
import type { GroupRole } from '../../shared/roblox/client.ts';
import { texts } from './texts.ts';

/** What Discord says about a member. `roleOf` holds the Discord role of each rank that has one, by rank id. */
export type DiscordReading =
  | {
      readonly kind: 'read';
      readonly heldRoleIds: ReadonlySet<string>;
      readonly roleOf: ReadonlyMap<string, string>;
      /** Why the role of the member's rank is not handed out. */
      readonly refused: string | undefined;
    }
  | { readonly kind: 'left-server' | 'away' };

export interface Comparison {
  /** What each place holds. */
  readonly database: string;
  readonly roblox: string;
  readonly discord: string;
  /** Empty: all three agree. */
  readonly differences: readonly string[];
  /** Empty: nothing. */
  readonly syncWould: readonly string[];
}

/** Puts the three side by side by the rules of the sync: Roblox decides, and nothing given by hand is taken. */
export function compareMember(read: {
  readonly member: LinkedMember;
  readonly ranks: readonly Rank[];
  readonly groupRoles: readonly GroupRole[];
  /** Undefined: Roblox did not answer. */
  readonly reading: RobloxReading | undefined;
  readonly discord: DiscordReading;
  /** An earlier change is still on its way to Roblox. */
  readonly hasOpenEffect: boolean;
}): Comparison {
  const { member, ranks, groupRoles, reading, discord } = read;
  const rank = rankById(ranks, member.rankId);
  const differences: string[] = [];
  const syncWould: string[] = [];
  const after = rankAfterSync(read, rank, { differences, syncWould });
  compareDiscord({ discord, ranks, rank, after }, { differences, syncWould });
  return {
    database: texts.databaseHas(rank),
    roblox: reading === undefined ? texts.robloxAway : robloxText(reading, groupRoles),
    discord: discordText(discord, ranks),
    differences,
    syncWould,
  };
}

interface Findings {
  readonly differences: string[];
  readonly syncWould: string[];
}

/** The rank that the member would have after a sync, as far as it is known. */
function rankAfterSync(read: Parameters<typeof compareMember>[0], rank: Rank, found: Findings): Rank {
  const { member, reading, hasOpenEffect } = read;
  if (reading === undefined) {
    found.differences.push(texts.robloxNotCompared);
    return rank;
  }
  if (reading.kind !== 'read') {
    found.differences.push(reading.kind === 'left-group' ? texts.leftGroup : texts.accountGone);
    return rank;
  }
  if (reading.robloxName !== undefined && reading.robloxName !== member.robloxName) {
    found.differences.push(texts.renamed(member.robloxName ?? '', reading.robloxName));
    found.syncWould.push(texts.wouldKeepName);
  }
  const { decision } = reading;
  if (decision.kind === 'stays') return rank;
  if (decision.kind === 'unmapped') {
    found.differences.push(texts.unmapped);
    return rank;
  }
  found.differences.push(texts.otherRank(rank, decision.rank));
  const isHeld = member.refusedChangeId !== null && sameRoles(member.robloxRoleIds, reading.rankRoleIds);
  if (hasOpenEffect) found.syncWould.push(texts.wouldWait);
  else if (isHeld) found.syncWould.push(texts.wouldHold);
  else {
    found.syncWould.push(texts.wouldMove(rank, decision.rank));
    return decision.rank;
  }
  return rank;
}

function compareDiscord(
  read: { discord: DiscordReading; ranks: readonly Rank[]; rank: Rank; after: Rank },
  found: Findings,
): void {
  const { discord, ranks, rank, after } = read;
  if (discord.kind === 'left-server') found.differences.push(texts.leftServer);
  if (discord.kind === 'away') found.differences.push(texts.discordNotCompared);
  if (discord.kind !== 'read') return;
  const { heldRoleIds, roleOf, refused } = discord;
  const own = roleOf.get(rank.id);
  const wanted = roleOf.get(after.id);
  if (own === undefined || !heldRoleIds.has(own)) found.differences.push(texts.roleMissing(rank, own));
  const others = ranks.filter((one) => {
    const roleId = roleOf.get(one.id);
    return roleId !== undefined && roleId !== own && roleId !== wanted && heldRoleIds.has(roleId);
  });
  for (const other of others) found.differences.push(texts.roleOfOtherRank(other));

  if (refused !== undefined && after.id === rank.id) found.syncWould.push(texts.wouldRefuse(refused));
  else if (wanted === undefined) found.syncWould.push(texts.wouldMakeRole(after));
  else if (!heldRoleIds.has(wanted)) found.syncWould.push(texts.wouldGive(roleMention(wanted)));
  const left = after.id !== rank.id && own !== undefined && own !== wanted && heldRoleIds.has(own);
  if (left) found.syncWould.push(texts.wouldTake(roleMention(own)));
  if (others.length > 0) found.syncWould.push(texts.wouldLeave(others.length));
}

function robloxText(reading: RobloxReading, groupRoles: readonly GroupRole[]): string {
  if (reading.kind !== 'read') return reading.kind === 'left-group' ? texts.notInGroup : texts.noAccount;
  const names = groupRoles.filter((role) => reading.rankRoleIds.includes(role.id)).map((role) => role.name);
  return texts.robloxHas(reading.robloxName ?? reading.member.robloxName ?? '', names);
}

function discordText(discord: DiscordReading, ranks: readonly Rank[]): string {
  if (discord.kind !== 'read') return discord.kind === 'away' ? texts.discordAway : texts.notInServer;
  const { heldRoleIds, roleOf } = discord;
  const ofRanks = new Set(ranks.flatMap((rank) => roleOf.get(rank.id) ?? []));
  return texts.discordHas([...ofRanks].filter((id) => heldRoleIds.has(id)).map(roleMention));
}
