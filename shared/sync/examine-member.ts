import type { LinkedMember } from '../members/member-row.ts';
import { sameRoles } from '../members/role-ids.ts';
import type { Rank } from '../ranks/rank.ts';
import { type RobloxReading, readingOf } from '../ranks/sync-member.ts';
import type { GroupRole } from '../roblox/client.ts';

/** How a member compares with their roles in the Roblox group; nothing was changed yet. */
export interface Examined {
  readonly member: LinkedMember;
  readonly reading: RobloxReading;
  readonly kind: 'in-sync' | 'moves' | 'unmapped' | 'left-group' | 'held';
  /** Whether Roblox differs from what was last seen there, so that something has to be written. */
  readonly isNew: boolean;
}

/** `roleIds` undefined: not in the group. */
export function examineMember(
  member: LinkedMember,
  roleIds: readonly string[] | undefined,
  known: { readonly ranks: readonly Rank[]; readonly groupRoles: readonly GroupRole[] },
): Examined {
  if (roleIds === undefined) {
    const isNew = member.robloxRoleIds.length > 0 || member.syncedAt === null;
    return {
      member,
      reading: { kind: 'left-group', member, robloxName: undefined },
      kind: 'left-group',
      isNew,
    };
  }
  const reading = readingOf({ ...known, member, roleIds, robloxName: undefined });
  if (reading.kind !== 'read') return { member, reading, kind: 'left-group', isNew: true };
  const isNew = !sameRoles(member.robloxRoleIds, reading.rankRoleIds) || member.syncedAt === null;
  switch (reading.decision.kind) {
    case 'stays':
      return { member, reading, kind: 'in-sync', isNew };
    case 'unmapped':
      return { member, reading, kind: 'unmapped', isNew };
    case 'moves':
      // Roblox refused the rank that the clan keeps showing, and nothing moved there since.
      return member.refusedChangeId !== null && !isNew
        ? { member, reading, kind: 'held', isNew: false }
        : { member, reading, kind: 'moves', isNew: true };
  }
}
