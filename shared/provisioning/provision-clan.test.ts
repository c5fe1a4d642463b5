import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  COMPLETE,
  NOTHING,
  oracleAdministrator,
  refusingDriver,
} from '../../test/support/oracle-administrator.ts';
import { discordError } from '../../test/support/recorded.ts';
import type { ClanRecord } from '../clans/clan-record.ts';
import type { DatabaseLocation } from '../database/database-location.ts';
import { openDatabase } from '../database/open-database.ts';
import { openOracle } from '../database/oracle.ts';
import { readMigrations } from '../database/read-migrations.ts';
import { PERMISSIONS } from '../discord/permissions.ts';
import { listRanks } from '../ranks/rank.ts';
import { type ProvisioningServices, provisionClan } from './provision-clan.ts';
import { parseProvisionRequest } from './provision-request.ts';

const migrations = readMigrations(resolve(import.meta.dirname, '../../sql/migrations'));
const IDENTITY = {
  clan: 'newclan',
  applicationId: '1100000000000000001',
  publicKey: 'ab'.repeat(32),
  guildId: '1100000000000000002',
  robloxGroupId: '3203735',
};
const RECORD: ClanRecord = { ...IDENTITY, botToken: 'bot', robloxApiKey: 'key' };
const SETTINGS = {
  clan_name: 'New Clan',
  application_id: IDENTITY.applicationId,
  public_key: IDENTITY.publicKey,
  guild_id: IDENTITY.guildId,
  roblox_group_id: IDENTITY.robloxGroupId,
};
const rank = (order: number, name: string) => ({
  rank_order: order,
  rank_name: name,
  points_required: order * 10,
  roblox_group_rank_id: String(order),
  admin_only: false,
});
const ORACLE = {
  user: 'newclan',
  password: 'Generated_Passw0rd#1',
  connectString: 'tcps://adb.test/clans_tp',
};

let directory: string;
let file: { path: string };
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'clan-bot-provision-'));
  file = { path: join(directory, 'clan_data.db') };
});
afterEach(() => rmSync(directory, { recursive: true }));

const services = (changes: Partial<ProvisioningServices> = {}): ProvisioningServices => ({
  openDatabase: (location) => openDatabase(location),
  migrations,
  administrator: undefined,
  quotaMb: 500,
  now: () => 1_760_000_000_000,
  random: () => 0.5,
  pause: async () => undefined,
  ...changes,
});
const request = (changes: Record<string, unknown> = {}) =>
  parseProvisionRequest({ clan: 'newclan', ...changes });

/** What the adapter gives for a wrong password: it opens, and the first statement is refused. */
const refusing = (location: typeof ORACLE, code = 'ORA-01017') =>
  openOracle(location, { driver: refusingDriver(code) });

/**
 * An Oracle whose administrator is a fake and whose clan schema is a file. `refused`: the clan's password is
 * not the vault's until somebody sets it.
 */
function oracle(
  state: typeof NOTHING,
  failures: Parameters<typeof oracleAdministrator>[1] = {},
  refused: string | undefined = undefined,
) {
  const { db, ran } = oracleAdministrator(state, failures);
  const openings: string[] = [];
  const changed = services({
    administrator: { user: 'ADMIN', password: 'Admin_Passw0rd#1' },
    openDatabase: async (location: DatabaseLocation) => {
      if ('path' in location) return openDatabase(location);
      openings.push(location.user);
      if (location.user === 'ADMIN') return db;
      const isSet = ran.some((statement) => statement.includes('IDENTIFIED BY'));
      return refused === undefined || isSet ? openDatabase(file) : refusing(location, refused);
    },
  });
  return { services: changed, ran, openings };
}

