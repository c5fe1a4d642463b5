import { DatabaseError } from '../database/errors.ts';
import { UserError } from '../errors/user-error.ts';
import type { AdminDatabase } from './admin-database.ts';
import * as statements from './admin-statements.ts';

export interface UserToProvision {
  /** From `schemaUser`. */
  readonly user: string;
  /** What the vault holds for this clan now. */
  readonly password: string;
  readonly quotaMb: number;
  /** Sets the password even where the present one still works. */
  readonly rotatePassword: boolean;
  /** Takes over a user that this bot has not made. */
  readonly adopt: boolean;
  /** Whether the clan's own credentials open a session. Throws for any other reason than a refusal. */
  readonly canLogIn: () => Promise<boolean>;
}

/** What was done, in words for people; empty when everything was so already. */
export interface Provisioned {
  readonly created: boolean;
  readonly did: readonly string[];
  readonly warnings: readonly string[];
}

const WANTED = ['CREATE SESSION', 'CREATE TABLE'];

/**
 * Brings the clan's database user to what it shall be: there, with the vault's password, the right to create a
 * session and tables of its own, and a quota. Safe to run again and at the same time as another clan's.
 * Throws `UserError` 'foreign-schema' when a user of that name belongs to somebody else or 'password-used-before',
 * and `DatabaseError`.
 */
export async function provisionUser(admin: AdminDatabase, wanted: UserToProvision): Promise<Provisioned> {
  const did: string[] = [];
  const { user } = wanted;
  if (await ensureProfile(admin)) did.push('made the profile CLAN_BOT');
  const created = await ensureUser(admin, wanted, did);
  const surplus = await ensurePrivileges(admin, user, did);
  await ensureQuota(admin, wanted, did);
  const warnings =
    surplus.length === 0 ? [] : [`${user} also has ${surplus.join(', ')}, which it does not need`];
  if (!created) warnings.push(...(await ensurePassword(admin, wanted, did)));
  return { created, did, warnings };
}

async function ensureProfile(admin: AdminDatabase): Promise<boolean> {
  const [row] = await admin.query(statements.CountRow, statements.FIND_PROFILE);
  if (row !== undefined && row.found > 0) return false;
  // ORA-02379: another clan's provisioning made it in the meantime.
  return notIf('ORA-02379', () => admin.run(statements.CREATE_PROFILE, 'make the profile CLAN_BOT'));
}

async function ensureUser(admin: AdminDatabase, wanted: UserToProvision, did: string[]): Promise<boolean> {
  const { user } = wanted;
  const found = await findUser(admin, user);
  if (found === undefined) {
    // ORA-01920: a second run for the same clan made it in the meantime.
    const statement = statements.createUser(user, wanted.password);
    if (await notIf('ORA-01920', () => admin.run(statement, `make the user ${user}`))) {
      did.push(`made the user ${user}`);
      return true;
    }
    return false;
  }
  refuseForeign(user, found, wanted.adopt);
  if (found.user_profile !== 'CLAN_BOT') {
    await admin.run(statements.setProfile(user), `put ${user} into the profile CLAN_BOT`);
    did.push(`put ${user} into the profile CLAN_BOT`);
  }
  return false;
}

export async function findUser(admin: AdminDatabase, user: string): Promise<statements.UserRow | undefined> {
  const [found] = await admin.query(statements.UserRow, statements.FIND_USER, { schema_user: user });
  return found;
}

/** Throws `UserError` 'foreign-schema' unless the user is of this bot's making, or holds its tables. */
export function refuseForeign(user: string, found: statements.UserRow, adopt: boolean): void {
  if (found.oracle_maintained === 'Y') {
    throw new UserError(
      'foreign-schema',
      `${user} is an account of Oracle's own, so nothing was changed. Choose another clan name.`,
    );
  }
  const ours = found.user_profile === 'CLAN_BOT' || found.own_tables === 2;
  if (ours || adopt) return;
  throw new UserError(
    'foreign-schema',
    `The database has a user ${user} that this bot has not made, so nothing was changed. Choose another clan ` +
      'name; or, if that user was made for this clan, take it over once with "npm run migrate -- --clan ... --adopt".',
  );
}

/** Returns what the user has beyond what it needs. */
async function ensurePrivileges(admin: AdminDatabase, user: string, did: string[]): Promise<string[]> {
  const rows = await admin.query(statements.PrivilegeRow, statements.PRIVILEGES, { schema_user: user });
  const held = rows.map((row) => row.privilege_name);
  if (!WANTED.every((privilege) => held.includes(privilege))) {
    await admin.run(statements.grantPrivileges(user), `grant ${WANTED.join(' and ')} to ${user}`);
    did.push(`granted ${WANTED.join(' and ')}`);
  }
  return held.filter((privilege) => !WANTED.includes(privilege));
}

async function ensureQuota(admin: AdminDatabase, wanted: UserToProvision, did: string[]): Promise<void> {
  const { user, quotaMb } = wanted;
  const [tablespace] = await admin.query(statements.TablespaceRow, statements.DEFAULT_TABLESPACE);
  if (tablespace === undefined) throw new DatabaseError('other', 'The database names no default tablespace.');
  const { tablespace_name } = tablespace;
  const binds = { schema_user: user, tablespace_name };
  const [quota] = await admin.query(statements.QuotaRow, statements.QUOTA, binds);
  if (quota?.max_bytes === quotaMb * 1024 * 1024) return;
  await admin.run(statements.setQuota(user, quotaMb, tablespace_name), `give ${user} a quota`);
  did.push(`set the quota to ${quotaMb} MB on ${tablespace_name}`);
}

/**
 * ORA-28007: a password that was used before may not be used again. Where it works, it is the present one and
 * nothing is left to do, or the one before while the profile's hour of both runs. Where it does not, somebody has
 * put an earlier one back into the vault. Returns warnings.
 */
async function ensurePassword(
  admin: AdminDatabase,
  wanted: UserToProvision,
  did: string[],
): Promise<readonly string[]> {
  const { user, rotatePassword } = wanted;
  const works = await wanted.canLogIn();
  if (works && !rotatePassword) return [];
  const statement = statements.setPassword(user, wanted.password);
  if (await notIf('ORA-28007', () => admin.run(statement, `set the password of ${user}`))) {
    did.push(works ? 'set the password again' : "set the password to the vault's");
    return [];
  }
  if (!works) {
    throw new UserError(
      'password-used-before',
      `${user} had the vault's password before, and Oracle does not take it again (ORA-28007). ${NEW_PASSWORD}`,
    );
  }
  did.push("left the password: the database has the vault's already");
  const found = await findUser(admin, user);
  return found?.account_status.includes('IN ROLLOVER') === true
    ? [
        `The password was changed within the last hour. If you have put an earlier one back since: ${NEW_PASSWORD}`,
      ]
    : [];
}

const NEW_PASSWORD = 'Make a new one: npm run set-secrets -- --clan ... --rotate-database';

/** Whether `work` did it; false when Oracle says with this number that it was done already. */
async function notIf(engineCode: string, work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof DatabaseError && error.engineCode === engineCode) return false;
    throw error;
  }
}
