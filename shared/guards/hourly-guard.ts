import * as z from 'zod/mini';
import { stillRuns } from '../clock/still-runs.ts';
import { type Queryable, sql } from '../database/database.ts';
import { ConflictError } from '../database/errors.ts';
import { unlessOlder } from '../database/older-schema.ts';
import { insertOnce } from '../database/write-rows.ts';

/** What is limited: points moved by hand, or changes of ranks. */
export const GUARD_KINDS = ['points', 'ranks'] as const;
export type GuardKind = (typeof GUARD_KINDS)[number];

export const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** So much was used in a minute that ends at `until` (Unix milliseconds); it counts for 60 min from then. */
interface Use {
  readonly until: number;
  readonly amount: number;
}

/** One person's last 60 minutes, as read. */
export interface HourlyGuard {
  readonly discordId: string;
  readonly kind: GuardKind;
  /** Undefined: no row yet. */
  readonly version: number | undefined;
  readonly uses: readonly Use[];
  /** When the admin channel was told that this hour is used up; undefined: it was not. */
  readonly toldAt: number | undefined;
}

const GuardRow = z.object({
  used_by_minute: z.nullable(z.string()),
  row_version: z.int(),
  told_at: z.nullable(z.int()),
});

/** The columns of `hourly_guards` that a delivery reads. */
const FIND_GUARD = sql`
SELECT used_by_minute, row_version, told_at FROM hourly_guards
WHERE discord_id = :discord_id AND guard_kind = :guard_kind`;
const ADD_GUARD = sql`
INSERT INTO hourly_guards (discord_id, guard_kind, used_by_minute, row_version, told_at, changed_at)
VALUES (:discord_id, :guard_kind, :used_by_minute, 1, :told_at, :now_ms)`;
const CHANGE_GUARD = sql`
UPDATE hourly_guards SET used_by_minute = :used_by_minute, told_at = :told_at, row_version = row_version + 1,
  changed_at = :now_ms
WHERE discord_id = :discord_id AND guard_kind = :guard_kind AND row_version = :seen_version`;
const LIFT_GUARD = sql`
UPDATE hourly_guards SET used_by_minute = NULL, told_at = NULL, row_version = row_version + 1,
  lifted_by = :lifted_by, lifted_at = :now_ms, changed_at = :now_ms
WHERE discord_id = :discord_id AND guard_kind = :guard_kind AND told_at = :told_at`;
/** By then nothing of the hour counts any more, whatever the clock was set to. */
const KEPT_MS = 24 * HOUR_MS;
const PURGE_GUARDS = sql`DELETE FROM hourly_guards WHERE changed_at < :before_ms`;

/**
 * What somebody used in the last 60 minutes. Undefined on a schema that has no guards yet: nothing is held there then.
 */
export async function readGuard(
  tx: Queryable,
  discordId: string,
  kind: GuardKind,
  now: number,
): Promise<HourlyGuard | undefined> {
  const key = { discord_id: discordId, guard_kind: kind };
  const rows = await unlessOlder(() => tx.query(GuardRow, FIND_GUARD, key), undefined);
  if (rows === undefined) return undefined;
  const [row] = rows;
  const toldAt = row?.told_at ?? undefined;
  return {
    discordId,
    kind,
    version: row?.row_version,
    uses: usesOf(row?.used_by_minute ?? '').filter((use) => stillCounts(use, now)),
    toldAt: toldAt !== undefined && stillRuns(toldAt + HOUR_MS, now, HOUR_MS) ? toldAt : undefined,
  };
}

/** How much of the 60 minutes is used. */
export function usedOf({ uses }: HourlyGuard): number {
  return uses.reduce((sum, { amount }) => sum + amount, 0);
}

/** From when so much more fits below `max`, in Unix milliseconds; undefined: it never does. */
export function fitsAt(guard: HourlyGuard, amount: number, max: number): number | undefined {
  let rest = usedOf(guard);
  for (const use of guard.uses) {
    rest -= use.amount;
    if (rest + amount <= max) return use.until + HOUR_MS;
  }
  return undefined;
}

/**
 * Writes down a use by compare-and-set, so that of two at once the second sees the first. Throws `ConflictError` when
 * the row has changed since it was read. To be called once for a guard, after whatever else the transaction locks.
 */
export async function useGuard(
  tx: Queryable,
  guard: HourlyGuard,
  amount: number,
  now: number,
): Promise<void> {
  // The end of the minute, so that nothing counts for less than 60 min.
  const until = Math.ceil(now / MINUTE_MS) * MINUTE_MS;
  const same = guard.uses.find((use) => use.until === until);
  const others = guard.uses.filter((use) => use !== same);
  const uses = [...others, { until, amount: amount + (same?.amount ?? 0) }];
  await writeGuard(tx, { ...guard, uses }, now);
}

/** Writes down that the admin channel is being told. Throws as above. */
export async function markTold(tx: Queryable, guard: HourlyGuard, now: number): Promise<void> {
  await writeGuard(tx, { ...guard, toldAt: now }, now);
}

async function writeGuard(tx: Queryable, guard: HourlyGuard, now: number): Promise<void> {
  const binds = {
    discord_id: guard.discordId,
    guard_kind: guard.kind,
    used_by_minute: guard.uses.map(({ until, amount }) => `${until / MINUTE_MS}:${amount}`).join(' '),
    told_at: guard.toldAt ?? null,
    now_ms: now,
  };
  if (guard.version === undefined) {
    await insertOnce(tx, ADD_GUARD, binds);
    return;
  }
  const changed = await tx.execute(CHANGE_GUARD, { ...binds, seen_version: guard.version });
  if (changed === 0) throw new ConflictError(`the hourly guard of ${guard.discordId} changed meanwhile`);
}

/** Begins somebody's hour anew. False: it was lifted before, or is another one than the one told of at `toldAt`. */
export async function liftGuard(
  tx: Queryable,
  lift: {
    readonly discordId: string;
    readonly kind: GuardKind;
    readonly toldAt: number;
    readonly liftedBy: string;
    readonly now: number;
  },
): Promise<boolean> {
  const changed = await tx.execute(LIFT_GUARD, {
    discord_id: lift.discordId,
    guard_kind: lift.kind,
    told_at: lift.toldAt,
    lifted_by: lift.liftedBy,
    now_ms: lift.now,
  });
  return changed > 0;
}

/** Removes what nobody used for a day. Returns how many rows. A schema without guards has none. */
export function purgeGuards(q: Queryable, now: number): Promise<number> {
  return unlessOlder(() => q.execute(PURGE_GUARDS, { before_ms: now - KEPT_MS }), 0);
}

/** `<minute>:<amount>` parted by spaces, the oldest first; minutes since 1970. */
function usesOf(text: string): readonly Use[] {
  return [...text.matchAll(/(\d+):(\d+)/g)]
    .map(([, minute, amount]) => ({ until: Number(minute) * MINUTE_MS, amount: Number(amount) }))
    .sort((a, b) => a.until - b.until);
}

/** A minute that lies ahead was written before the clock was set back, and counts no more. */
function stillCounts({ until }: Use, now: number): boolean {
  return until + HOUR_MS > now && until <= now + MINUTE_MS;
}
