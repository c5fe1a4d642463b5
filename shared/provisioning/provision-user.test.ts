import { describe, expect, test } from 'vitest';
import { COMPLETE, NOTHING, oracleAdministrator } from '../../test/support/oracle-administrator.ts';
import { adminDatabase } from './admin-database.ts';
import { dropClanUser } from './drop-user.ts';
import { provisionUser, type UserToProvision } from './provision-user.ts';
import { schemaUser } from './schema-user.ts';

function open(...args: Parameters<typeof oracleAdministrator>) {
  const { db, ran } = oracleAdministrator(...args);
  return { admin: adminDatabase(db), ran };
}

const wanted = (changes: Partial<UserToProvision> = {}): UserToProvision => ({
  user: 'NEWCLAN',
  password: 'Generated_Passw0rd#1',
  quotaMb: 500,
  rotatePassword: false,
  adopt: false,
  canLogIn: async () => true,
  ...changes,
});

describe('provisioning a clan user', () => {
  test('makes the profile, the user, its grants and its quota on an empty database', async () => {
    const { admin, ran } = open(NOTHING);
    const result = await provisionUser(admin, wanted());
    expect(ran).toEqual([
      'CREATE PROFILE clan_bot LIMIT PASSWORD_LIFE_TIME UNLIMITED FAILED_LOGIN_ATTEMPTS UNLIMITED PASSWORD_ROLLOVER_TIME 1/24',
      'CREATE USER "NEWCLAN" IDENTIFIED BY "Generated_Passw0rd#1" PROFILE clan_bot',
      'GRANT CREATE SESSION, CREATE TABLE TO "NEWCLAN"',
      'ALTER USER "NEWCLAN" QUOTA 500M ON DATA',
    ]);
    expect(result).toEqual({
      created: true,
      did: [
        'made the profile CLAN_BOT',
        'made the user NEWCLAN',
        'granted CREATE SESSION and CREATE TABLE',
        'set the quota to 500 MB on DATA',
      ],
      warnings: [],
    });
  });

  test('changes nothing when all is so already, and says so', async () => {
    const { admin, ran } = open(COMPLETE);
    expect(await provisionUser(admin, wanted())).toEqual({ created: false, did: [], warnings: [] });
    expect(ran).toEqual([]);
  });

  test('sets the password when asked to rotate, and when the present one is refused', async () => {
    const asked = open(COMPLETE);
    expect((await provisionUser(asked.admin, wanted({ rotatePassword: true }))).did).toEqual([
      'set the password again',
    ]);
    const refused = open(COMPLETE);
    const result = await provisionUser(refused.admin, wanted({ canLogIn: async () => false }));
    expect(result.did).toEqual(["set the password to the vault's"]);
    for (const { ran } of [asked, refused]) {
      expect(ran).toEqual(['ALTER USER "NEWCLAN" IDENTIFIED BY "Generated_Passw0rd#1" ACCOUNT UNLOCK']);
    }
  });

  test('a rotation to the password that the database has already counts as done', async () => {
    const { admin } = open(COMPLETE, { 'ALTER USER': ['ORA-28007'] });
    expect(await provisionUser(admin, wanted({ rotatePassword: true }))).toEqual({
      created: false,
      did: ["left the password: the database has the vault's already"],
      warnings: [],
    });
  });

  test('within the hour in which two passwords are good it says that the earlier one is one of them', async () => {
    const user = {
      oracle_maintained: 'N',
      user_profile: 'CLAN_BOT',
      account_status: 'OPEN & IN ROLLOVER',
      own_tables: 2,
    };
    const { admin } = open({ ...COMPLETE, user }, { 'ALTER USER': ['ORA-28007'] });
    expect((await provisionUser(admin, wanted({ rotatePassword: true }))).warnings).toEqual([
      expect.stringContaining('changed within the last hour'),
    ]);
  });

  test('a password that was replaced earlier is refused with what to do', async () => {
    const { admin } = open(COMPLETE, { 'ALTER USER': ['ORA-28007'] });
    await expect(provisionUser(admin, wanted({ canLogIn: async () => false }))).rejects.toMatchObject({
      code: 'password-used-before',
      message: expect.stringContaining('npm run set-secrets -- --clan ... --rotate-database'),
    });
  });

  test('any other refusal of a rotation is an error', async () => {
    const { admin } = open(COMPLETE, { 'ALTER USER': ['ORA-28003'] });
    await expect(provisionUser(admin, wanted({ rotatePassword: true }))).rejects.toMatchObject({
      engineCode: 'ORA-28003',
    });
  });

  test('two runs at once meet without an error: whoever is second finds the user there', async () => {
    const { admin, ran } = open(NOTHING, {
      'CREATE PROFILE': ['ORA-02379'],
      'CREATE USER': ['ORA-01920'],
    });
    const result = await provisionUser(admin, wanted());
    expect(result.created).toBe(false);
    expect(ran[0]).toBe('GRANT CREATE SESSION, CREATE TABLE TO "NEWCLAN"');
  });

  test("leaves somebody else's user alone, unless it is taken over on purpose", async () => {
    const user = { oracle_maintained: 'N', user_profile: 'DEFAULT', account_status: 'OPEN', own_tables: 0 };
    const foreign = open({ ...COMPLETE, user });
    await expect(provisionUser(foreign.admin, wanted())).rejects.toMatchObject({ code: 'foreign-schema' });
    expect(foreign.ran).toEqual([]);
    const adopted = open({ ...COMPLETE, user });
    expect((await provisionUser(adopted.admin, wanted({ adopt: true }))).did).toEqual([
      'put NEWCLAN into the profile CLAN_BOT',
    ]);
    const oracles = open({ ...COMPLETE, user: { ...user, oracle_maintained: 'Y' } });
    await expect(provisionUser(oracles.admin, wanted({ adopt: true }))).rejects.toMatchObject({
      code: 'foreign-schema',
    });
  });

  test('takes over a schema that a DBA made from the script: it holds the tables of this bot', async () => {
    const user = { oracle_maintained: 'N', user_profile: 'DEFAULT', account_status: 'OPEN', own_tables: 2 };
    const { admin, ran } = open({ ...COMPLETE, user });
    await provisionUser(admin, wanted());
    expect(ran).toEqual(['ALTER USER "NEWCLAN" PROFILE clan_bot']);
  });

  test('says what a user may do beyond its need', async () => {
    const { admin } = open({ ...COMPLETE, privileges: [...COMPLETE.privileges, 'DBA'] });
    expect((await provisionUser(admin, wanted())).warnings).toEqual([
      'NEWCLAN also has DBA, which it does not need',
    ]);
  });

  test('no error shows the password, whatever fails', async () => {
    const { admin } = open(NOTHING, { 'CREATE USER': ['ORA-28003'] });
    const error = await provisionUser(admin, wanted()).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      engineCode: 'ORA-28003',
      message: 'Could not make the user NEWCLAN: ORA-28003.',
    });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('Generated');
    for (const password of ['short', 'has "quotes" in it', 'line\nbreak-in-here', 'ümlaut-password-1']) {
      const bad = await provisionUser(open(NOTHING).admin, wanted({ password })).catch(String);
      expect(bad).toContain('must be 12 to 60 printable');
      expect(bad).not.toContain(password);
    }
  });
});

