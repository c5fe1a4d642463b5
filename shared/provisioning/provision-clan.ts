import * as z from 'zod/mini';
import type { ClanRecord } from '../clans/clan-record.ts';
import { applyConfig, isApplied } from '../configs/apply-config.ts';
import { ConfigError } from '../configs/config-error.ts';
import { describeReport } from '../configs/describe-report.ts';
import { reportRoles } from '../configs/role-report.ts';
import { type Database, sql } from '../database/database.ts';
import type { DatabaseLocation } from '../database/database-location.ts';
import { DatabaseError } from '../database/errors.ts';
import { type Migration, MigrationError } from '../database/migration.ts';
import { migrate } from '../database/migrator.ts';
import type { DiscordClient } from '../discord/client.ts';
import { UserError } from '../errors/user-error.ts';
import { type AdminDatabase, adminDatabase } from './admin-database.ts';
import { dropClanUser } from './drop-user.ts';
import { type CheckedFiles, checkFiles, type ProvisionRequest } from './provision-request.ts';
import { findUser, provisionUser } from './provision-user.ts';
import { schemaUser } from './schema-user.ts';

type OracleLocation = Extract<DatabaseLocation, { user: string }>;

export interface ProvisioningServices {
  readonly openDatabase: (location: DatabaseLocation) => Promise<Database>;
  readonly migrations: readonly Migration[];
  /**
   * Who makes users: the administrator of an Oracle database. `undefined` where there is none at hand; the user
   * is then left as it is.
   */
  readonly administrator: { readonly user: string; readonly password: string } | undefined;
  /** Room of a clan's schema, in MB. */
  readonly quotaMb: number;
  /**
   * Is asked about the Discord roles of files that are applied, which are reported as warnings. Left out: nobody is,
   * where the clan's Discord is an emulator that does not run.
   */
  readonly discord?: Pick<DiscordClient, 'roles'> | undefined;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** A number in [0, 1). */
  readonly random: () => number;
  readonly pause: (ms: number) => Promise<void>;
}

/** What was done, or in a dry run would be done, in words for people. Holds no secret. */
export interface ProvisionAnswer extends Readonly<Record<string, unknown>> {
  readonly clan: string;
  readonly did: readonly string[];
  readonly warnings: readonly string[];
  /** Version of the schema afterwards; undefined when it was dropped. */
  readonly version?: number;
}

/**
 * Brings a clan's schema to what record and files say: user, password, quota, grants, migrations, ranks and
 * settings. Safe to run again; what is so already is left alone. Throws `UserError` in words for the operator.
 */
export async function provisionClan(
  request: ProvisionRequest,
  record: ClanRecord,
  location: DatabaseLocation,
  services: ProvisioningServices,
): Promise<ProvisionAnswer> {
  try {
    if (request.delete_data) return await deleteData(request, location, services);
    const files = checkFiles(request, record);
    const user = await userPart(request, location, services);
    if (user.stop)
      return { clan: request.clan, did: user.did, warnings: [...user.warnings, ...files.warnings] };
    const schema = await schemaPart(request, record, { location, files, services });
    return {
      clan: request.clan,
      did: [...user.did, ...schema.did],
      warnings: [...user.warnings, ...files.warnings, ...schema.warnings],
      version: schema.version,
    };
  } catch (error) {
    throw forOperator(error);
  }
}

interface UserPart {
  readonly did: readonly string[];
  readonly warnings: readonly string[];
  /** A dry run ends here: there is no way yet into the schema that it would look at. */
  readonly stop: boolean;
}

const NO_ADMINISTRATOR =
  'The database user was left as it is: no administrator of the database is known here.';

async function userPart(
  request: ProvisionRequest,
  location: DatabaseLocation,
  services: ProvisioningServices,
): Promise<UserPart> {
  if ('path' in location) return { did: [], warnings: [], stop: false };
  const user = schemaUser(location.user.toLowerCase());
  if (services.administrator === undefined) return { did: [], warnings: [NO_ADMINISTRATOR], stop: false };
  return withAdministrator(location, services, async (admin) => {
    if (request.dry_run) {
      if ((await findUser(admin, user)) === undefined) {
        return { did: [`would make the user ${user}`], warnings: [], stop: true };
      }
      if (!(await canLogIn(location, services))) {
        return { did: ["would set the password to the vault's"], warnings: [], stop: true };
      }
      const did = request.rotate_password ? ['would set the password again'] : [];
      return { did, warnings: [], stop: false };
    }
    const { did, warnings } = await provisionUser(admin, {
      user,
      password: location.password,
      quotaMb: services.quotaMb,
      rotatePassword: request.rotate_password,
      adopt: request.adopt,
      canLogIn: () => canLogIn(location, services),
    });
    return { did, warnings, stop: false };
  });
}

