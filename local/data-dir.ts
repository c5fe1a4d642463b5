import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { closeToOthers } from './private-file.ts';

/** What the platform makes in a data directory besides a folder per clan. */
const MADE = [
  'calls',
  'clans',
  'databases.json',
  'discord-history',
  'discord.json',
  'discord.json.attachments',
  'keys',
  'logs',
  'platform.json',
  'roblox.json',
  'stopped',
];
/** What scripts write for their reader to keep: exports, and what an import found odd. */
const WRITTEN = ['exports', 'imports'];
export const DATABASE = 'clan_data.db';

/** The names in a data directory. */
export interface DataDirEntries {
  /** What the platform made, the folders of clans among it. */
  readonly made: readonly string[];
  /** The clans among `made`. */
  readonly clans: readonly string[];
  /** What scripts wrote for somebody to keep. */
  readonly written: readonly string[];
  readonly others: readonly string[];
}

export function readDataDir(dataDir: string): DataDirEntries {
  const names = existsSync(dataDir) ? readdirSync(dataDir).sort() : [];
  const clans = names.filter((name) => existsSync(join(dataDir, name, DATABASE)));
  const made = names.filter((name) => MADE.includes(name) || clans.includes(name));
  const written = names.filter((name) => WRITTEN.includes(name));
  const ours = [...made, ...written];
  return { made, clans, written, others: names.filter((name) => !ours.includes(name)) };
}

/**
 * Makes the data directory, open to this user only, and closes what an earlier start left open. A directory that
 * holds other things as well keeps its own mode: only what the platform made in it is closed.
 */
export function prepareDataDir(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const { made, written, others } = readDataDir(dataDir);
  if (others.length === 0) closeToOthers(dataDir);
  else for (const name of [...made, ...written]) closeToOthers(join(dataDir, name));
}
