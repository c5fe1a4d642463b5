import { beforeEach, describe, expect, it } from 'vitest';
import { RanksFile } from '../../shared/clans/ranks-file.ts';
import { rankProblems } from '../../shared/configs/check-ranks.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { listRanks } from '../../shared/ranks/rank.ts';
import { GROUP_ROLES, person, type TestClan } from '../../test/support/clan.ts';
import { type HandlerTest, openHandlerTest } from '../../test/support/handler-test.ts';
import { applySetup } from './apply-setup.ts';
import { proposeRanks } from './propose-ranks.ts';
import { setup } from './setup.ts';

const admin = person(9);
let t: HandlerTest;
let clan: TestClan;
beforeEach(async () => {
  t = await openHandlerTest();
  clan = t.clan;
});

const FILE_URL = 'https://cdn.discordapp.com/ranks.json';
function hand(text: string, size = text.length) {
  const attachment = { id: '7', name: 'ranks.json', contentType: 'application/json', size, url: FILE_URL };
  t.guild.files.set(FILE_URL, text);
  return t.run(setup, { actor: admin, options: { file: '7' }, attachments: { '7': attachment } });
}
const propose = (on = t) => on.run(setup, { actor: admin });
function apply(text: string, on = t) {
  const recordId = /ranks\.apply:([\d-]+)/.exec(text)?.[1] ?? 'none';
  return on.run(applySetup, { actor: admin, recordId });
}
async function fileOfClan(): Promise<Record<string, unknown>[]> {
  return (await listRanks(clan.db)).map((rank) => ({
    rank_order: rank.order,
    rank_name: rank.name,
    points_required: rank.pointsRequired,
    roblox_group_rank_id: Number(rank.robloxRank),
    admin_only: rank.adminOnly,
  }));
}
const names = async (on = t) => (await listRanks(on.db)).map((rank) => rank.name);

it('/ranks setup with a file that Discord does not say more about proposes nothing in its place', async () => {
  const call = t.run(setup, { actor: admin, options: { file: '7' }, attachments: {} });
  await expect(call).rejects.toMatchObject({ code: 'file-gone' });
});

describe('/ranks setup without a file', () => {
  it('proposes a rank for each role of the group, and makes them when Apply is pressed', async () => {
    const empty = await openHandlerTest({ ranks: [] });
    const { reply, text } = await propose(empty);
    expect(text).toContain('➕ **Soldier**');
    const rows = RanksFile.parse(JSON.parse(reply.file?.text ?? ''));
    expect(rows.map((row) => row.points_required)).toEqual([0, 30, 60, 100, 150, 210]);
    expect(rankProblems(rows)).toEqual([]);
    expect(await names(empty)).toEqual([]);
    expect((await apply(text, empty)).text).toContain('6 added');
    expect(await names(empty)).toEqual(['Pending', 'Enlist', 'Friend', 'Soldier', 'Veteran', 'Captain']);
    await expect(apply(text, empty)).rejects.toMatchObject({ code: 'proposal-gone' });
  });

  it('keeps the ranks of a clan that has some, and adds the missing role in its place', async () => {
    await clan.seed({ discordId: person(1), rank: 'Soldier' });
    const { text } = await propose();
    expect(text).toContain('➕ **Friend**');
    expect(text).not.toContain('🗑');
    await apply(text);
    expect(await names()).toEqual(['Pending', 'Enlist', 'Friend', 'Soldier', 'Veteran', 'Queen', 'Captain']);
    const [, , friend, soldier] = await listRanks(clan.db);
    expect(friend).toMatchObject({ adminOnly: true, robloxRank: '30' });
    expect(soldier).toMatchObject({ id: clan.rank('Soldier').id, pointsRequired: 20 });
    expect((await propose()).text).toContain('nothing to apply');
  });

  it('tells roles apart that share a rank number or a name, and gives leaders no points', () => {
    const roles = [
      { id: '901', name: 'Member', rank: 1, memberCount: 1 },
      { id: '902', name: 'Member', rank: 1, memberCount: 1 },
      { id: '903', name: ' ', rank: 255, memberCount: 1 },
    ];
    const rows = RanksFile.parse(proposeRanks(roles, []));
    expect(rows.map((row) => [row.rank_name, row.roblox_group_rank_id, row.admin_only])).toEqual([
      ['Member', '901', false],
      ['Member (902)', '902', false],
      ['Rank 255', '255', true],
    ]);
    expect(
      proposeRanks([{ id: '1', name: 'Guest', rank: 0, memberCount: 0 }, ...GROUP_ROLES], []),
    ).toHaveLength(6);
  });
});

