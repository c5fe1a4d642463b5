// npm run migrate: brings clans' schemas to this version, in the cloud by calling provision-clan, else by itself.
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Option } from '@commander-js/extra-typings';
import { type PlatformEnvironment, parsePlatformEnvironment } from '../local/environment.ts';
import { ClanRegistryError } from '../shared/clans/clan-record.ts';
import { ConfigError } from '../shared/configs/config-error.ts';
import { readClanFiles } from '../shared/configs/read-config.ts';
import { databaseLocation } from '../shared/database/database-location.ts';
import { openDatabase } from '../shared/database/open-database.ts';
import { readMigrations } from '../shared/database/read-migrations.ts';
import { UserError } from '../shared/errors/user-error.ts';
import { provisionClan } from '../shared/provisioning/provision-clan.ts';
import { parseProvisionRequest } from '../shared/provisioning/provision-request.ts';
import {
  CLAN_ERRORS,
  type ClanOfScript,
  clansOfMachine,
  environmentOfScript,
  servicesOf,
} from './clan-of-script.ts';
import { callProvision, type ProvisionOutcome } from './cloud/call-provision.ts';
import { isCloud, parseCloudEnvironment } from './cloud/cloud-environment.ts';
import { clanOption, command, envFileOption, runScript, ScriptError, UsageError } from './command-line.ts';

const PROGRAM = command(
  'migrate',
  "Brings clans' schemas to this version. In the cloud (with .env.cloud) provision-clan does it; on this machine, and with --direct, this script does.",
)
  .addOption(clanOption('one clan').conflicts('all'))
  .option('--all', 'every clan')
  .option('--dry-run', 'says what would be done')
  .addOption(
    new Option(
      '--overwrite',
      "applies the clan's files too, and takes them even where a command set something else",
    ).conflicts('dryRun'),
  )
  .option('--direct', "connects to the database itself, with the clan's own credentials")
  .option('--adopt', 'takes over a database user that this bot has not made (cloud only)')
  .option('--rotate-password', "sets the vault's database password (cloud only)")
  .addOption(envFileOption());

/** Does one clan, and says what came of it. */
interface Migrator {
  readonly clans: readonly string[];
  readonly migrate: (clan: string, files?: Files) => Promise<ProvisionOutcome>;
}
/** A clan's files, which win over what commands set. */
interface Files {
  readonly settings: unknown;
  readonly ranks?: unknown;
  readonly overwrite: true;
}
interface Wishes {
  readonly dry_run: boolean;
  readonly adopt: boolean;
  readonly rotate_password: boolean;
}

async function main(options: ReturnType<typeof PROGRAM.opts>): Promise<void> {
  const { clan, envFile } = options;
  if (clan === undefined && options.all !== true) throw new UsageError('--clan <clan> or --all is needed.');
  const wishes: Wishes = {
    dry_run: options.dryRun === true,
    adopt: options.adopt === true,
    rotate_password: options.rotatePassword === true,
  };
  const environment = environmentOfScript({ clan, envFile });
  const cloud = isCloud(process.env);
  if (!cloud && (wishes.adopt || wishes.rotate_password)) {
    throw new ScriptError(
      '--adopt and --rotate-password are for the cloud, and there is no .env.cloud here.',
    );
  }
  const all = cloud
    ? await inTheCloud(clan, wishes, options.direct === true)
    : await onThisMachine(environment, wishes);
  const wanted = clan === undefined ? all.clans : all.clans.filter((name) => name === clan);
  if (wanted.length === 0) {
    throw new ScriptError(`There is no clan ${clan ?? ''}; there are: ${all.clans.join(', ') || 'none'}.`);
  }
  const migrate: Migrator['migrate'] =
    options.overwrite === true
      ? (name) => overwriting(environment.configsDir, name, all.migrate)
      : all.migrate;
  await report(wanted, migrate, wishes.dry_run);
}

