import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../shared/database/database.ts';
import { PERMISSIONS } from '../../shared/discord/permissions.ts';
import { suggestRanks } from '../../shared/ranks/choose-rank.ts';
import { listRanks } from '../../shared/ranks/rank.ts';
import { person, TEST_SETTINGS, type TestClan } from '../../test/support/clan.ts';
import { type HandlerTest, openHandlerTest } from '../../test/support/handler-test.ts';
import { SETTINGS } from '../../test/support/identity.ts';
import { robloxError } from '../../test/support/recorded.ts';
import { compare } from './compare.ts';
import { list } from './list.ts';
import { roblox } from './roblox.ts';
import { setRole } from './set-role.ts';

const RENAME = sql`UPDATE ranks SET rank_name = :rank_name`;
const admin = person(9);
let t: HandlerTest;
let clan: TestClan;
beforeEach(async () => {
  t = await openHandlerTest();
  clan = t.clan;
});

describe('/ranks list', () => {
  it('shows all ranks by category with points and member counts', async () => {
    await clan.seed({ discordId: person(1), rank: 'Enlist' });
    await clan.seed({ discordId: person(2), rank: 'Enlist' });
    const { reply } = await t.run(list, { actor: admin });
    expect(reply.message.embeds?.[0]?.description?.split('\n')).toEqual([
      '__**Ranks by points**__',
      '**1. Pending** · 0 points · 0 members',
      '**2. Enlist** · 5 points · 2 members',
      '**3. Soldier** · 20 points · 0 members',
      '**6. Captain** · 60 points · 0 members',
      '',
      '__**Granted by admins**__',
      '**4. Veteran** · by admins · 0 members',
      '**5. Queen** · by admins · 0 members',
    ]);
  });

  it('is in the language of the caller, whatever the clan speaks', async () => {
    const settings = { ...SETTINGS, locale: 'fr' };
    const { reply } = await t.run(list, { actor: admin, settings, locale: 'de' });
    expect(reply.message.embeds?.[0]?.description).toContain('**2. Enlist** · 5 Punkte · 0 Mitglieder');
  });

  it('leafs through 200 ranks with the longest names within Discord’s limits, each once', async () => {
    const many = Array.from({ length: 200 }, (_, index) => ({
      rank_order: index + 1,
      rank_name: `${index}_${'*'.repeat(90)}`,
      points_required: index,
      roblox_group_rank_id: 1,
      category: `Category ${Math.floor(index / 50)} ${'|'.repeat(80)}`,
    }));
    const big = await openHandlerTest({ ranks: many });
    const seen: string[] = [];
    for (let page = 1; page <= 50; page += 1) {
      const call = page === 1 ? {} : { recordId: String(page) };
      const { reply } = await big.run(list, { actor: admin, ...call });
      const [embed] = reply.message.embeds ?? [];
      expect(embed?.description?.length).toBeLessThanOrEqual(4096);
      seen.push(embed?.description ?? '');
      if (embed?.footer?.text === `Page ${page} of ${page}`) break;
    }
    expect(seen.join('\n').match(/^\*\*\d+\. /gm)).toHaveLength(200);
  });

  it('shows names with Markdown, mentions and turned writing as they are', async () => {
    const ranks = [{ rank_order: 1, rank_name: 'First', points_required: 1, roblox_group_rank_id: 1 }];
    const odd = await openHandlerTest({ ranks });
    // A file cannot bring such a name; an earlier version took it.
    await odd.db.execute(RENAME, { rank_name: '**@everyone** \u202e[x](y)' });
    const { text } = await odd.run(list, { actor: admin });
    expect(text).not.toMatch(/@everyone|\u202e|\]\(/);
  });

  it('says how to begin in a clan without ranks', async () => {
    const empty = await openHandlerTest({ ranks: [] });
    expect((await empty.run(list, { actor: admin })).text).toContain('/ranks setup');
  });
});

describe('/ranks roblox', () => {
  it('shows the group’s roles with rank number, role id and members, the highest first', async () => {
    const { reply } = await t.run(roblox, { actor: admin });
    const lines = reply.message.embeds?.[0]?.description?.split('\n');
    expect(lines?.[0]).toBe('**Captain** · rank 121 · role `90121` · 1 member');
    expect(lines).toHaveLength(6);
  });

  it('says so when Roblox does not answer', async () => {
    t.roblox.down = robloxError(503);
    await expect(t.run(roblox, { actor: admin })).rejects.toMatchObject({
      code: 'roblox-unavailable',
    });
  });
});