async function schemaPart(
  request: ProvisionRequest,
  record: ClanRecord,
  {
    location,
    files,
    services,
  }: {
    readonly location: DatabaseLocation;
    readonly files: CheckedFiles;
    readonly services: ProvisioningServices;
  },
): Promise<{ did: string[]; warnings: readonly string[]; version: number }> {
  const { now, random, pause, migrations, discord } = services;
  const db = await services.openDatabase(location);
  try {
    const report = await migrate(db, migrations, { now, pause, dryRun: request.dry_run });
    const ran = report.migrations.map(({ migration, steps, firstStep }) =>
      [
        request.dry_run ? 'would run' : 'ran',
        `migration ${migration}`,
        firstStep === 1 ? `(${steps} statements)` : `(from statement ${firstStep} of ${steps})`,
      ].join(' '),
    );
    if (report.schemaIsNewer)
      ran.push('the schema is newer than this version of the bot, and was left as it is');
    if (request.dry_run || files.settings === undefined) {
      return { did: ran, warnings: [], version: report.to };
    }
    const config = { settings: files.settings, ranks: files.ranks };
    const applied = await applyConfig(db, config, { now, random, overwrite: request.overwrite });
    const isChecked = discord !== undefined && isApplied(applied);
    const warnings = isChecked ? await reportRoles(db, record, discord) : [];
    return { did: [...ran, ...describeReport(applied)], warnings, version: report.to };
  } finally {
    await db.close();
  }
}

async function deleteData(
  request: ProvisionRequest,
  location: DatabaseLocation,
  services: ProvisioningServices,
): Promise<ProvisionAnswer> {
  if ('path' in location) {
    throw new UserError(
      'data-is-a-file',
      `The data of ${request.clan} was not deleted: it is the file ${location.path}, which you can delete yourself.`,
    );
  }
  if (services.administrator === undefined) throw new UserError('no-administrator', NO_ADMINISTRATOR);
  const clan = { name: request.clan, user: schemaUser(location.user.toLowerCase()) };
  const did = await withAdministrator(location, services, (admin) =>
    dropClanUser(admin, clan, request.confirm, services.pause),
  );
  return { clan: request.clan, did, warnings: [] };
}

async function withAdministrator<T>(
  { connectString }: OracleLocation,
  services: ProvisioningServices,
  work: (admin: AdminDatabase) => Promise<T>,
): Promise<T> {
  const { administrator } = services;
  if (administrator === undefined) throw new UserError('no-administrator', NO_ADMINISTRATOR);
  const db = await services.openDatabase({ ...administrator, connectString });
  try {
    return await work(adminDatabase(db));
  } finally {
    await db.close();
  }
}

const ONE = sql`SELECT 1 AS one FROM dual`;
const OneRow = z.object({ one: z.int() });

/** Whether the clan's own credentials open a session. Asked by a statement: opening alone connects nothing. */
async function canLogIn(location: OracleLocation, services: ProvisioningServices): Promise<boolean> {
  const db = await services.openDatabase(location);
  try {
    await db.query(OneRow, ONE);
    return true;
  } catch (error) {
    if (error instanceof DatabaseError && error.code === 'denied') return false;
    throw error;
  } finally {
    await db.close();
  }
}

/** What an operator reads in Terraform's error: the cause with Oracle's number, and no stack. */
function forOperator(error: unknown): unknown {
  if (error instanceof ConfigError) {
    return new UserError(
      'bad-config',
      `The files cannot be used, nothing was changed. ${error.problems.join(' ')}`,
    );
  }
  if (error instanceof MigrationError) return new UserError('migration', error.message);
  if (!(error instanceof DatabaseError)) return error;
  const number = error.engineCode === undefined ? '' : ` (${error.engineCode})`;
  return new UserError(
    `database-${error.code}`,
    `${error.message}${number} What was done before stays; provisioning goes on from there when it runs again.`,
  );
}
