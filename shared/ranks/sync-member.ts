import type { Settings } from '../clans/settings.ts';
import { findMember, type LinkedMember, type Member, recordSync } from '../members/member.ts';
import { sameRoles } from '../members/role-ids.ts';
import type { ChangeTransaction } from '../outbox/change-transaction.ts';
import type { GroupRole, RobloxClient } from '../roblox/client.ts';
import { changedHereToo, logBothChanged } from './both-changed.ts';
import { type ChangedRank, changeRank } from './change-rank.ts';
import { decideRank, type RankDecision, rankRoleIds } from './decide-rank.ts';
import { hasOpenRobloxEffect } from './open-roblox-effect.ts';
import { type Rank, rankById } from './rank.ts';

/** What Roblox says about a member, with the member as they were when it was asked. */
export type RobloxReading =
  | {
      readonly kind: 'read';
      readonly member: LinkedMember;
      /** Undefined when only the roles were read. */
      readonly robloxName: string | undefined;
      /** Of the roles held, those that belong to ranks. */
      readonly rankRoleIds: readonly string[];
      readonly decision: RankDecision;
    }
  /** Not in the group any more. */
  | { readonly kind: 'left-group'; readonly member: LinkedMember; readonly robloxName: string | undefined }
  /** Roblox does not know the account any more. */
  | { readonly kind: 'account-gone'; readonly member: LinkedMember };

/** Reads one member's roles and name from Roblox: three calls at once. Throws `RobloxError`. */
export async function readFromRoblox(
  roblox: RobloxClient,
  ranks: readonly Rank[],
  member: LinkedMember,
): Promise<RobloxReading> {
  const [groupRoles, membership, user] = await Promise.all([
    roblox.groupRoles(),
    roblox.membership(member.robloxUserId),
    roblox.user(member.robloxUserId),
  ]);
  if (user === undefined) return { kind: 'account-gone', member };
  if (membership === undefined) return { kind: 'left-group', member, robloxName: user.name };
  return readingOf({ ranks, groupRoles, member, roleIds: membership.roleIds, robloxName: user.name });
}

/** A reading from roles that were read in bulk. */
export function readingOf(read: {
  readonly ranks: readonly Rank[];
  readonly groupRoles: readonly GroupRole[];
  readonly member: LinkedMember;
  /** All roles held in the group. */
  readonly roleIds: readonly string[];
  readonly robloxName: string | undefined;
}): RobloxReading {
  const { ranks, groupRoles, member, roleIds } = read;
  return {
    kind: 'read',
    member,
    robloxName: read.robloxName,
    rankRoleIds: rankRoleIds(ranks, groupRoles, roleIds),
    decision: decideRank({ ranks, groupRoles, current: rankById(ranks, member.rankId), roleIds }),
  };
}

/** What a reading led to. Only `moved` changed a rank. */
export type SyncOutcome =
  | {
      readonly kind: 'moved';
      readonly from: Rank;
      readonly to: Rank;
      readonly change: ChangedRank;
      /** The rank had been changed with a command as well; the log channel is told. */
      readonly bothChanged: boolean;
    }
  | { readonly kind: 'in-sync' | 'unmapped' | 'left-group' | 'account-gone' }
  /** An earlier change has not reached Roblox yet; it goes first. */
  | { readonly kind: 'roblox-pending' }
  /** Roblox refused the rank for good and the clan keeps it: left alone until the roles on Roblox change. */
  | { readonly kind: 'held' }
  /** The member changed between the reading and now; the next sync looks again. */
  | { readonly kind: 'changed-meanwhile' };

export interface Apply {
  readonly reading: RobloxReading;
  readonly ranks: readonly Rank[];
  readonly settings: Settings;
  /** Null: the job. */
  readonly actorId: string | null;
  readonly now: number;
}

/**
 * Brings the member's rank to what Roblox says and keeps what was read. Safe to run again: it compares with the
 * member of this transaction, and a reading that is older than the member's last change changes nothing.
 */
export async function applyDecision(tx: ChangeTransaction, apply: Apply): Promise<SyncOutcome> {
  const { reading, ranks, settings, now } = apply;
  const member = await findMember(tx, reading.member.discordId);
  if (member === undefined || !isSame(member, reading.member)) return { kind: 'changed-meanwhile' };
  if (reading.kind === 'account-gone') return { kind: 'account-gone' };
  if (await hasOpenRobloxEffect(tx, member.discordId)) return { kind: 'roblox-pending' };
  const bothChanged = await changedHereToo(tx, member);
  const roles = reading.kind === 'read' ? reading.rankRoleIds : [];
  await recordSync(tx, {
    discordId: member.discordId,
    robloxUserId: reading.member.robloxUserId,
    robloxName: reading.robloxName,
    robloxRoleIds: roles,
    now,
  });
  if (reading.kind === 'left-group') return { kind: 'left-group' };
  const { decision } = reading;
  if (decision.kind === 'unmapped') return { kind: 'unmapped' };
  if (decision.kind === 'stays') return { kind: 'in-sync' };
  if (member.refusedChangeId !== null && sameRoles(member.robloxRoleIds, roles)) return { kind: 'held' };
  const change = await changeRank(tx, {
    member,
    to: decision.rank,
    ranks,
    cause: 'sync',
    actorId: apply.actorId,
    settings,
    now,
    roblox: 'already',
  });
  const to = decision.rank;
  if (bothChanged) await logBothChanged(tx, settings, { memberId: member.discordId, to });
  return { kind: 'moved', from: rankById(ranks, member.rankId), to, change, bothChanged };
}

/** Whether nothing that a sync depends on changed since the reading. */
function isSame(now: Member, then: Member): boolean {
  return (
    now.rankId === then.rankId &&
    now.robloxUserId === then.robloxUserId &&
    now.refusedChangeId === then.refusedChangeId &&
    sameRoles(now.robloxRoleIds, then.robloxRoleIds)
  );
}
