import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { ClanRecord } from '../shared/clans/clan-record.ts';
import { ConfigError } from '../shared/configs/config-error.ts';
import { describeIssue } from '../shared/configs/describe-issue.ts';
import { PLACEHOLDER_PUBLIC_KEY } from '../shared/configs/identity.ts';
import { parseConfigJson } from '../shared/configs/parse-config-json.ts';
import { databaseLocation } from '../shared/database/database-location.ts';
import { demoRecords } from './demo-clans.ts';
import { recordOfEnvironment } from './env-record.ts';
import type { PlatformEnvironment } from './environment.ts';
import type { StoppedClan } from './stopped-clans.ts';

/** The clans of this machine, with their secrets. */
export interface ClanRecords {
  /** A directory of files (`CLANS_DIR`), the environment (or `.env`), or the demo clans made here. */
  readonly source: 'files' | 'environment' | 'demo';
  readonly records: readonly ClanRecord[];
  /** Clans whose records cannot be used. They concern no other clan. */
  readonly stopped: readonly StoppedClan[];
  /** Of demo clans, by name: the key that Discord would sign with, as PEM. */
  readonly privateKeys: Readonly<Record<string, string>>;
}

/** No clan record can be used. A line per problem: file and field, never a value. */
export class ClanRecordsError extends Error {
  override readonly name = 'ClanRecordsError';
}

/**
 * Finds the clans: those of `CLANS_DIR`, else the one of the environment, else two demo clans, which are made at
 * the first start; not where a service's URL is set. A record that cannot be used stops its own clan only. Throws
 * `ClanRecordsError` when none is left, or `PlatformEnvironmentError`.
 */
export async function loadClanRecords(environment: PlatformEnvironment): Promise<ClanRecords> {
  const found = await find(environment);
  refuseSharedPath(found.records, environment);
  const stopped = [...found.stopped];
  const records = found.records.filter((record) => {
    const problems = problemsAmong(record, found.records, environment);
    if (problems.length > 0) stopped.push({ clan: record.clan, problems });
    return problems.length === 0;
  });
  if (records.length === 0)
    throw new ClanRecordsError(stopped.flatMap(({ problems }) => problems).join('\n'));
  return { ...found, records, stopped };
}

async function find(environment: PlatformEnvironment): Promise<ClanRecords> {
  if (environment.clansDir !== undefined) {
    return { source: 'files', ...(await readRecords(environment.clansDir)), privateKeys: {} };
  }
  const record = recordOfEnvironment(environment.variables);
  if (record !== undefined) return { source: 'environment', records: [record], stopped: [], privateKeys: {} };
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

/** Every `<clan>.json` of the directory. */
async function readRecords(directory: string): Promise<Pick<ClanRecords, 'records' | 'stopped'>> {
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
  const stopped: StoppedClan[] = [];
  for (const name of names) {
    const read = await readRecord(join(directory, name));
    if (Array.isArray(read)) stopped.push({ clan: basename(name, '.json'), problems: read });
    else records.push(read);
  }
  return { records, stopped };
}

/** The record, or what is wrong with it. */
async function readRecord(file: string): Promise<ClanRecord | string[]> {
  try {
    return parseRecord(await readFile(file, 'utf8'), file);
  } catch (error) {
    if (error instanceof ConfigError) return [...error.problems];
    return [`${file}: cannot be read (${error instanceof Error ? error.message : error})`];
  }
}

/** Throws `ConfigError` for a file that is no JSON. */
function parseRecord(text: string, file: string): ClanRecord | string[] {
  const json = parseConfigJson(text, file, { secret: true });
  const parsed = ClanRecord.safeParse(json);
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => `${file}: ${describeIssue(issue, json, { secret: true })}`);
  }
  const clan = basename(file, '.json');
  return parsed.data.clan === clan
    ? parsed.data
    : [`${file}: clan: expected "${clan}", the name of the file`];
}

/**
 * What is wrong with a record beside the others. Two that claim the same are both stopped: which of them is wrong
 * cannot be known, and the wrong one's files must not be applied to the other's data.
 */
function problemsAmong(
  record: ClanRecord,
  records: readonly ClanRecord[],
  environment: PlatformEnvironment,
): string[] {
  const others = records.filter((each) => each !== record);
  const twin = others.find((each) => each.applicationId === record.applicationId);
  const sharing = others.find((each) => placeOf(each, environment) === placeOf(record, environment));
  return [
    ...(twin === undefined
      ? []
      : [
          `${record.clan}: applicationId: the clan ${twin.clan} has the same; each clan needs an application of its own`,
        ]),
    ...(sharing === undefined
      ? []
      : [
          `${record.clan}: database: the clan ${sharing.clan} has the same; each clan needs a database or a schema of its own`,
        ]),
    ...(record.publicKey === PLACEHOLDER_PUBLIC_KEY
      ? [`${record.clan}: publicKey: still the placeholder; the Discord Developer Portal shows the real one`]
      : []),
  ];
}

/** Where a clan's data are, in one way of writing. */
function placeOf(record: ClanRecord, environment: PlatformEnvironment): string {
  const location = databaseLocation(record, environment);
  return 'path' in location
    ? resolve(location.path)
    : `${location.user.toLowerCase()}@${location.connectString}`;
}

function refuseSharedPath(records: readonly ClanRecord[], { databasePath }: PlatformEnvironment): void {
  const sharing = records.filter((record) => record.database === undefined).map((record) => record.clan);
  if (databasePath === undefined || sharing.length < 2) return;
  throw new ClanRecordsError(
    `DATABASE_PATH: one file cannot hold the data of several clans (${sharing.join(', ')}); leave it out`,
  );
}
