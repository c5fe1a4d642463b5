import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';
import { ConflictError } from '../database/errors.ts';
import { insertOnce } from '../database/write-rows.ts';
import { timestamp } from '../discord/text.ts';
import { UserError } from '../errors/user-error.ts';

const FIND_COOLDOWN = sql`
SELECT until_at FROM cooldowns
WHERE discord_id = :discord_id AND cooldown_key = :cooldown_key AND until_at > :now_ms`;
/** Only one that is over is started again: two commands at the same moment cannot both pass. */
const RESTART_COOLDOWN = sql`
UPDATE cooldowns SET until_at = :until_at
WHERE discord_id = :discord_id AND cooldown_key = :cooldown_key AND until_at <= :now_ms`;
/** Only the one that was seen, over or not. */
const REPLACE_COOLDOWN = sql`
UPDATE cooldowns SET until_at = :until_at
WHERE discord_id = :discord_id AND cooldown_key = :cooldown_key AND until_at = :seen_at`;
const ADD_COOLDOWN = sql`
INSERT INTO cooldowns (discord_id, cooldown_key, until_at) VALUES (:discord_id, :cooldown_key, :until_at)`;
const PURGE_COOLDOWNS = sql`DELETE FROM cooldowns WHERE until_at < :now_ms`;

/** One person's cooldown of one route. */
export interface Cooldown {
  readonly discordId: string;
  /** The route's key, `leaderboard`. */
  readonly key: string;
  /** Unix milliseconds. */
  readonly now: number;
}

/** Throws `UserError` (cooldown) while it lasts. */
export async function refuseDuringCooldown(q: Queryable, { discordId, key, now }: Cooldown): Promise<void> {
  const binds = { discord_id: discordId, cooldown_key: key, now_ms: now };
  const [row] = await q.query(z.object({ until_at: z.int() }), FIND_COOLDOWN, binds);
  if (row === undefined) return;
  throw new UserError(
    'cooldown',
    `You used this a moment ago. Nothing was changed; you can use it again ${timestamp(row.until_at, 'R')}.`,
  );
}

/** Starts a cooldown in the transaction of the change that succeeded. Throws `UserError` when one is running. */
export async function startCooldown(tx: Queryable, cooldown: Cooldown, seconds: number): Promise<void> {
  const { discordId, key, now } = cooldown;
  const binds = { discord_id: discordId, cooldown_key: key, until_at: now + seconds * 1000 };
  if ((await tx.execute(RESTART_COOLDOWN, { ...binds, now_ms: now })) > 0) return;
  await refuseDuringCooldown(tx, cooldown);
  await insertOnce(tx, ADD_COOLDOWN, binds);
}

/**
 * Starts a cooldown in place of the one that the transaction found (`seen`: when that one ends, over or not). For a
 * handler that looks at its cooldown by itself. Throws `ConflictError` when another transaction was faster.
 */
export async function replaceCooldown(
  tx: Queryable,
  { discordId, key, now }: Cooldown,
  { seconds, seen }: { readonly seconds: number; readonly seen: number | undefined },
): Promise<number> {
  const until = now + seconds * 1000;
  const binds = { discord_id: discordId, cooldown_key: key, until_at: until };
  if (seen === undefined) await insertOnce(tx, ADD_COOLDOWN, binds);
  else if ((await tx.execute(REPLACE_COOLDOWN, { ...binds, seen_at: seen })) === 0)
    throw new ConflictError('another transaction started this cooldown first');
  return until;
}

/** Removes cooldowns that are over. Returns how many. */
export function purgeCooldowns(q: Queryable, now: number): Promise<number> {
  return q.execute(PURGE_COOLDOWNS, { now_ms: now });
}
