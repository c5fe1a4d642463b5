import { beforeEach, describe, expect, it } from 'vitest';
import { type RankRow, RanksFile } from '../../shared/clans/ranks-file.ts';
import { applyConfig, type ConfigReport } from '../../shared/configs/apply-config.ts';
import { describeReport } from '../../shared/configs/describe-report.ts';
import { sql } from '../../shared/database/database.ts';
import { listRanks, type Rank } from '../../shared/ranks/rank.ts';
import { listChanged } from '../../shared/settings/settings-store.ts';
import { NOON, person, TEST_SETTINGS, type TestClan } from '../../test/support/clan.ts';
import { type HandlerTest, openHandlerTest } from '../../test/support/handler-test.ts';
import { applySetup } from './apply-setup.ts';
import { setup } from './setup.ts';

const admin = person(9);
const FILE_URL = 'https://cdn.discordapp.com/ranks.json';
const row = (order: number, name: string, points: number, roblox: number, more = {}) => ({
  rank_order: order,
  rank_name: name,
  points_required: points,
  roblox_group_rank_id: roblox,
  ...more,
});
const FILE = [row(1, 'Private', 0, 1), row(2, 'Corporal', 30, 2), row(3, 'Captain', 80, 3)];
const ADD_MEMBER = sql`
INSERT INTO members (discord_id, rank_id, joined_at) VALUES (:discord_id, :rank_id, :joined_at)`;

let t: HandlerTest;
let clan: TestClan;
beforeEach(async () => {
  t = await openHandlerTest({ ranks: [] });
  clan = t.clan;
  await files(FILE);
});

/** What the next start, or the next apply, does with this ranks.json. */
function files(rows: readonly object[], overwrite = false): Promise<ConfigReport> {
  const ranks: readonly RankRow[] = RanksFile.parse(rows);
  const options = { now: () => NOON, random: Math.random, overwrite };
  return applyConfig(clan.db, { settings: TEST_SETTINGS, ranks }, options);
}
/** `/ranks setup` with a file, and its button. */
async function setUp(rows: readonly object[]): Promise<void> {
  const text = JSON.stringify(rows);
  const size = text.length;
  const attachment = { id: '7', name: 'ranks.json', contentType: 'application/json', size, url: FILE_URL };
  t.guild.files.set(FILE_URL, text);
  const call = { actor: admin, options: { file: '7' }, attachments: { '7': attachment } };
  const shown = await t.run(setup, call);
  const recordId = /ranks\.apply:([\d-]+)/.exec(shown.text)?.[1] ?? 'none';
  await t.run(applySetup, { actor: admin, recordId });
}
const here = async () =>
  (await listRanks(clan.db)).map((rank) => `${rank.order} ${rank.name} ${rank.pointsRequired}`);
async function hold(name: string): Promise<void> {
  const binds = { discord_id: person(1), rank_id: (await rank(name)).id, joined_at: NOON };
  await clan.db.execute(ADD_MEMBER, binds);
}
async function rank(name: string): Promise<Rank> {
  const found = (await listRanks(clan.db)).find((one) => one.name === name);
  if (found === undefined) throw new Error(`no rank ${name}`);
  return found;
}

