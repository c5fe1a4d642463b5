// For tests only: databases as the old bot wrote them, in each layout it had.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The layouts in the order in which they came. */
export const LAYOUTS = [
  'first',
  'admin ranks',
  'event types',
  'blacklist',
  'role ids',
  'total points',
] as const;
export type LayoutName = (typeof LAYOUTS)[number];

type Value = string | number | bigint | null;
/** Columns that the layout does not have are left out. */
export type OldRow = Readonly<Record<string, Value>>;

export interface OldData {
  readonly layout?: LayoutName;
  readonly ranks?: readonly OldRow[];
  readonly members?: readonly OldRow[];
  readonly submissions?: readonly OldRow[];
  readonly config?: Readonly<Record<string, string>>;
  readonly blacklist?: readonly OldRow[];
}

/** A Discord id whose last digit a JS number cannot hold. */
export function oldId(number: number): bigint {
  return 335_431_342_638_279_001n + BigInt(number);
}

const RANKS: readonly OldRow[] = [
  { rank_order: 1, rank_name: 'Pending', points_required: 0, roblox_group_rank_id: 1, admin_only: 0 },
  { rank_order: 2, rank_name: 'Enlist', points_required: 5, roblox_group_rank_id: 2, admin_only: 0 },
  { rank_order: 3, rank_name: 'Veteran', points_required: 0, roblox_group_rank_id: 118, admin_only: 1 },
];

const at = (layout: LayoutName, since: LayoutName) => LAYOUTS.indexOf(layout) >= LAYOUTS.indexOf(since);

/** Writes such a database into a new directory and returns its path. Members get a name, rank, points and date. */
export function oldDatabase(data: OldData = {}): string {
  const path = join(mkdtempSync(join(tmpdir(), 'old-bot-')), 'tophat_clan.db');
  const db = new DatabaseSync(path);
  // Nothing of it must outlive a power cut.
  db.exec('PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY');
  const layout = data.layout ?? 'total points';
  db.exec(`CREATE TABLE members (discord_id INTEGER PRIMARY KEY, roblox_username TEXT UNIQUE,
    current_rank INTEGER DEFAULT 1, points INTEGER DEFAULT 0,
    ${at(layout, 'total points') ? 'total_points INTEGER DEFAULT 0,' : ''} created_at TEXT NOT NULL)`);
  db.exec(`CREATE TABLE raid_submissions (submission_id INTEGER PRIMARY KEY AUTOINCREMENT, submitter_id INTEGER NOT NULL,
    ${at(layout, 'event types') ? 'event_type TEXT NOT NULL,' : ''} participants TEXT NOT NULL, start_time TEXT NOT NULL,
    end_time TEXT NOT NULL, image_url TEXT NOT NULL, status TEXT DEFAULT 'pending', points_awarded INTEGER,
    admin_id INTEGER, timestamp TEXT NOT NULL)`);
  db.exec(`CREATE TABLE rank_requirements (rank_order INTEGER PRIMARY KEY, rank_name TEXT NOT NULL UNIQUE,
    points_required INTEGER NOT NULL, roblox_group_rank_id INTEGER NOT NULL
    ${at(layout, 'admin ranks') ? ', admin_only BOOLEAN DEFAULT 0' : ''}
    ${at(layout, 'role ids') ? ', discord_role_id INTEGER' : ''})`);
  db.exec('CREATE TABLE config (key TEXT PRIMARY KEY, value TEXT NOT NULL)');
  if (at(layout, 'blacklist'))
    db.exec(`CREATE TABLE blacklist (discord_id INTEGER PRIMARY KEY, reason TEXT, blacklisted_at TEXT NOT NULL,
      blacklisted_by INTEGER)`);
  const insert = (table: string, row: OldRow) => {
    const known = new Set(
      db
        .prepare(`PRAGMA table_info(${table})`)
        .all()
        .map((column) => column['name']),
    );
    const entries = Object.entries(row).filter(([name]) => known.has(name));
    const names = entries.map(([name]) => name);
    db.prepare(`INSERT INTO ${table} (${names}) VALUES (${names.map(() => '?')})`).run(
      ...entries.map(([, value]) => value),
    );
  };
  db.exec('BEGIN');
  for (const row of data.ranks ?? RANKS) insert('rank_requirements', row);
  for (const [index, row] of (data.members ?? []).entries())
    insert('members', { ...memberRow(index), ...row });
  for (const [index, row] of (data.submissions ?? []).entries())
    insert('raid_submissions', { ...submissionRow(index), ...row });
  for (const [key, value] of Object.entries(data.config ?? {})) insert('config', { key, value });
  for (const [index, row] of (data.blacklist ?? []).entries())
    insert('blacklist', { discord_id: oldId(900 + index), blacklisted_at: date(index), ...row });
  db.exec('COMMIT');
  db.close();
  return path;
}

/** Changes such a database as the old bot would. */
export function changeOld(path: string, ...statements: readonly string[]): void {
  const db = new DatabaseSync(path);
  for (const statement of statements) db.exec(statement);
  db.close();
}

export function removeOld(path: string): void {
  rmSync(join(path, '..'), { recursive: true });
}

function memberRow(index: number): OldRow {
  const points = (index % 40) + 1;
  return {
    discord_id: oldId(index),
    roblox_username: `Wolf_${index}`,
    current_rank: (index % 2) + 1,
    points,
    total_points: points + 100,
    created_at: date(index),
  };
}

function submissionRow(index: number): OldRow {
  return {
    submitter_id: oldId(0),
    event_type: 'Patrol',
    participants: 'Wolf_0, Stranger',
    start_time: '2:30 PM EST',
    end_time: 'late',
    image_url: `https://cdn.discordapp.com/ephemeral-attachments/1/${index}/proof.png?ex=ffffffff`,
    status: 'pending',
    timestamp: date(index),
  };
}

/** As `datetime.utcnow().isoformat()` writes it. */
function date(index: number): string {
  return `2026-01-01T${new Date(index * 1000).toISOString().slice(11, 19)}.753838`;
}

/** The database that the old bot itself wrote: looked for in `FIXTURES_DIR`, then in ../shared/fixtures. */
export function fixture(): string | undefined {
  const named = process.env['FIXTURES_DIR'];
  const folders = [
    ...(named === undefined ? [] : [named]),
    resolve(import.meta.dirname, '../../../shared/fixtures'),
  ];
  return folders.map((folder) => join(folder, 'tophat_clan.db')).find((path) => existsSync(path));
}
export const NO_FIXTURE =
  'tophat_clan.db was not found in FIXTURES_DIR or ../shared/fixtures: set FIXTURES_DIR to where it is';
