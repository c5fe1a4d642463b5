import { resolve } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type RankRow, RanksFile } from '../clans/ranks-file.ts';
import { Settings } from '../clans/settings.ts';
import { type Database, sql } from '../database/database.ts';
import { migrate } from '../database/migrator.ts';
import { readMigrations } from '../database/read-migrations.ts';
import { openSqlite } from '../database/sqlite.ts';
import { listRanks } from '../ranks/rank.ts';
import { setRankRole } from '../ranks/store-ranks.ts';
import { changeSetting, loadSettings } from '../settings/settings-store.ts';
import { applyConfig, type ConfigReport } from './apply-config.ts';
import { describeReport } from './describe-report.ts';

const NOON = Date.UTC(2026, 10, 18, 12);
const settings = Settings.parse({
  clan_name: 'TophatC',
  application_id: '1100000000000000001',
  public_key: 'a'.repeat(64),
  guild_id: '1100000000000000002',
  roblox_group_id: '3203735',
});
const ranks = RanksFile.parse([
  { rank_order: 1, rank_name: 'Private', points_required: 0, roblox_group_rank_id: 1 },
  { rank_order: 2, rank_name: 'Corporal', points_required: 30, roblox_group_rank_id: 2 },
  { rank_order: 3, rank_name: 'Captain', points_required: 80, roblox_group_rank_id: 3 },
]);
const ADD_MEMBER = sql`
INSERT INTO members (discord_id, roblox_name, rank_id, joined_at)
VALUES (:discord_id, :roblox_name, :rank_id, :joined_at)`;

let db: Database;
beforeEach(async () => {
  db = await openSqlite(':memory:');
  await migrate(db, readMigrations(resolve(import.meta.dirname, '../../sql/migrations')));
});

function apply(
  files: { settings?: Settings; ranks?: readonly RankRow[] } = {},
  overwrite = false,
): Promise<ConfigReport> {
  const options = { now: () => NOON, random: () => 0.5, overwrite };
  return applyConfig(db, { settings, ranks, ...files }, options);
}
async function rankNames(): Promise<string[]> {
  return (await listRanks(db)).map((rank) => `${rank.order} ${rank.name} ${rank.pointsRequired}`);
}
async function rankId(name: string): Promise<string> {
  return (await listRanks(db)).find((rank) => rank.name === name)?.id ?? '';
}
let members = 0;
async function addMember(name: string, rank: string): Promise<void> {
  members += 1;
  const discordId = String(1_200_000_000_000_000_000n + BigInt(members));
  const binds = { discord_id: discordId, roblox_name: name, rank_id: await rankId(rank), joined_at: NOON };
  await db.execute(ADD_MEMBER, binds);
}

describe("applying a clan's files", () => {
  it('makes ranks and settings the first time, and does nothing the second time', async () => {
    expect(await apply()).toMatchObject({
      settings: 'applied',
      ranks: 'applied',
      added: ['Private', 'Corporal', 'Captain'],
    });
    expect(await rankNames()).toEqual(['1 Private 0', '2 Corporal 30', '3 Captain 80']);
    expect((await loadSettings(db)).clan_name).toBe('TophatC');
    const again = await apply();
    expect(again).toMatchObject({ settings: 'unchanged', ranks: 'unchanged' });
    expect(describeReport(again)).toEqual([]);
  });

  it('keeps the ids of ranks through changes, renames and swapped places', async () => {
    await apply();
    const before = { corporal: await rankId('Corporal'), captain: await rankId('Captain') };
    const report = await apply({
      ranks: RanksFile.parse([
        { rank_order: 1, rank_name: 'Recruit', points_required: 0, roblox_group_rank_id: 1 },
        { rank_order: 2, rank_name: 'Captain', points_required: 90, roblox_group_rank_id: 3 },
        { rank_order: 3, rank_name: 'Corporal', points_required: 30, roblox_group_rank_id: 2 },
      ]),
    });
    expect(report).toMatchObject({ renamed: [{ from: 'Private', to: 'Recruit' }], added: [], dropped: [] });
    expect(await rankNames()).toEqual(['1 Recruit 0', '2 Captain 90', '3 Corporal 30']);
    expect({ corporal: await rankId('Corporal'), captain: await rankId('Captain') }).toEqual(before);
  });

  it('drops a rank that nobody holds', async () => {
    await apply();
    expect(await apply({ ranks: ranks.slice(0, 2) })).toMatchObject({ dropped: ['Captain'] });
    expect(await rankNames()).toEqual(['1 Private 0', '2 Corporal 30']);
  });

  it('refuses to drop a rank that members hold, says who, and changes nothing', async () => {
    await apply();
    for (const name of ['Wolf', 'Bear', 'Fox', 'Owl', 'Hare', 'Lynx']) await addMember(name, 'Captain');
    const changed = { ...settings, clan_name: 'Other' };
    await expect(apply({ settings: changed, ranks: ranks.slice(0, 2) })).rejects.toThrow(
      /rank "Captain" is gone from the file, but 6 members hold it \(.*, .*, .*, .*, .* and 1 more\)\. Nothing was changed\./,
    );
    expect(await rankNames()).toHaveLength(3);
    expect((await loadSettings(db)).clan_name).toBe('TophatC');
  });

  it('refuses to give the members of a rank another one because its name and Roblox rank are new', async () => {
    await apply();
    await addMember('Wolf', 'Captain');
    const other = { rank_order: 3, rank_name: 'Major', points_required: 80, roblox_group_rank_id: 9 };
    await expect(apply({ ranks: [...ranks.slice(0, 2), ...RanksFile.parse([other])] })).rejects.toThrow(
      '"Captain" is gone from the file, but 1 member holds it (Wolf)',
    );
  });

  it('leaves what commands set above the files and lists it', async () => {
    await apply();
    await changeSetting(db, 'channels.admin', '1100000000000000031', '1100000000000000009', NOON);
    await setRankRole(db, await rankId('Captain'), '1100000000000000041');
    const report = await apply({
      settings: { ...settings, clan_name: 'New Name' },
      ranks: ranks.map((rank) => ({ ...rank, points_required: rank.points_required + 1 })),
    });
    expect(await loadSettings(db)).toMatchObject({
      clan_name: 'New Name',
      channels: { admin: '1100000000000000031' },
    });
    expect((await listRanks(db)).at(-1)).toMatchObject({
      pointsRequired: 81,
      discordRoleId: '1100000000000000041',
    });
    expect(describeReport(report)).toEqual([
      'settings.json applied',
      'ranks.json applied: changed Private, Corporal, Captain',
      'set by commands, stays above settings.json: channels.admin',
      'set by commands, stays above ranks.json: Captain: discord_role_id 1100000000000000041 (the file says none)',
      '`npm run migrate -- --clan <clan> --overwrite` takes what the files say instead',
    ]);
  });

  it('lets the files win when told to, even unchanged ones', async () => {
    await apply();
    await changeSetting(db, 'log_level', 'none', '1100000000000000009', NOON);
    await setRankRole(db, await rankId('Captain'), '1100000000000000041');
    expect(await apply({}, true)).toMatchObject({ keptSettings: [], keptRanks: [] });
    expect((await loadSettings(db)).log_level).toBe('warning');
    expect((await listRanks(db)).at(-1)?.discordRoleId).toBeNull();
  });

  it('leaves the ranks alone where there is no file of them', async () => {
    await apply();
    expect(
      await applyConfig(db, { settings, ranks: undefined }, { now: () => NOON, random: () => 0 }),
    ).toMatchObject({
      ranks: 'no-file',
    });
    expect(await rankNames()).toHaveLength(3);
  });
});
