import { join, resolve } from 'node:path';
import type { ClanIdentity, ClanRecord } from '../shared/clans/clan-record.ts';
import type { RankRow } from '../shared/clans/ranks-file.ts';
import { Settings } from '../shared/clans/settings.ts';
import { applyConfig, isApplied } from '../shared/configs/apply-config.ts';
import { ConfigError } from '../shared/configs/config-error.ts';
import { describeReport } from '../shared/configs/describe-report.ts';
import { disagreements, withIdentity } from '../shared/configs/identity.ts';
import { readClanFiles } from '../shared/configs/read-config.ts';
import { reportRoles } from '../shared/configs/role-report.ts';
import type { Database } from '../shared/database/database.ts';
import { databaseLocation } from '../shared/database/database-location.ts';
import { migrate } from '../shared/database/migrator.ts';
import { readMigrations } from '../shared/database/read-migrations.ts';
import type { DiscordClient } from '../shared/discord/client.ts';
import { openClanDatabase } from './clan-database.ts';
import type { PlatformEnvironment } from './environment.ts';
import type { StoppedClan } from './stopped-clans.ts';

/** A clan's record with its files, checked. */
export interface ClanToServe {
  readonly record: ClanRecord;
  readonly settings: Settings;
  readonly ranks: readonly RankRow[] | undefined;
  readonly warnings: readonly string[];
}

/** Reads the files of all clans. One clan's bad file stops that clan only. */
export async function readClans(
  records: readonly ClanRecord[],
  configsDir: string,
): Promise<{ readonly clans: readonly ClanToServe[]; readonly stopped: readonly StoppedClan[] }> {
  const clans: ClanToServe[] = [];
  const stopped: StoppedClan[] = [];
  for (const record of records) {
    try {
      clans.push(await readClan(record, configsDir));
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      stopped.push({ clan: record.clan, problems: error.problems });
    }
  }
  return { clans, stopped };
}

/**
 * Reads a clan's files. Without `settings.json` it gets the defaults; without `ranks.json` it keeps the ranks that it
 * has. Throws `ConfigError` with all problems of both files, one that disagrees with the record among them.
 */
export async function readClan(record: ClanRecord, configsDir: string): Promise<ClanToServe> {
  const { settings, ranks, warnings } = await readClanFiles(configsDir, record.clan);
  const file = join(configsDir, record.clan, 'settings.json');
  const problems = settings === undefined ? [] : disagreements(settings, record);
  if (problems.length > 0) throw new ConfigError(problems.map((problem) => `${file}: ${problem}`));
  const used = withIdentity(settings ?? defaultSettings(record), record);
  const missing = settings === undefined ? [`${file} is not there: the defaults are used`] : [];
  return { record, settings: used, ranks, warnings: [...missing, ...warnings] };
}

function defaultSettings(identity: ClanIdentity): Settings {
  return Settings.parse({
    clan_name: identity.clan,
    application_id: identity.applicationId,
    public_key: identity.publicKey,
    guild_id: identity.guildId,
    roblox_group_id: identity.robloxGroupId,
  });
}

export interface PrepareClanOptions {
  /** Gets the open database at the end. */
  readonly use?: (db: Database) => Promise<void>;
  /** Begins with an empty database where one was and is missing. Default false. */
  readonly isNew?: boolean;
  /** Is asked about the Discord roles of files that are applied. Left out: nobody is. */
  readonly discord?: Pick<DiscordClient, 'roles'>;
}

/**
 * Brings a clan's schema to the newest version and applies its files. Returns what was done, a line each. Throws
 * `DatabaseError`, `MigrationError` or `ConfigError`.
 */
export async function prepareClan(
  clan: ClanToServe,
  environment: PlatformEnvironment,
  { use = async () => {}, isNew = false, discord }: PrepareClanOptions = {},
): Promise<string[]> {
  const location = databaseLocation(clan.record, environment);
  const db = await openClanDatabase(location, { dataDir: environment.dataDir, isNew });
  try {
    const lines: string[] = [];
    const migrations = readMigrations(resolve(import.meta.dirname, '../sql/migrations'));
    await migrate(db, migrations, { tell: (line) => lines.push(line) });
    const report = await applyConfig(db, clan, { now: Date.now, random: Math.random });
    const roles =
      discord !== undefined && isApplied(report) ? await reportRoles(db, clan.record, discord) : [];
    await use(db);
    return [...lines, ...describeReport(report), ...roles.map((line) => `warning: ${line}`)];
  } finally {
    await db.close();
  }
}
