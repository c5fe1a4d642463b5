import { type Binds, type Queryable, sql } from '../database/database.ts';
import { nameKey } from './name-key.ts';
import { formatRoleIds } from './role-ids.ts';

/** What was just read of one member on Roblox. */
export interface SyncRecord {
  readonly discordId: string;
  /** The account that was read; nothing is recorded when the member has another one by now. */
  readonly robloxUserId: string;
  /** Undefined: not read, the stored name stays. */
  readonly robloxName: string | undefined;
  /** Of the roles held, those that belong to ranks. */
  readonly robloxRoleIds: readonly string[];
  /** Unix milliseconds. */
  readonly now: number;
}

const RECORD_SYNC = sql`
UPDATE members SET
  roblox_name = COALESCE(:roblox_name, roblox_name),
  roblox_name_key = COALESCE(:roblox_name_key, roblox_name_key),
  refused_change_id = CASE WHEN COALESCE(roblox_role_ids, '-') = COALESCE(:seen_roles, '-')
    THEN refused_change_id ELSE NULL END,
  roblox_role_ids = :role_ids,
  synced_at = :synced_at
WHERE discord_id = :discord_id AND roblox_user_id = :roblox_user_id`;

/**
 * Keeps what Roblox said about members. When the rank roles differ from those kept before, a rank that Roblox had
 * refused is no longer held. Members who have another account by now are left alone.
 */
export async function recordSyncs(tx: Queryable, records: readonly SyncRecord[]): Promise<void> {
  if (records.length > 0) await tx.executeMany(RECORD_SYNC, records.map(syncBinds));
}

/** The same for one member. */
export async function recordSync(tx: Queryable, record: SyncRecord): Promise<void> {
  await tx.execute(RECORD_SYNC, syncBinds(record));
}

function syncBinds(record: SyncRecord): Binds {
  const roleIds = formatRoleIds(record.robloxRoleIds);
  return {
    discord_id: record.discordId,
    roblox_user_id: record.robloxUserId,
    roblox_name: record.robloxName ?? null,
    roblox_name_key: record.robloxName === undefined ? null : nameKey(record.robloxName),
    seen_roles: roleIds,
    role_ids: roleIds,
    synced_at: record.now,
  };
}