describe('the name of a schema', () => {
  test.each(['newclan', 'graves_family', 'a1'])('%s is taken in capitals', (clan) => {
    expect(schemaUser(clan)).toBe(clan.toUpperCase());
  });

  test.each([
    '',
    'x',
    'New',
    '1st',
    'a"; DROP USER x',
    'a-b',
    'clan name',
    'ä_clan',
    'a'.repeat(31),
    'sys',
    'admin',
    'public',
  ])('%j is refused', (clan) => {
    expect(() => schemaUser(clan)).toThrow(expect.objectContaining({ code: 'bad-clan-name' }));
  });
});

describe('dropping a clan user', () => {
  const clan = { name: 'newclan', user: 'NEWCLAN' };
  const pause = async () => undefined;

  test('needs the name of the clan as its confirmation', async () => {
    for (const confirm of [undefined, '', 'NEWCLAN', 'other']) {
      const { admin, ran } = open(COMPLETE);
      await expect(dropClanUser(admin, clan, confirm, pause)).rejects.toMatchObject({
        code: 'not-confirmed',
      });
      expect(ran).toEqual([]);
    }
  });

  test('locks the user, ends its sessions and drops it with its tables', async () => {
    const { admin, ran } = open({ ...COMPLETE, sessions: [{ session_number: 7, session_serial: 99 }] });
    await dropClanUser(admin, clan, 'newclan', pause);
    expect(ran).toEqual([
      'ALTER USER "NEWCLAN" ACCOUNT LOCK',
      "BEGIN EXECUTE IMMEDIATE 'ALTER SYSTEM KILL SESSION ''7,99'' IMMEDIATE'; END;",
      'DROP USER "NEWCLAN" CASCADE',
    ]);
  });

  test('tries again while a session is still going, and gives up in the end', async () => {
    const once = open(COMPLETE, { 'DROP USER': ['ORA-01940', 'ORA-01940'] });
    expect(await dropClanUser(once.admin, clan, 'newclan', pause)).toHaveLength(1);
    const never = open(COMPLETE, { 'DROP USER': Array(9).fill('ORA-01940') });
    await expect(dropClanUser(never.admin, clan, 'newclan', pause)).rejects.toMatchObject({
      engineCode: 'ORA-01940',
    });
  });

  test("a user that is gone is no error, and somebody else's is never dropped", async () => {
    expect(await dropClanUser(open(NOTHING).admin, clan, 'newclan', pause)).toEqual([
      'NEWCLAN was gone already',
    ]);
    const user = { oracle_maintained: 'N', user_profile: 'DEFAULT', account_status: 'OPEN', own_tables: 1 };
    const foreign = open({ ...COMPLETE, user });
    await expect(dropClanUser(foreign.admin, clan, 'newclan', pause)).rejects.toMatchObject({
      code: 'foreign-schema',
    });
    expect(foreign.ran).toEqual([]);
  });
});
