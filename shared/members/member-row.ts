import * as z from 'zod/mini';
import { sql } from '../database/database.ts';
import { parseRoleIds } from './role-ids.ts';

/** A person the clan knows: somebody who has linked, or whom the import brought along. */
export interface Member {
  readonly discordId: string;
  /** Null: not linked to a Roblox account (any more). */
  readonly robloxUserId: string | null;
  /** As Roblox wrote it when last seen. Not escaped. */
  readonly robloxName: string | null;
  readonly rankId: string;
  /** Progress to the next rank. */
  readonly points: number;
  /** Lifetime points, which the leaderboard shows. */
  readonly totalPoints: number;
  /** Ids of the group's roles that belong to ranks, as last seen or written on Roblox. */
  readonly robloxRoleIds: readonly string[];
  /** The rank change that Roblox refused for good and that the clan chose to keep; the sync leaves it alone. */
  readonly refusedChangeId: string | null;
  /** When the member was first linked, Unix milliseconds. Decides between equals on the leaderboard. */
  readonly joinedAt: number;
  /** When the present Roblox account was linked, Unix milliseconds. */
  readonly linkedAt: number | null;
  /** When Roblox was last read for this member, Unix milliseconds. */
  readonly syncedAt: number | null;
}
/** A member with a Roblox account. */
export type LinkedMember = Member & { readonly robloxUserId: string };

/** The columns of `members`: what is read, exported and restored. */
export const MEMBER_COLUMNS = sql`
discord_id, roblox_user_id, roblox_name, roblox_name_key, rank_id, points, total_points, roblox_role_ids,
refused_change_id, joined_at, linked_at, synced_at`;

export const MemberRow = z.pipe(
  z.object({
    discord_id: z.string(),
    roblox_user_id: z.nullable(z.string()),
    roblox_name: z.nullable(z.string()),
    rank_id: z.string(),
    points: z.int(),
    total_points: z.int(),
    roblox_role_ids: z.nullable(z.string()),
    refused_change_id: z.nullable(z.string()),
    joined_at: z.int(),
    linked_at: z.nullable(z.int()),
    synced_at: z.nullable(z.int()),
  }),
  z.transform(
    (row): Member => ({
      discordId: row.discord_id,
      robloxUserId: row.roblox_user_id,
      robloxName: row.roblox_name,
      rankId: row.rank_id,
      points: row.points,
      totalPoints: row.total_points,
      robloxRoleIds: parseRoleIds(row.roblox_role_ids),
      refusedChangeId: row.refused_change_id,
      joinedAt: row.joined_at,
      linkedAt: row.linked_at,
      syncedAt: row.synced_at,
    }),
  ),
);
