import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { ClanRecord } from '../shared/clans/clan-record.ts';
import { describeIssue } from '../shared/configs/describe-issue.ts';
import { PLACEHOLDER_PUBLIC_KEY } from '../shared/configs/identity.ts';
import { databaseLocation } from '../shared/database/database-location.ts';
import { demoRecords } from './demo-clans.ts';
import { recordOfEnvironment } from './env-record.ts';
import type { PlatformEnvironment } from './environment.ts';

/** The clans of this machine, with their secrets. */
export interface ClanRecords {
  /** A directory of files (`CLANS_DIR`), the environment (or `.env`), or the demo clans made here. */
  readonly source: 'files' | 'environment' | 'demo';
  readonly records: readonly ClanRecord[];
  /** Of demo clans, by name: the key that Discord would sign with, as PEM. */
  readonly privateKeys: Readonly<Record<string, string>>;
}

/** Clan records that cannot be used. A line per problem: file and field, never a value. */
export class ClanRecordsError extends Error {
  override readonly name = 'ClanRecordsError';
}

/**
 * Finds the clans: those of `CLANS_DIR`, else the one of the environment, else two demo clans, which are made at
 * the first start; not where a service's URL is set. Throws `ClanRecordsError` or `PlatformEnvironmentError`.
 */
export async function loadClanRecords(environment: PlatformEnvironment): Promise<ClanRecords> {
  const found = await find(environment);
  const { records } = found;
  const problems = [
    ...duplicates(records),
    ...sharedDatabases(records, environment),
    ...unusable(records, environment),
  ];
  if (problems.length > 0) throw new ClanRecordsError(problems.join('\n'));
  return found;
}

async function find(environment: PlatformEnvironment): Promise<ClanRecords> {
  if (environment.clansDir !== undefined) {
    return { source: 'files', records: await readRecords(environment.clansDir), privateKeys: {} };
  }
  const record = recordOfEnvironment(environment.variables);
  if (record !== undefined) return { source: 'environment', records: [record], privateKeys: {} };
  refuseDemo(environment);
  return { source: 'demo', ...(await demoRecords(environment)) };
}

/** The demo's clans exist in emulators only: with a service of somebody's own, a clan of their own was meant. */
function refuseDemo({ discordApiUrl, robloxApiUrl, robloxUsersApiUrl }: PlatformEnvironment): void {
  const set = Object.entries({
    DISCORD_API_URL: discordApiUrl,
    ROBLOX_API_URL: robloxApiUrl,
    ROBLOX_USERS_API_URL: robloxUsersApiUrl,
  }).flatMap(([name, url]) => (url === undefined ? [] : [name]));
  if (set.length === 0) return;
  throw new ClanRecordsError(
    `There is no clan to serve: ${set.join(', ')} set, but no clan is described. Fill in .env (CLAN_NAME, ` +
      'DISCORD_APPLICATION_ID and what setup_example.env lists with them), or set CLANS_DIR to a directory of ' +
      `<clan>.json records. For the demo's clans leave ${set.join(', ')} out.`,
  );
}

/** Every `<clan>.json` of the directory; all problems are told at once. */
export async function readRecords(directory: string): Promise<ClanRecord[]> {
  let names: string[];
  try {
    names = (await readdir(directory)).filter((name) => name.endsWith('.json')).sort();
  } catch {
    throw new ClanRecordsError(`CLANS_DIR: the directory ${directory} cannot be read.`);
  }
  if (names.length === 0) {
    throw new ClanRecordsError(`CLANS_DIR: ${directory} holds no clan record, expected <clan>.json.`);
  }
  const records: ClanRecord[] = [];
  const problems: string[] = [];
  for (const name of names) {
    const read = parseRecord(await readFile(join(directory, name), 'utf8'), join(directory, name));
    if (Array.isArray(read)) problems.push(...read);
    else records.push(read);
  }
  if (problems.length > 0) throw new ClanRecordsError(problems.join('\n'));
  return records;
}

/** The record, or what is wrong with it. */
function parseRecord(text: string, file: string): ClanRecord | string[] {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return [`${file}: not JSON.`];
  }
  const parsed = ClanRecord.safeParse(json);
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => `${file}: ${describeIssue(issue, json, { secret: true })}`);
  }
  const clan = basename(file, '.json');
  return parsed.data.clan === clan
    ? parsed.data
    : [`${file}: clan: expected "${clan}", the name of the file`];
}

function duplicates(records: readonly ClanRecord[]): string[] {
  return records.flatMap((record, index) => {
    const other = records.slice(0, index).find((each) => each.applicationId === record.applicationId);
    return other === undefined
      ? []
      : [
          `${record.clan}: applicationId: the clan ${other.clan} has the same; each clan needs an application of its own`,
        ];
  });
}

/** Records that name the database of another clan: neither would be alone with its members and points. */
function sharedDatabases(records: readonly ClanRecord[], environment: PlatformEnvironment): string[] {
  const place = (record: ClanRecord): string => {
    const location = databaseLocation(record, environment);
    return 'path' in location
      ? resolve(location.path)
      : `${location.user.toLowerCase()}@${location.connectString}`;
  };
  return records.flatMap((record, index) => {
    const other = records
      .slice(0, index)
      .find((each) => (each.database ?? record.database) !== undefined && place(each) === place(record));
    return other === undefined
      ? []
      : [
          `${record.clan}: database: the clan ${other.clan} has the same; each clan needs a database or a schema of its own`,
        ];
  });
}

function unusable(records: readonly ClanRecord[], { databasePath }: PlatformEnvironment): string[] {
  const sharing = records.filter((record) => record.database === undefined).map((record) => record.clan);
  return [
    ...records
      .filter((record) => record.publicKey === PLACEHOLDER_PUBLIC_KEY)
      .map(
        ({ clan }) =>
          `${clan}: publicKey: still the placeholder; the Discord Developer Portal shows the real one`,
      ),
    ...(databasePath !== undefined && sharing.length > 1
      ? [
          `DATABASE_PATH: one file cannot hold the data of several clans (${sharing.join(', ')}); leave it out`,
        ]
      : []),
  ];
}