/** One clan after the other; a failure does not keep the others from theirs. */
async function report(
  clans: readonly string[],
  migrate: Migrator['migrate'],
  dryRun: boolean,
): Promise<void> {
  const failed: string[] = [];
  for (const clan of clans) {
    const outcome = await migrate(clan);
    if (!outcome.ok) {
      failed.push(clan);
      process.stderr.write(`${clan}: failed. ${outcome.message}\n`);
      continue;
    }
    const lines = outcome.did.length === 0 ? [dryRun ? 'nothing to do' : 'is up to date'] : outcome.did;
    for (const line of [...lines, ...outcome.warnings.map((text) => `warning: ${text}`)]) {
      process.stdout.write(`${clan}: ${line}\n`);
    }
  }
  const well = clans.length - failed.length;
  process.stdout.write(`${clans.length} clans: ${well} well, ${failed.length} failed\n`);
  if (failed.length > 0) {
    process.stderr.write(`Failed: ${failed.join(', ')}. Running it again is safe.\n`);
    process.exitCode = 1;
  }
}

/** Hands the clan's files over, from `configs/<clan>` of this machine. */
async function overwriting(
  configsDir: string,
  clan: string,
  migrate: Migrator['migrate'],
): Promise<ProvisionOutcome> {
  try {
    const { settings, ranks } = await readClanFiles(configsDir, clan);
    if (settings === undefined) {
      const file = join(configsDir, clan, 'settings.json');
      return { ok: false, message: `${file} is not there, so nothing was overwritten.` };
    }
    return await migrate(clan, { settings, ...(ranks === undefined ? {} : { ranks }), overwrite: true });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { ok: false, message: `Its files cannot be used, nothing was changed.\n${error.message}` };
  }
}

async function inTheCloud(clan: string | undefined, wishes: Wishes, direct: boolean): Promise<Migrator> {
  const environment = parseCloudEnvironment(process.env);
  const { openOciSession, createVaultRegistry } = await import('../shared/oci/sdk.ts');
  const problems: string[] = [];
  const registry = createVaultRegistry(environment, (problem) => problems.push(problem));
  const clans = clan === undefined ? (await registry.identities()).map((one) => one.clan).sort() : [clan];
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
  if (direct) {
    return {
      clans,
      async migrate(name, files) {
        try {
          const record = await registry.recordOfClan(name);
          const clanOf = record === undefined ? undefined : { record, source: 'vault' as const };
          return await directly(clanOf, { clan: name, ...wishes, ...files });
        } catch (error) {
          if (!(error instanceof ClanRegistryError)) throw error;
          return { ok: false, message: error.message };
        }
      },
    };
  }
  const { signing } = openOciSession(environment.variables);
  return {
    clans,
    migrate: (name, files) => callProvision(environment, signing, { clan: name, ...wishes, ...files }),
  };
}

async function onThisMachine(environment: PlatformEnvironment, wishes: Wishes): Promise<Migrator> {
  const { source, records, stopped } = await clansOfMachine(environment);
  return {
    clans: [...records, ...stopped].map(({ clan }) => clan).sort(),
    async migrate(clan, files) {
      const problems = stopped.find((each) => each.clan === clan)?.problems;
      if (problems !== undefined) return { ok: false, message: problems.join('\n') };
      const record = records.find((each) => each.clan === clan);
      const clanOf = record === undefined ? undefined : { record, source };
      return directly(clanOf, { clan, ...wishes, ...files });
    },
  };
}

async function directly(
  clan: ClanOfScript | undefined,
  request: Wishes & Partial<Files> & { readonly clan: string },
): Promise<ProvisionOutcome> {
  if (clan === undefined) return { ok: false, message: 'There is no record of this clan.' };
  const { record } = clan;
  try {
    const environment = parsePlatformEnvironment(process.env);
    const location = databaseLocation(record, environment);
    const { discord } = await servicesOf(environment, clan);
    const { did, warnings } = await provisionClan(parseProvisionRequest(request), record, location, {
      openDatabase: (where) => openDatabase(where),
      migrations: readMigrations(resolve(import.meta.dirname, '../sql/migrations')),
      administrator: undefined,
      quotaMb: 0,
      discord,
      now: Date.now,
      random: Math.random,
      pause: (ms) => setTimeout(ms),
    });
    return { ok: true, did, warnings };
  } catch (error) {
    if (error instanceof UserError) return { ok: false, message: error.message };
    throw error;
  }
}

runScript(PROGRAM, main, { expected: CLAN_ERRORS });