describe('/ranks setup with a file', () => {
  it('shows what would change and applies it, keeping who holds what', async () => {
    await clan.seed({ discordId: person(1), rank: 'Enlist' });
    const rows = (await fileOfClan()).filter((row) => row['rank_name'] !== 'Queen');
    const renamed = rows.map((row) =>
      row['rank_order'] === 2 ? { ...row, rank_name: 'Recruit', points_required: 7 } : row,
    );
    const { text } = await hand(JSON.stringify(renamed));
    expect(text).toContain('🗑️ **Queen**');
    expect(text).toContain('✏️ **Recruit**: renamed from Enlist, points 5 → 7');
    expect(await names()).toContain('Enlist');
    await apply(text);
    expect((await listRanks(clan.db))[1]).toMatchObject({ id: clan.rank('Enlist').id, name: 'Recruit' });
    expect(await names()).not.toContain('Queen');
  });

  it('is shown, applied and refused in the language of the caller', async () => {
    const rows = (await fileOfClan()).filter((row) => row['rank_name'] !== 'Queen');
    const text = JSON.stringify(
      rows.map((row) => (row['rank_order'] === 2 ? { ...row, admin_only: true } : row)),
    );
    t.guild.files.set(FILE_URL, text);
    const file = { id: '7', name: 'ranks.json', contentType: undefined, size: text.length, url: FILE_URL };
    const asked = { actor: admin, options: { file: '7' }, attachments: { '7': file }, locale: 'es-ES' };
    const shown = await t.run(setup, asked);
    expect(shown.text).toContain('✏️ **Enlist**: ahora lo dan los admins');
    expect(shown.text).toContain('4 rangos se quedan como están.');
    const recordId = /ranks\.apply:([\d-]+)/.exec(shown.text)?.[1] ?? 'none';
    const applied = await t.run(applySetup, { actor: admin, recordId, locale: 'pt-BR' });
    expect(applied.text).toContain('Adicionadas: 0, alteradas: 1, removidas: 1.');
    t.guild.files.set(FILE_URL, '{');
    const refused = await t.run(setup, asked).catch((error: unknown) => error);
    expect(refused instanceof UserError && refused.text('fr')).toContain(
      'n’est plus du JSON à partir de la ligne 1, colonne 2',
    );
  });

  it('refuses to drop a rank that members hold', async () => {
    await clan.seed({ discordId: person(1), rank: 'Queen' });
    const rows = (await fileOfClan()).filter((row) => row['rank_name'] !== 'Queen');
    const { reply, text } = await hand(JSON.stringify(rows));
    expect(text).toContain('⛔ **Queen**');
    expect(reply.message.components).toEqual([]);
  });

  it('applies nothing when a rank to drop was given to somebody, or the ranks changed, after it was shown', async () => {
    const rows = (await fileOfClan()).filter((row) => row['rank_name'] !== 'Queen');
    const first = await hand(JSON.stringify(rows));
    await clan.seed({ discordId: person(1), rank: 'Queen' });
    await expect(apply(first.text)).rejects.toMatchObject({ code: 'rank-held' });
    const { text: second } = await propose();
    await expect(apply(first.text)).rejects.toMatchObject({ code: 'proposal-gone' });
    const other = (await fileOfClan()).map((row) => ({ ...row, points_required: 99 }));
    const { text: third } = await hand(JSON.stringify(other));
    await expect(apply(second)).rejects.toMatchObject({ code: 'proposal-gone' });
    await apply(third);
    expect((await listRanks(clan.db)).every((rank) => rank.pointsRequired === 99)).toBe(true);
  });

  it('says what is wrong with a file, by field, and changes nothing', async () => {
    await expect(hand('[\n  {"rank_order": 1 "rank_name": "A"}\n]')).rejects.toMatchObject({
      code: 'not-json',
      message: expect.stringContaining('line 2, column 20'),
    });
    await expect(hand('[]', 1e7)).rejects.toMatchObject({ code: 'file-too-large' });
    const bad = [{ ...(await fileOfClan())[0], points_required: -1 }];
    await expect(hand(JSON.stringify(bad))).rejects.toThrow('points\\_required');
    const guest = [{ ...(await fileOfClan())[0], roblox_group_rank_id: 0 }];
    await expect(hand(JSON.stringify(guest))).rejects.toThrow('roblox\\_group\\_rank\\_id');
    expect(await names()).toHaveLength(6);
  });
});
