import type { Database } from '../../shared/database/database.ts';
import { sql } from '../../shared/database/database.ts';
import { nameKey } from '../../shared/members/name-key.ts';
import { listRanks } from '../../shared/ranks/rank.ts';

const ADD = sql`
INSERT INTO members (discord_id, roblox_user_id, roblox_name, roblox_name_key, rank_id, points, total_points,
  joined_at, linked_at, synced_at)
VALUES (:discord_id, :roblox_user_id, :roblox_name, :roblox_name_key, :rank_id, 0, :total_points,
  :joined_at, :joined_at, :synced_at)`;

/**
 * Linked members with all different points: member 1 is first on the leaderboard. Just synced, so Roblox is not asked
 * for ten minutes; with `isSynced: false` it is asked at once.
 */
export async function addMembers(db: Database, count: number, { isSynced = true } = {}): Promise<void> {
  const [rank] = await listRanks(db);
  if (rank === undefined) throw new Error('The clan has no ranks.');
  const now = Date.now();
  await db.executeMany(
    ADD,
    Array.from({ length: count }, (_, index) => ({
      discord_id: memberId(index + 1),
      roblox_user_id: robloxId(index + 1),
      roblox_name: `Roblox${index + 1}`,
      roblox_name_key: nameKey(`Roblox${index + 1}`),
      rank_id: rank.id,
      total_points: 10 * (count - index),
      joined_at: now - index * 1000,
      synced_at: isSynced ? now : null,
    })),
  );
}

const FIRST_ROBLOX_ID = 50_000_000;

/** The Discord id of the n-th member, from 1. */
export function memberId(number: number): string {
  return `2${String(number).padStart(17, '0')}`;
}

export function robloxId(number: number): string {
  return String(FIRST_ROBLOX_ID + number);
}

/** The name on Roblox of who has this id there. */
export function robloxName(id: string): string {
  return `Roblox${Number(id) - FIRST_ROBLOX_ID}`;
}
