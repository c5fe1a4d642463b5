import * as z from 'zod/mini';
import { Settings } from '../clans/settings.ts';
import { type Queryable, sql } from '../database/database.ts';
import { insertOnce } from '../database/write-rows.ts';
import { raiseConfigVersion } from './config-version.ts';
import { changedSettings, isCommandKey, withSetting } from './setting-keys.ts';

export type { SettingKey } from './setting-keys.ts';

/** The whole file is one row; what commands change is one row per key (`channels.admin`). */
const FILE_KEY = 'settings.json';
/** Rows of commands that are no settings. */
const OWN_KEYS = ['ranks.json'] as const;
type OwnKey = (typeof OWN_KEYS)[number];

const SettingRow = z.object({
  setting_key: z.string(),
  setting_source: z.enum(['file', 'command']),
  setting_value: z.string(),
  changed_by: z.nullable(z.string()),
  changed_at: z.int(),
});
type SettingRow = z.infer<typeof SettingRow>;

/** The columns of `settings`: what is read, exported and restored. */
export const SETTING_COLUMNS = sql`setting_key, setting_source, setting_value, changed_by, changed_at`;
const ALL_SETTINGS = sql`SELECT ${SETTING_COLUMNS} FROM settings ORDER BY setting_key`;
const CHANGE_SETTING = sql`
UPDATE settings SET setting_value = :setting_value, changed_by = :changed_by, changed_at = :changed_at
WHERE setting_key = :setting_key AND setting_source = :setting_source`;
const ADD_SETTING = sql`
INSERT INTO settings (setting_key, setting_source, setting_value, changed_by, changed_at)
VALUES (:setting_key, :setting_source, :setting_value, :changed_by, :changed_at)`;
const FORGET_CHANGES = sql`DELETE FROM settings WHERE setting_source = 'command'`;

/** The clan's schema holds no settings file: it was never set up, or its set-up stopped half way. */
export class NoSettingsError extends Error {
  override readonly name = 'NoSettingsError';
}

/** The clan's settings: its file, with what commands changed on top. Throws `NoSettingsError` before set-up. */
export async function loadSettings(q: Queryable): Promise<Settings> {
  const rows = await q.query(SettingRow, ALL_SETTINGS);
  const file = rows.find((row) => row.setting_source === 'file' && row.setting_key === FILE_KEY);
  if (file === undefined)
    throw new NoSettingsError('this clan has no settings yet: apply its settings.json first');
  return changedSettings(Settings.parse(JSON.parse(file.setting_value)), rows.flatMap(changeOf));
}

/** One setting that a command changed. */
export interface ChangedSetting {
  readonly key: string;
  readonly value: unknown;
  /** Null: the bot itself, for a role it made. */
  readonly changedBy: string | null;
  readonly changedAt: number;
}

/** What commands changed and so wins over settings.json, by key. */
export async function listChanged(q: Queryable): Promise<readonly ChangedSetting[]> {
  return (await q.query(SettingRow, ALL_SETTINGS)).flatMap(changeOf);
}

/**
 * Changes one setting above the file. Throws a zod error when the value does not fit the key; parts that take
 * input check it before and say so in words.
 */
export async function changeSetting(
  tx: Queryable,
  key: string,
  value: unknown,
  actorId: string | null,
  now: number,
): Promise<void> {
  if (!isCommandKey(key)) throw new Error(`commands cannot change the setting ${key}`);
  withSetting(await loadSettings(tx), key, value);
  await write(tx, { key, source: 'command', value, actorId, now });
}

/** Stores the clan's `settings.json`, already validated; what commands changed stays above it. */
export async function storeSettingsFile(tx: Queryable, file: Settings, now: number): Promise<void> {
  await write(tx, { key: FILE_KEY, source: 'file', value: file, actorId: null, now });
}

/** Forgets what commands changed (`--overwrite`), so that the file holds again. Returns how many there were. */
export async function forgetChangedSettings(tx: Queryable): Promise<number> {
  const forgotten = await tx.execute(FORGET_CHANGES);
  await raiseConfigVersion(tx);
  return forgotten;
}

/**
 * What commands keep under a key that is none of settings.json (`ranks.json`): JSON, which the reader parses.
 * Undefined: nothing. `forgetChangedSettings` takes it away with the rest.
 */
export async function readCommandRow(q: Queryable, key: OwnKey): Promise<unknown> {
  const rows = await q.query(SettingRow, ALL_SETTINGS);
  const row = rows.find((one) => one.setting_source === 'command' && one.setting_key === key);
  return row === undefined ? undefined : JSON.parse(row.setting_value);
}

export async function writeCommandRow(
  tx: Queryable,
  key: OwnKey,
  value: unknown,
  { actorId, now }: { readonly actorId: string | null; readonly now: number },
): Promise<void> {
  await write(tx, { key, source: 'command', value, actorId, now });
}

function changeOf(row: SettingRow): ChangedSetting[] {
  if (row.setting_source !== 'command' || OWN_KEYS.some((key) => key === row.setting_key)) return [];
  return [
    {
      key: row.setting_key,
      value: JSON.parse(row.setting_value),
      changedBy: row.changed_by,
      changedAt: row.changed_at,
    },
  ];
}

async function write(
  tx: Queryable,
  row: { key: string; source: 'file' | 'command'; value: unknown; actorId: string | null; now: number },
): Promise<void> {
  const binds = {
    setting_key: row.key,
    setting_source: row.source,
    setting_value: JSON.stringify(row.value),
    changed_by: row.actorId,
    changed_at: row.now,
  };
  if ((await tx.execute(CHANGE_SETTING, binds)) === 0) await insertOnce(tx, ADD_SETTING, binds);
  await raiseConfigVersion(tx);
}
