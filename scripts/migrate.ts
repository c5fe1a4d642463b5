// npm run migrate: brings clans' schemas to this version, in the cloud by calling provision-clan, else by itself.
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ClanRecordsError, loadClanRecords } from '../local/clan-records.ts';
import { loadEnvFile } from '../local/env-file.ts';
import { PlatformEnvironmentError, parsePlatformEnvironment } from '../local/environment.ts';
import type { ClanRecord } from '../shared/clans/clan-record.ts';
import { ClanRegistryError } from '../shared/clans/registry-error.ts';
import { databaseLocation } from '../shared/database/database-location.ts';
import { openDatabase } from '../shared/database/open-database.ts';
import { readMigrations } from '../shared/database/read-migrations.ts';
import { UserError } from '../shared/errors/user-error.ts';
import { CredentialsError } from '../shared/oci/credentials.ts';
import { provisionClan } from '../shared/provisioning/provision-clan.ts';
import { parseProvisionRequest } from '../shared/provisioning/provision-request.ts';
import { callProvision, type ProvisionOutcome } from './cloud/call-provision.ts';
import {
  CloudEnvironmentError,
  isCloud,
  loadCloudFile,
  parseCloudEnvironment,
} from './cloud/cloud-environment.ts';
import { parseCommandLine, runScript, UsageError } from './command-line.ts';

const USAGE = `npm run migrate -- --clan <clan> | --all [--dry-run] [--direct] [--adopt] [--rotate-password]
  In the cloud (with .env.cloud) provision-clan does it; on this machine, and with --direct, this script does.
  --dry-run          says what would be done
  --direct           connects to the database itself, with the clan's own credentials
  --adopt            takes over a database user that this bot has not made (cloud only)
  --rotate-password  sets the vault's database password (cloud only)`;

/** Does one clan, and says what came of it. */
interface Migrator {
  readonly clans: readonly string[];
  readonly migrate: (clan: string) => Promise<ProvisionOutcome>;
}
interface Wishes {
  readonly dry_run: boolean;
  readonly adopt: boolean;
  readonly rotate_password: boolean;
}

async function main(): Promise<void> {
  const { values, positionals } = parseCommandLine(
    {
      clan: { type: 'string' },
      all: { type: 'boolean' },
      'dry-run': { type: 'boolean' },
      direct: { type: 'boolean' },
      adopt: { type: 'boolean' },
      'rotate-password': { type: 'boolean' },
    },
    USAGE,
  );
  if (positionals.length > 0 || (values.clan === undefined) === (values.all !== true))
    throw new UsageError(USAGE);
  const wishes: Wishes = {
    dry_run: values['dry-run'] === true,
    adopt: values.adopt === true,
    rotate_password: values['rotate-password'] === true,
  };
  loadEnvFile();
  loadCloudFile();
  const cloud = isCloud(process.env);
  if (!cloud && (wishes.adopt || wishes.rotate_password)) throw new UsageError(USAGE);
  const all = cloud
    ? await inTheCloud(values.clan, wishes, values.direct === true)
    : await onThisMachine(wishes);
  const wanted = values.clan === undefined ? all.clans : all.clans.filter((clan) => clan === values.clan);
  if (wanted.length === 0) {
    throw new UsageError(
      `There is no clan ${values.clan ?? ''}; there are: ${all.clans.join(', ') || 'none'}.`,
    );
  }
  await report(wanted, all.migrate, wishes.dry_run);
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

async function inTheCloud(clan: string | undefined, wishes: Wishes, direct: boolean): Promise<Migrator> {
  const environment = parseCloudEnvironment(process.env);
  const { openOciSession, createVaultRegistry } = await import('../shared/oci/sdk.ts');
  const problems: string[] = [];
  const registry = createVaultRegistry(environment, (problem) => problems.push(problem));
  const clans = clan === undefined ? (await registry.identities()).map((one) => one.clan).sort() : [clan];
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
  if (direct) {
    return { clans, migrate: async (name) => directly(await registry.recordOfClan(name), name, wishes) };
  }
  const { signing } = openOciSession(environment.variables);
  return { clans, migrate: (name) => callProvision(environment, signing, { clan: name, ...wishes }) };
}

async function onThisMachine(wishes: Wishes): Promise<Migrator> {
  const { records } = await loadClanRecords(parsePlatformEnvironment(process.env));
  return {
    clans: records.map((record) => record.clan),
    migrate: (clan) =>
      directly(
        records.find((record) => record.clan === clan),
        clan,
        wishes,
      ),
  };
}

async function directly(
  record: ClanRecord | undefined,
  clan: string,
  wishes: Wishes,
): Promise<ProvisionOutcome> {
  if (record === undefined) return { ok: false, message: 'There is no record of this clan.' };
  try {
    const location = databaseLocation(record, parsePlatformEnvironment(process.env));
    const { did, warnings } = await provisionClan(
      parseProvisionRequest({ clan, ...wishes }),
      record,
      location,
      {
        openDatabase: (where) => openDatabase(where),
        migrations: readMigrations(resolve(import.meta.dirname, '../sql/migrations')),
        administrator: undefined,
        quotaMb: 0,
        now: Date.now,
        random: Math.random,
        pause: (ms) => setTimeout(ms),
      },
    );
    return { ok: true, did, warnings };
  } catch (error) {
    if (error instanceof UserError) return { ok: false, message: error.message };
    throw error;
  }
}

runScript(main, [
  ClanRecordsError,
  ClanRegistryError,
  CloudEnvironmentError,
  CredentialsError,
  PlatformEnvironmentError,
]);
