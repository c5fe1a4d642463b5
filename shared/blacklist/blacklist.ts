import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';
import { insertOnce } from '../database/write-rows.ts';

/** Somebody who may use next to nothing, until `expiresAt` or for good. */
export interface Blacklisting {
  readonly discordId: string;
  /** 500 characters at most. Not escaped. */
  readonly reason: string | null;
  /** Unix milliseconds; null: no end. */
  readonly expiresAt: number | null;
  readonly createdBy: string | null;
  readonly createdAt: number;
}

const BlacklistRow = z.pipe(
  z.object({
    discord_id: z.string(),
    reason: z.nullable(z.string()),
    expires_at: z.nullable(z.int()),
    created_by: z.nullable(z.string()),
    created_at: z.int(),
  }),
  z.transform(
    (row): Blacklisting => ({
      discordId: row.discord_id,
      reason: row.reason,
      expiresAt: row.expires_at,
      createdBy: row.created_by,
      createdAt: row.created_at,
    }),
  ),
);

/** The columns of `blacklist`: what is read, exported and restored. */
export const BLACKLIST_COLUMNS = sql`discord_id, reason, expires_at, created_by, created_at`;
const ENTRIES = sql`SELECT ${BLACKLIST_COLUMNS} FROM blacklist`;
const FIND_BLACKLISTING = sql`
${ENTRIES} WHERE discord_id = :discord_id AND (expires_at IS NULL OR expires_at > :now_ms)`;
const LIST_BLACKLIST = sql`
${ENTRIES} WHERE expires_at IS NULL OR expires_at > :now_ms ORDER BY created_at DESC, discord_id {rows}`;
const CHANGE_ENTRY = sql`
UPDATE blacklist SET
  reason = COALESCE(:reason, CASE WHEN expires_at IS NULL OR expires_at > :created_at THEN reason END),
  expires_at = :expires_at, created_by = :created_by, created_at = :created_at
WHERE discord_id = :discord_id`;
const ADD_ENTRY = sql`
INSERT INTO blacklist (discord_id, reason, expires_at, created_by, created_at)
VALUES (:discord_id, :reason, :expires_at, :created_by, :created_at)`;
const REMOVE_ENTRY = sql`DELETE FROM blacklist WHERE discord_id = :discord_id`;
/** Who of the blacklisted holds this Roblox account, or ever held it. */
const BLACKLISTED_HOLDER = sql`
SELECT b.discord_id FROM blacklist b
WHERE b.discord_id <> :discord_id AND (b.expires_at IS NULL OR b.expires_at > :now_ms)
  AND (EXISTS (SELECT 1 FROM roblox_links l
      WHERE l.roblox_user_id = :roblox_user_id AND l.discord_id = b.discord_id)
    OR EXISTS (SELECT 1 FROM members m
      WHERE m.roblox_user_id = :roblox_user_id AND m.discord_id = b.discord_id))`;

/** The blacklisting that holds now; an expired one does not count. */
export async function findBlacklisting(
  q: Queryable,
  discordId: string,
  now: number,
): Promise<Blacklisting | undefined> {
  const [found] = await q.query(BlacklistRow, FIND_BLACKLISTING, { discord_id: discordId, now_ms: now });
  return found;
}

/** Whether somebody else who is blacklisted now holds or held this Roblox account. */
export async function isHeldByBlacklisted(
  q: Queryable,
  account: { readonly robloxUserId: string; readonly discordId: string },
  now: number,
): Promise<boolean> {
  const holders = await q.query(z.object({ discord_id: z.string() }), BLACKLISTED_HOLDER, {
    roblox_user_id: account.robloxUserId,
    discord_id: account.discordId,
    now_ms: now,
  });
  return holders.length > 0;
}

/**
 * Blacklists somebody, or gives an entry that holds a new end and, where one is given, a new reason. Says which of the two
 * it was, and the reason that stands there now.
 */
export async function addToBlacklist(
  tx: Queryable,
  entry: {
    readonly discordId: string;
    readonly reason: string | null;
    readonly expiresAt: number | null;
    readonly actorId: string;
    readonly now: number;
  },
): Promise<{ readonly how: 'added' | 'changed'; readonly reason: string | null }> {
  const earlier = await findBlacklisting(tx, entry.discordId, entry.now);
  const binds = {
    discord_id: entry.discordId,
    reason: entry.reason,
    expires_at: entry.expiresAt,
    created_by: entry.actorId,
    created_at: entry.now,
  };
  const changed = await tx.execute(CHANGE_ENTRY, binds);
  if (changed === 0) await insertOnce(tx, ADD_ENTRY, binds);
  const reason = entry.reason ?? earlier?.reason ?? null;
  return { how: earlier === undefined ? 'added' : 'changed', reason };
}

/** Takes somebody off the list. Returns the entry that held until now; undefined when there was none. */
export async function removeFromBlacklist(
  tx: Queryable,
  discordId: string,
  now: number,
): Promise<Blacklisting | undefined> {
  const held = await findBlacklisting(tx, discordId, now);
  const removed = await tx.execute(REMOVE_ENTRY, { discord_id: discordId });
  return removed > 0 ? held : undefined;
}

/** Blacklisted people, the latest first. Pages begin at 1 and stop at 100. */
export async function listBlacklist(
  q: Queryable,
  options: { readonly now: number; readonly page: number; readonly pageSize: number },
): Promise<{ readonly entries: readonly Blacklisting[]; readonly page: number; readonly hasNext: boolean }> {
  const page = Math.min(Math.max(1, options.page), 100);
  const rows = await q.query(BlacklistRow, LIST_BLACKLIST, {
    now_ms: options.now,
    row_offset: (page - 1) * options.pageSize,
    row_limit: options.pageSize + 1,
  });
  return {
    entries: rows.slice(0, options.pageSize),
    page,
    hasNext: rows.length > options.pageSize && page < 100,
  };
}
