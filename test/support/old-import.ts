// For tests only: an import into a clan's schema in memory.
import * as z from 'zod/mini';
import { type ImportReport, importClan } from '../../scripts/import/import-clan.ts';
import { lookUpNames } from '../../scripts/import/look-up-names.ts';
import { openOldSqlite } from '../../scripts/import/old-sqlite.ts';
import type { Settings } from '../../shared/clans/settings.ts';
import { applyConfig } from '../../shared/configs/apply-config.ts';
import { type Database, sql } from '../../shared/database/database.ts';
import { NOON, openTestSchema, TEST_SETTINGS } from './clan.ts';
import { robloxError } from './recorded.ts';

/** As long as the old data's dates are in the past. */
export const IMPORTED_AT = NOON;

/** A migrated schema with settings whose channels nobody has set, and no ranks. */
export async function emptyClan(settings: Partial<Settings> = {}): Promise<Database> {
  const db = await openTestSchema();
  const channels = { admin: null, event_log: null, point_log: null, log: null };
  const config = { settings: { ...TEST_SETTINGS, channels, ...settings }, ranks: undefined };
  await applyConfig(db, config, { now: () => NOON, random: () => 0.5 });
  return db;
}

/** A Roblox on which everybody of these names is, and whose accounts have the ids 1, 2, 3 ... */
export function robloxWith(names: readonly string[]) {
  const users = names.map((name, index) => ({ id: String(index + 1), name, displayName: name }));
  const calls: (readonly string[])[] = [];
  return {
    calls,
    async usersByName(asked: readonly string[]) {
      calls.push(asked);
      const wanted = new Set(asked.map((name) => name.toLowerCase()));
      return users.filter((user) => wanted.has(user.name.toLowerCase()));
    },
  };
}
export const UNREACHABLE = { usersByName: () => Promise.reject(robloxError(0)) };

export interface Imported extends ImportReport {
  /** Every line of the list of anomalies. */
  readonly list: readonly string[];
  readonly problem: string | undefined;
}

export async function importOld(
  db: Database,
  path: string,
  options: {
    readonly roblox?: Parameters<typeof lookUpNames>[1]['roblox'];
    readonly dryRun?: boolean;
    readonly now?: number;
    /** False: what is odd is listed nowhere. */
    readonly keepList?: boolean;
    readonly progress?: (what: string, done: number) => void;
  } = {},
): Promise<Imported> {
  const old = openOldSqlite(path);
  const output = { write: () => true };
  const { names, problem } = await lookUpNames(old, {
    roblox: options.roblox,
    unasked: 'nobody was asked',
    sleep: async () => {},
    output,
  });
  let list: string[] = [];
  try {
    const report = await importClan({
      db,
      old,
      names,
      dryRun: options.dryRun ?? false,
      now: () => options.now ?? IMPORTED_AT,
      random: Math.random,
      beginList() {
        list = [];
        return (line) => void (options.keepList === false || list.push(line));
      },
      progress: options.progress ?? (() => {}),
    });
    return { ...report, list, problem };
  } finally {
    names.close();
    await old.close();
  }
}

/** What the comparison says of one row: `[old, new]`. */
export function compared(report: ImportReport, name: string): readonly [number, number] {
  const row = report.comparison.rows().find((each) => each.name === name);
  if (row === undefined) throw new Error(`there is no row ${name}`);
  return [row.old, row.now];
}

const COUNTS = sql`
SELECT (SELECT COUNT(*) FROM members) AS members, (SELECT COUNT(*) FROM point_entries) AS entries,
  (SELECT COUNT(*) FROM rank_changes) AS changes, (SELECT COUNT(*) FROM roblox_links) AS links,
  (SELECT COUNT(*) FROM events) AS events, (SELECT COUNT(*) FROM event_participants) AS participants,
  (SELECT COUNT(*) FROM blacklist) AS blacklist, (SELECT COUNT(*) FROM settings) AS settings,
  (SELECT COUNT(*) FROM ranks) AS ranks, (SELECT COUNT(*) FROM sync_state) AS states,
  (SELECT COALESCE(SUM(points), 0) FROM members) AS points,
  (SELECT COALESCE(SUM(total_points), 0) FROM members) AS lifetime
FROM dual`;
const Counts = z.record(z.string(), z.int());

/** How many rows each table has, and what the members' points add up to. */
export async function countAll(db: Database): Promise<Readonly<Record<string, number>>> {
  const [counts] = await db.query(Counts, COUNTS);
  return counts ?? {};
}
