// npm run import -- --clan tophat --from tophat_clan.db: brings the data of TophatClanBot along.
import { realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { readEnvFile } from '../local/env-file.ts';
import { type PlatformEnvironment, PlatformEnvironmentError } from '../local/environment.ts';
import { readClan } from '../local/prepare-clan.ts';
import type { ClanIdentity } from '../shared/clans/clan-record.ts';
import { ConfigError } from '../shared/configs/config-error.ts';
import { reportRoles } from '../shared/configs/role-report.ts';
import type { Database } from '../shared/database/database.ts';
import { databaseLocation } from '../shared/database/database-location.ts';
import { DatabaseError } from '../shared/database/errors.ts';
import { MigrationError } from '../shared/database/migration.ts';
import { loadSettings } from '../shared/settings/settings-store.ts';
import {
  CLAN_ERRORS,
  type ClanOfScript,
  environmentOfScript,
  findClan,
  servicesOf,
} from './clan-of-script.ts';
import { isCloud } from './cloud/cloud-environment.ts';
import { clanOption, command, envFileOption, runScript, ScriptError, UsageError } from './command-line.ts';
import { AnomalyFile } from './import/anomaly-file.ts';
import { comparisonTable } from './import/comparison.ts';
import { importClan } from './import/import-clan.ts';
import { ImportError } from './import/import-error.ts';
import { lookUpNames } from './import/look-up-names.ts';
import type { OldDatabase } from './import/old-database.ts';
import { describeLayout } from './import/old-layout.ts';
import { connectionOf, openOldOracle } from './import/old-oracle.ts';
import { openOldSqlite } from './import/old-sqlite.ts';
import { countOldRows } from './import/old-tables.ts';
import { withTarget } from './import/open-target.ts';
import { repostPending } from './import/repost-pending.ts';
import { writeSettings } from './import/write-settings.ts';
import { Progress } from './progress.ts';

const PROGRAM = command('import', 'Brings the data of TophatClanBot along.')
  .addOption(clanOption('the clan that gets the data').makeOptionMandatory())
  .option(
    '--from <file>',
    'the old bot\'s SQLite file, or "oracle" (ORACLE_USER, ORACLE_PASSWORD and ORACLE_DSN from the environment or from the file of --env)',
  )
  .option('--env <file>', "the old bot's .env: writes configs/<clan>/settings.json; works without --from too")
  .option('--overwrite', 'with --env: replaces what settings.json says otherwise')
  .option('--dry-run', 'does everything, shows what came of it, and takes it back')
  .option('--no-roblox', 'does not look up any name; members stay unlinked until the next import')
  .option('--repost-pending', 'posts a review message for every submission that still waits')
  .option('--list <file>', 'where everything odd is listed (default: a file in DATA_DIR/imports)')
  .addOption(envFileOption());

interface Call {
  readonly environment: PlatformEnvironment;
  readonly clan: ClanOfScript;
  readonly dryRun: boolean;
  readonly askRoblox: boolean;
  readonly repost: boolean;
  readonly list: string;
}

async function main(options: ReturnType<typeof PROGRAM.opts>): Promise<void> {
  const { clan: name, from, env, envFile } = options;
  if (from === undefined && env === undefined) throw new UsageError('--from, --env or both are needed.');
  const environment = environmentOfScript({ clan: name, envFile });
  const dryRun = options.dryRun === true;
  const oldVariables = env === undefined ? {} : readEnvFile(env);
  if (env !== undefined) {
    const overwrite = options.overwrite === true;
    await settingsFromOld(environment, name, { variables: oldVariables, overwrite, dryRun });
  }
  if (from === undefined) return;
  const call: Call = {
    environment,
    clan: await findClan(environment, name),
    dryRun,
    askRoblox: options.roblox,
    repost: options.repostPending === true,
    list: options.list ?? join(environment.dataDir, 'imports', `${name}-${stamp()}.txt`),
  };
  const old = await openOld(from, { ...oldVariables, ...process.env }, call);
  try {
    await importFrom(old, call);
  } finally {
    await old.close();
  }
}

async function settingsFromOld(
  environment: PlatformEnvironment,
  clan: string,
  options: {
    variables: Readonly<Record<string, string | undefined>>;
    overwrite: boolean;
    dryRun: boolean;
  },
): Promise<void> {
  const identity = await knownIdentity(environment, clan);
  const { configsDir } = environment;
  for (const line of await writeSettings({ clan, configsDir, identity, ...options })) say(line);
}

/** What the clan's record says, where one is configured: before that the file is made from the old `.env` alone. */
async function knownIdentity(
  environment: PlatformEnvironment,
  clan: string,
): Promise<ClanIdentity | undefined> {
  const { clansDir, variables } = environment;
  if (clansDir === undefined && variables['CLAN_NAME'] === undefined && !isCloud(variables)) return undefined;
  try {
    return (await findClan(environment, clan)).record;
  } catch (error) {
    const isMissing = error instanceof ScriptError || error instanceof PlatformEnvironmentError;
    if (!isMissing) throw error;
    say(`  no record of ${clan} yet, so its ids come from the old file (${error.message.split('\n')[0]})`);
    return undefined;
  }
}

async function openOld(
  from: string,
  variables: Readonly<Record<string, string | undefined>>,
  { clan, environment }: Call,
): Promise<OldDatabase> {
  const target = databaseLocation(clan.record, environment);
  if (from === 'oracle') {
    const { user, connectString } = connectionOf(variables);
    const isSame =
      'user' in target &&
      target.user.toLowerCase() === user.toLowerCase() &&
      target.connectString === connectString;
    if (isSame) throw sameDatabase(`the schema ${user}`);
    return await openOldOracle(variables);
  }
  if ('path' in target && realPath(from) === realPath(target.path)) throw sameDatabase(from);
  return openOldSqlite(from);
}

async function importFrom(old: OldDatabase, call: Call): Promise<void> {
  const { environment, clan, dryRun } = call;
  const prepared = await readClan(clan.record, environment.configsDir);
  say(`${clan.record.clan}: reading ${old.name}`);
  for (const line of describeLayout(old.layout)) say(`  ${line}`);
  const services = await servicesOf(environment, clan);
  const { names, problem } = await lookUpNames(old, {
    roblox: call.askRoblox ? services.roblox : undefined,
    unasked: call.askRoblox ? 'the emulator of Roblox does not run; start the platform first' : '--no-roblox',
    sleep: (ms) => setTimeout(ms),
    output: process.stderr,
  });
  try {
    if (problem !== undefined) say(`  not all names could be looked up at Roblox: ${problem}`);
    const tell = (line: string) => say(`  ${line}`);
    await withTarget(prepared, environment, { dryRun, tell }, async (db) => {
      await bring(db, old, names, call);
      // The old bot gave any role to a rank.
      const { discord } = services;
      const lines = discord === undefined ? [] : await reportRoles(db, clan.record, discord);
      for (const line of lines) say(`warning: ${line}`);
      if (call.repost && !dryRun) await repost(db, old, services);
    });
  } finally {
    names.close();
  }
}

async function bring(
  db: Database,
  old: OldDatabase,
  names: Awaited<ReturnType<typeof lookUpNames>>['names'],
  { dryRun, list, clan, askRoblox }: Call,
): Promise<void> {
  const totals = await old.snapshot((source) => countOldRows(source));
  const bars = {
    members: new Progress(process.stderr, 'members', totals.members),
    submissions: new Progress(process.stderr, 'submissions', totals.submissions),
  };
  const file = new AnomalyFile(list);
  try {
    const { anomalies, comparison, changes } = await importClan({
      db,
      old,
      names,
      dryRun,
      now: Date.now,
      random: Math.random,
      beginList: () => file.begin(),
      progress(what, done) {
        bars[what].step(done);
        if (done >= totals[what]) bars[what].end();
      },
    });
    const lines = anomalies.lines();
    say('');
    for (const line of lines) say(line);
    if (lines.length > 0) say(`Each of them is a line in ${list}`);
    say('');
    // A demo's Roblox is the emulator, which knows nobody but the demo's people.
    const isEmulated = clan.source === 'demo' && askRoblox;
    for (const line of comparisonTable(comparison.rows(), { isEmulated })) say(line);
    say('');
    if (dryRun) say('A dry run: nothing was changed.');
    else if (changes === 0) say('Nothing was changed: all of this was here already.');
    else say('Done. The same import again would change nothing twice.');
  } finally {
    file.close();
  }
}

async function repost(
  db: Database,
  old: OldDatabase,
  { discord }: Awaited<ReturnType<typeof servicesOf>>,
): Promise<void> {
  if (discord === undefined) {
    throw new ImportError(
      'The emulator of Discord does not run, so no proof can be fetched. The import itself is done. ' +
        'Run "npm start" in another terminal and start again with --repost-pending.',
    );
  }
  const settings = await loadSettings(db);
  const { pending } = await old.snapshot((source) => countOldRows(source));
  const bar = new Progress(process.stderr, 'review messages', pending);
  const clock = { now: Date.now, random: Math.random };
  const report = await repostPending({
    db,
    old,
    settings,
    discord,
    ...clock,
    progress: (done) => bar.step(done),
  });
  bar.end();
  say(
    `${report.posted} review messages are on their way (${report.withoutProof} without their proof, which is lost), ` +
      `${report.alreadyThere} were there already. The running bot posts them, oldest first.`,
  );
}

function sameDatabase(what: string): ImportError {
  return new ImportError(
    `${what} is where this clan's new data is. Nothing was changed. The old data must be somewhere else.`,
  );
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

function stamp(): string {
  return new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

runScript(PROGRAM, main, {
  expected: [ImportError, ConfigError, ...CLAN_ERRORS, DatabaseError, MigrationError],
});