describe('provisioning a clan', () => {
  test('brings an empty file to the newest version with ranks and settings, and then leaves it alone', async () => {
    const body = { settings: SETTINGS, ranks: [rank(1, 'Private'), rank(2, 'Corporal')] };
    const first = await provisionClan(request(body), RECORD, file, services());
    expect(first.did).toContainEqual(expect.stringMatching(/^ran migration 0001_clan \(\d+ statements\)$/));
    expect(first.did).toContainEqual(expect.stringContaining('ranks.json applied'));
    expect(first.version).toBe(migrations.at(-1)?.version);
    const again = await provisionClan(request(body), RECORD, file, services());
    expect(again).toEqual({ clan: 'newclan', did: [], warnings: [], version: first.version });

    const db = await openDatabase(file);
    expect((await listRanks(db)).map((one) => one.name)).toEqual(['Private', 'Corporal']);
    await db.close();
  });

  test('warns of a role in the files that is not given, and of a Discord that does not answer', async () => {
    const role = { id: '1100000000000000055', name: 'Boss', position: 1, managed: false };
    const ranks = [{ ...rank(1, 'Private'), discord_role_id: role.id }];
    const discord = { roles: async () => [{ ...role, permissions: PERMISSIONS.ADMINISTRATOR }] };
    const body = { settings: SETTINGS, ranks };
    const first = await provisionClan(request(body), RECORD, file, services({ discord }));
    expect(first.warnings).toEqual([
      expect.stringMatching(/^the role of Private has the permission Administrator/),
    ]);
    const down = { roles: () => Promise.reject(discordError(503)) };
    const changed = { ...body, settings: { ...SETTINGS, clan_name: 'Other' } };
    const again = await provisionClan(request(changed), RECORD, file, services({ discord: down }));
    expect(again.did).toContain('settings.json applied');
    expect(again.warnings).toEqual([expect.stringMatching(/could not be checked/)]);
  });

  test('on Oracle makes the user first, then works in its schema with its own credentials', async () => {
    const { services: all, ran, openings } = oracle(NOTHING);
    const answer = await provisionClan(
      request({ settings: SETTINGS, ranks: [rank(1, 'Private')] }),
      RECORD,
      ORACLE,
      all,
    );
    expect(openings).toEqual(['ADMIN', 'newclan']);
    expect(ran).toContainEqual(expect.stringContaining('CREATE USER "NEWCLAN"'));
    expect(answer.did[0]).toBe('made the profile CLAN_BOT');
    expect(JSON.stringify(answer)).not.toContain('Passw0rd');
  });

  test('checks the files before it touches anything', async () => {
    const { services: all, ran, openings } = oracle(NOTHING);
    const other = { ...SETTINGS, guild_id: '1100000000000000099' };
    await expect(provisionClan(request({ settings: other }), RECORD, ORACLE, all)).rejects.toMatchObject({
      code: 'bad-config',
      message: expect.stringContaining('settings.json: guild_id: expected "1100000000000000002"'),
    });
    const ranks = [rank(2, 'A'), rank(1, 'B')];
    await expect(provisionClan(request({ ranks }), RECORD, ORACLE, all)).rejects.toThrow(
      /ranks.json: \[1\].rank_order/,
    );
    expect([...ran, ...openings]).toEqual([]);
  });

  test('a dry run says what would be done and does nothing', async () => {
    const empty = oracle(NOTHING);
    const answer = await provisionClan(request({ dry_run: true }), RECORD, ORACLE, empty.services);
    expect(answer.did).toEqual(['would make the user NEWCLAN']);
    expect(empty.ran).toEqual([]);

    const there = oracle(COMPLETE);
    const second = await provisionClan(
      request({ dry_run: true, settings: SETTINGS }),
      RECORD,
      ORACLE,
      there.services,
    );
    expect(second.did[0]).toContain('would run migration 0001_clan');
    expect(second.did.every((line) => line.startsWith('would run migration '))).toBe(true);
    expect(there.ran).toEqual([]);
    expect((await provisionClan(request({ dry_run: true }), RECORD, file, services())).version).toBe(0);
  });

  test('without an administrator at hand it leaves the user alone, says so, and migrates', async () => {
    const answer = await provisionClan(
      request(),
      RECORD,
      ORACLE,
      services({ openDatabase: () => openDatabase(file) }),
    );
    expect(answer.warnings).toEqual([
      expect.stringContaining('no administrator of the database is known here'),
    ]);
    expect(answer.version).toBeGreaterThan(0);
  });

  test('a failure of the database is said with its number, without a password, and what to expect', async () => {
    const { services: all } = oracle(NOTHING, { 'CREATE USER': ['ORA-28003'] });
    const error = await provisionClan(request(), RECORD, ORACLE, all).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'database-other',
      message: expect.stringMatching(
        /^Could not make the user NEWCLAN: ORA-28003\. \(ORA-28003\) What was done before stays/,
      ),
    });
  });

  test('a refused administrator is an error, not a reason to go on', async () => {
    const all = services({
      administrator: { user: 'ADMIN', password: 'wrong' },
      openDatabase: () => refusing(ORACLE),
    });
    await expect(provisionClan(request(), RECORD, ORACLE, all)).rejects.toMatchObject({
      code: 'database-denied',
    });
  });

  test.each(['ORA-01017', 'ORA-28000', 'ORA-28001'])(
    "sets the vault's password where the first statement is refused with %s",
    async (code) => {
      const { services: all, ran } = oracle(COMPLETE, {}, code);
      const answer = await provisionClan(request(), RECORD, ORACLE, all);
      expect(ran).toEqual(['ALTER USER "NEWCLAN" IDENTIFIED BY "Generated_Passw0rd#1" ACCOUNT UNLOCK']);
      expect(answer.did[0]).toBe("set the password to the vault's");
    },
  );

  test('does not take a database that is away for a wrong password', async () => {
    const { services: all, ran } = oracle(COMPLETE, {}, 'ORA-12514');
    await expect(provisionClan(request(), RECORD, ORACLE, all)).rejects.toMatchObject({
      code: 'database-unreachable',
    });
    expect(ran).toEqual([]);
  });

  test("a dry run says that the vault's password would be set, and sets nothing", async () => {
    const { services: all, ran } = oracle(COMPLETE, {}, 'ORA-01017');
    const answer = await provisionClan(request({ dry_run: true }), RECORD, ORACLE, all);
    expect(answer.did).toEqual(["would set the password to the vault's"]);
    expect(ran).toEqual([]);
  });

  test('deletes data only on Oracle, only with the confirmation, and says what to do otherwise', async () => {
    const { services: all, ran } = oracle(COMPLETE);
    const drop = (changes: Record<string, unknown>) => request({ delete_data: true, ...changes });
    await expect(provisionClan(drop({}), RECORD, ORACLE, all)).rejects.toMatchObject({
      code: 'not-confirmed',
    });
    const answer = await provisionClan(drop({ confirm: 'newclan' }), RECORD, ORACLE, all);
    expect(answer.did).toEqual(['dropped the user NEWCLAN with all its tables']);
    expect(ran.at(-1)).toBe('DROP USER "NEWCLAN" CASCADE');
    await expect(provisionClan(drop({ confirm: 'newclan' }), RECORD, file, services())).rejects.toMatchObject(
      {
        code: 'data-is-a-file',
        message: expect.stringContaining(file.path),
      },
    );
  });
});

describe('a provisioning request', () => {
  test.each(['', 'New Clan', 'x"; DROP USER sys', 'a-b', '../tophat'])(
    'the clan name %j is refused',
    (clan) => {
      expect(() => parseProvisionRequest({ clan })).toThrow(
        expect.objectContaining({ code: 'bad-clan-name' }),
      );
    },
  );

  test('a request of another form is refused with the field', () => {
    expect(() => parseProvisionRequest({ clan: 'newclan', delete_data: 'yes' })).toThrow(/delete_data/);
    expect(() => parseProvisionRequest('newclan')).toThrow(expect.objectContaining({ code: 'bad-request' }));
  });
});
