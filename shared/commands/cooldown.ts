import * as z from 'zod/mini';
import { latestEnd, stillRuns } from '../clock/still-runs.ts';
import { type Queryable, sql } from '../database/database.ts';
import { ConflictError } from '../database/errors.ts';
import { insertOnce } from '../database/write-rows.ts';
import { UserError } from '../errors/user-error.ts';
import { commandTexts } from './texts.ts';

const FIND_COOLDOWN = sql`
SELECT until_at FROM cooldowns WHERE discord_id = :discord_id AND cooldown_key = :cooldown_key`;
/** Only one that is over is started again: two commands at the same moment cannot both pass. */
const RESTART_COOLDOWN = sql`
UPDATE cooldowns SET until_at = :until_at
WHERE discord_id = :discord_id AND cooldown_key = :cooldown_key
  AND (until_at <= :now_ms OR until_at > :latest_until_at)`;
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
  readonly seconds: number;
  /** Unix milliseconds. */
  readonly now: number;
}

/**
 * Throws `UserError` (cooldown) while the one that was found (`until`: when it ends or ended) still runs, which is never
 * longer than `seconds` by the clock as it is now.
 */
export function refuseWhileCooling(
  until: number | undefined,
  { seconds, now }: Pick<Cooldown, 'seconds' | 'now'>,
): void {
  if (until === undefined || !stillRuns(until, now, seconds * 1000)) return;
  throw new UserError('cooldown', (locale) => commandTexts(locale).cooldown(until));
}

/** The same for a cooldown that is looked up. */
export async function refuseDuringCooldown(q: Queryable, cooldown: Cooldown): Promise<void> {
  const [row] = await q.query(z.object({ until_at: z.int() }), FIND_COOLDOWN, keyOf(cooldown));
  refuseWhileCooling(row?.until_at, cooldown);
}

/** Starts a cooldown in the transaction of the change that succeeded. Throws `UserError` when one is running. */
export async function startCooldown(tx: Queryable, cooldown: Cooldown): Promise<void> {
  const binds = { ...keyOf(cooldown), until_at: endOf(cooldown) };
  if ((await tx.execute(RESTART_COOLDOWN, { ...binds, ...limitsOf(cooldown) })) > 0) return;
  await refuseDuringCooldown(tx, cooldown);
  await insertOnce(tx, ADD_COOLDOWN, binds);
}

/**
 * Starts a cooldown in place of the one that was found (`seen`: when that one ends, over or not; undefined: there was
 * none). Returns when it ends. Throws `ConflictError` when another transaction was faster.
 */
export async function replaceCooldown(
  tx: Queryable,
  cooldown: Cooldown,
  seen: number | undefined,
): Promise<number> {
  const until = endOf(cooldown);
  const binds = { ...keyOf(cooldown), until_at: until };
  if (seen === undefined) await insertOnce(tx, ADD_COOLDOWN, binds);
  else if ((await tx.execute(REPLACE_COOLDOWN, { ...binds, seen_at: seen })) === 0)
    throw new ConflictError('another transaction started this cooldown first');
  return until;
}

function keyOf({ discordId, key }: Cooldown) {
  return { discord_id: discordId, cooldown_key: key };
}

function endOf({ now, seconds }: Cooldown): number {
  return now + seconds * 1000;
}

function limitsOf({ now, seconds }: Cooldown) {
  return { now_ms: now, latest_until_at: latestEnd(now, seconds * 1000) };
}

/** Removes cooldowns that are over. Returns how many. */
export function purgeCooldowns(q: Queryable, now: number): Promise<number> {
  return q.execute(PURGE_COOLDOWNS, { now_ms: now });
}