describe('/ranks compare', () => {
  it('shows what is mapped, what is shared, and what is unmapped on both sides', async () => {
    const ranks = [
      { rank_order: 1, rank_name: 'Pending', points_required: 0, roblox_group_rank_id: 1 },
      { rank_order: 2, rank_name: 'Veteran', points_required: 0, roblox_group_rank_id: 118 },
      { rank_order: 3, rank_name: 'Queen', points_required: 0, roblox_group_rank_id: '90118' },
      { rank_order: 4, rank_name: 'Ghost', points_required: 0, roblox_group_rank_id: 250 },
    ];
    const odd = await openHandlerTest({ ranks });
    const { text } = await odd.run(compare, { actor: admin });
    expect(text).toContain('✅ **Pending** → Pending (rank 1)');
    expect(text).toContain('❌ **Ghost** → the group has no role with rank 250');
    expect(text).toContain('**Veteran** and **Queen** share Veteran');
    expect(text).toContain('⚠️ **Friend** (rank 30)');
  });
});

describe('/ranks set-role', () => {
  const soldiers = { id: '1100000000000000091' };
  function role(id: string, more: object = {}): string {
    t.guild.addRole({ id, name: `role ${id}`, ...more });
    return id;
  }
  const set = (roleId: string, rank: string) =>
    t.run(setRole, { actor: admin, options: { rank, role: roleId } });
  beforeEach(() => void role(soldiers.id));

  it('gives a rank its role, by id or by name, and says who needs a sync', async () => {
    await clan.seed({ discordId: person(1), rank: 'Soldier' });
    const { text } = await set(soldiers.id, 'soldier');
    expect(text).toContain(`**Soldier** now gives <@&${soldiers.id}>`);
    expect(text).toContain('/sync');
    expect(text).not.toContain('below');
    expect((await listRanks(clan.db))[2]).toMatchObject({
      discordRoleId: soldiers.id,
      roleSource: 'command',
    });
    expect((await set(soldiers.id, clan.rank('Soldier').id)).text).toContain('already');
    expect((await set(soldiers.id, 'Enlist')).text).toContain('The same role is given by **Soldier**');
  });

  it('warns when the bot’s own role stands below it', async () => {
    const high = role('1100000000000000092', { position: t.guild.botRole.position });
    expect((await set(high, 'Soldier')).text).toContain('stands below');
  });

  it('refuses a role that gives power, everybody’s, one of an integration, and one that is not there', async () => {
    const strong = role('1100000000000000093', { permissions: 1n << 28n });
    const managed = role('1100000000000000094', { managed: true });
    await expect(set(strong, 'Soldier')).rejects.toThrow('Manage Roles');
    await expect(set(managed, 'Soldier')).rejects.toMatchObject({ code: 'powerful-role' });
    await expect(set(TEST_SETTINGS.guild_id, 'Soldier')).rejects.toMatchObject({ code: 'everyone-role' });
    await expect(set('1', 'Soldier')).rejects.toMatchObject({ code: 'no-such-role' });
    await expect(set(soldiers.id, 'Nobody')).rejects.toMatchObject({ code: 'no-such-rank' });
    expect((await listRanks(clan.db)).every((rank) => rank.discordRoleId === null)).toBe(true);
  });

  it('warns of a role that gives a tier or moderates, and takes a powerful one that the file allows', async () => {
    const officer = role('1100000000000000095', { permissions: PERMISSIONS.MODERATE_MEMBERS });
    const strong = role('1100000000000000096', { permissions: PERMISSIONS.MANAGE_WEBHOOKS });
    const roles = { ...SETTINGS.roles, officer: [officer] };
    const settings = { ...SETTINGS, roles, powerful_roles: [strong] };
    const choose = (id: string) =>
      t.run(setRole, { actor: admin, options: { rank: 'Soldier', role: id }, settings });
    const { text } = await choose(officer);
    expect(text).toContain('gives the tier officer');
    expect(text).toContain('carries Timeout Members');
    expect((await choose(strong)).text).toContain('now gives');
  });

  it('offers the ranks that fit what is typed', async () => {
    const offered = await t.suggest(suggestRanks, { focused: { name: 'rank', value: 'SOL' } });
    expect(offered).toEqual([{ name: '3. Soldier', value: clan.rank('Soldier').id }]);
    expect(await t.suggest(suggestRanks, { focused: { name: 'rank', value: '' } })).toHaveLength(6);
  });
});