describe('what /ranks setup set', () => {
  it('stays when the file changes elsewhere, field by field', async () => {
    await setUp([row(1, 'Private', 0, 1), row(2, 'Corporal', 45, 2), row(3, 'Captain', 80, 3)]);
    const report = await files([
      row(1, 'Private', 0, 1),
      row(2, 'Corporal', 30, 7),
      row(3, 'Captain', 90, 3),
    ]);
    expect(await here()).toEqual(['1 Private 0', '2 Corporal 45', '3 Captain 90']);
    expect(await rank('Corporal')).toMatchObject({ robloxRank: '7' });
    expect(describeReport(report)).toEqual([
      'ranks.json applied: changed Corporal, Captain',
      'set by commands, stays above ranks.json: Corporal: points_required 45 (the file says 30)',
      '`npm run migrate -- --clan <clan> --overwrite` takes what the files say instead',
    ]);
  });

  it('stays through many changes of the file, the same field among them', async () => {
    await setUp([row(1, 'Private', 0, 1), row(2, 'Corporal', 45, 2), row(3, 'Captain', 80, 3)]);
    for (const points of [50, 45, 60]) {
      await files([row(1, 'Private', 0, 1), row(2, 'Corporal', points, 2), row(3, 'Captain', points * 2, 3)]);
    }
    expect(await here()).toEqual(['1 Private 0', '2 Corporal 45', '3 Captain 120']);
  });

  it('keeps a rank that it added, with members on it, and its own name in the file later', async () => {
    await setUp([
      row(1, 'Private', 0, 1),
      row(2, 'Lance', 10, 9),
      row(3, 'Corporal', 30, 2),
      row(4, 'Captain', 80, 3),
    ]);
    await hold('Lance');
    const changed = [...FILE.slice(0, 2), row(3, 'Captain', 81, 3)];
    const report = await files(changed);
    expect(await here()).toEqual(['1 Private 0', '2 Lance 10', '3 Corporal 30', '4 Captain 81']);
    expect(describeReport(report)).toContain(
      'set by commands, stays above ranks.json: Lance: added, the file does not have it',
    );
    const { id } = await rank('Lance');
    await files([
      row(1, 'Private', 0, 1),
      row(2, 'Lance', 12, 9),
      row(3, 'Corporal', 30, 2),
      row(4, 'Captain', 81, 3),
    ]);
    expect(await rank('Lance')).toMatchObject({ id, pointsRequired: 10 });
    expect(await here()).toHaveLength(4);
  });

  it('keeps away a rank that it dropped, and takes it back when a command adds it again', async () => {
    await setUp(FILE.slice(0, 2));
    const report = await files([row(1, 'Private', 1, 1), ...FILE.slice(1)]);
    expect(await here()).toEqual(['1 Private 1', '2 Corporal 30']);
    expect(report.keptRanks).toEqual([{ kind: 'dropped', rank: 'Captain' }]);
    await setUp([row(1, 'Private', 1, 1), ...FILE.slice(1)]);
    expect((await files([row(1, 'Private', 2, 1), ...FILE.slice(1)])).keptRanks).toEqual([]);
    expect(await here()).toEqual(['1 Private 2', '2 Corporal 30', '3 Captain 80']);
  });

  it('keeps a new name and Roblox rank, and the members stay on the rank', async () => {
    await hold('Corporal');
    const { id } = await rank('Corporal');
    await setUp([row(1, 'Private', 0, 1), row(2, 'Sergeant', 30, 2), row(3, 'Captain', 80, 3)]);
    await setUp([row(1, 'Private', 0, 1), row(2, 'Sergeant', 30, 5), row(3, 'Captain', 80, 3)]);
    await files([row(1, 'Private', 0, 1), row(2, 'Corporal', 35, 2), row(3, 'Captain', 80, 3)]);
    expect(await rank('Sergeant')).toMatchObject({ id, robloxRank: '5', pointsRequired: 35 });
    expect(await here()).toHaveLength(3);
  });

  it('does not stop a file whose new ranks meet it in order or name', async () => {
    await setUp([...FILE, row(4, 'Major', 120, 4)]);
    const report = await files([...FILE, row(4, 'Colonel', 200, 6), row(5, 'General', 300, 8)]);
    expect(await here()).toEqual([
      '1 Private 0',
      '2 Corporal 30',
      '3 Captain 80',
      '4 Major 120',
      '5 Colonel 200',
      '6 General 300',
    ]);
    expect(report.keptRanks).toContainEqual({
      kind: 'field',
      rank: 'Colonel',
      field: 'rank_order',
      here: 5,
      inFile: 4,
    });
    await setUp([
      row(1, 'Recruit', 0, 1),
      ...FILE.slice(1),
      row(4, 'Major', 120, 4),
      row(5, 'Colonel', 200, 6),
    ]);
    const again = await files([...FILE, row(4, 'Colonel', 200, 6), row(9, 'Recruit', 900, 12)]);
    expect(again.keptRanks).toContainEqual({ kind: 'name-taken', rank: 'Recruit' });
    expect(await rank('Recruit')).toMatchObject({ order: 1 });
  });

  it('lets the file go on with ranks of which it set nothing', async () => {
    await setUp([row(1, 'Private', 0, 1), row(2, 'Corporal', 45, 2), row(3, 'Captain', 80, 3)]);
    await files([row(1, 'Recruit', 0, 1), row(2, 'Corporal', 30, 2), row(4, 'Colonel', 200, 6)]);
    expect(await here()).toEqual(['1 Recruit 0', '2 Corporal 45', '4 Colonel 200']);
  });

  it('keeps a Discord role that its file names, and none is lost that it does not name', async () => {
    await setUp([row(1, 'Private', 0, 1, { discord_role_id: person(50) }), ...FILE.slice(1)]);
    await files([row(1, 'Private', 0, 1, { discord_role_id: person(51) }), ...FILE.slice(1)]);
    expect(await rank('Private')).toMatchObject({ discordRoleId: person(50), roleSource: 'command' });
    await setUp([row(1, 'Private', 5, 1), ...FILE.slice(1)]);
    expect(await rank('Private')).toMatchObject({ discordRoleId: person(50), pointsRequired: 5 });
  });

  it('is the file’s again after --overwrite, which --overwrite alone does', async () => {
    await setUp([row(1, 'Recruit', 0, 1), ...FILE.slice(1)]);
    await setUp([row(1, 'Recruit', 3, 5), row(2, 'Corporal', 45, 2), row(3, 'Lance', 10, 9)]);
    await hold('Recruit');
    await files(FILE);
    expect(await here()).toEqual(['1 Recruit 3', '2 Corporal 45', '3 Lance 10']);
    const report = await files(FILE, true);
    expect(await here()).toEqual(['1 Private 0', '2 Corporal 30', '3 Captain 80']);
    expect(report).toMatchObject({ dropped: ['Lance'], keptRanks: [] });
    expect((await files([row(1, 'Private', 7, 1), ...FILE.slice(1)])).keptRanks).toEqual([]);
    expect(await here()).toEqual(['1 Private 7', '2 Corporal 30', '3 Captain 80']);
  });

  it('is no setting of /settings show', async () => {
    await setUp([row(1, 'Private', 4, 1), ...FILE.slice(1)]);
    expect(await listChanged(clan.db)).toEqual([]);
  });
});
