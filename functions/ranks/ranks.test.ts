import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../shared/database/database.ts';
import type { GuildRole } from '../../shared/discord/client.ts';
import { PERMISSIONS } from '../../shared/discord/permissions.ts';
import { suggestRanks } from '../../shared/ranks/choose-rank.ts';
import { listRanks } from '../../shared/ranks/rank.ts';
import { openTestClan, person, TEST_SETTINGS, type TestClan } from '../../test/support/clan.ts';
import { answerOf, contextOf, deadRoblox, fakeDiscord } from '../../test/support/command-context.ts';
import { compare } from './compare.ts';
import { list } from './list.ts';
import { roblox } from './roblox.ts';
import { setRole } from './set-role.ts';

const RENAME = sql`UPDATE ranks SET rank_name = :rank_name`;
const admin = person(9);
let clan: TestClan;
beforeEach(async () => {
  clan = await openTestClan();
});
afterEach(() => clan.db.close());

function role(id: string, more: Partial<GuildRole> = {}): GuildRole {
  return { id, name: `role ${id}`, position: 1, permissions: 0n, managed: false, ...more };
}
const context = (interaction: object = {}, more: object = {}) =>
  contextOf(clan, admin, { interaction, ...more });

describe('/ranks list', () => {
  it('shows all ranks by category with points and member counts', async () => {
    await clan.seed({ discordId: person(1), rank: 'Enlist' });
    await clan.seed({ discordId: person(2), rank: 'Enlist' });
    const { reply } = await answerOf(clan, list, context());
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

  it('leafs through 200 ranks with the longest names within Discord’s limits, each once', async () => {
    const many = Array.from({ length: 200 }, (_, index) => ({
      rank_order: index + 1,
      rank_name: `${index}_${'*'.repeat(90)}`,
      points_required: index,
      roblox_group_rank_id: 1,
      category: `Category ${Math.floor(index / 50)} ${'|'.repeat(80)}`,
    }));
    const big = await openTestClan(many);
    const seen: string[] = [];
    for (let page = 1; page <= 50; page += 1) {
      const interaction = page === 1 ? {} : { recordId: String(page) };
      const { reply } = await answerOf(big, list, contextOf(big, admin, { interaction }));
      const [embed] = reply.message.embeds ?? [];
      expect(embed?.description?.length).toBeLessThanOrEqual(4096);
      seen.push(embed?.description ?? '');
      if (embed?.footer?.text === `Page ${page} of ${page}`) break;
    }
    expect(seen.join('\n').match(/^\*\*\d+\. /gm)).toHaveLength(200);
    await big.db.close();
  });

  it('shows names with Markdown, mentions and turned writing as they are', async () => {
    const odd = await openTestClan([
      { rank_order: 1, rank_name: 'First', points_required: 1, roblox_group_rank_id: 1 },
    ]);
    // A file cannot bring such a name; an earlier version took it.
    await odd.db.execute(RENAME, { rank_name: '**@everyone** \u202e[x](y)' });
    const { text } = await answerOf(odd, list, contextOf(odd, admin));
    expect(text).not.toMatch(/@everyone|\u202e|\]\(/);
    await odd.db.close();
  });

  it('says how to begin in a clan without ranks', async () => {
    const empty = await openTestClan([]);
    expect((await answerOf(empty, list, contextOf(empty, admin))).text).toContain('/ranks setup');
    await empty.db.close();
  });
});

describe('/ranks roblox', () => {
  it('shows the group’s roles with rank number, role id and members, the highest first', async () => {
    const { reply } = await answerOf(clan, roblox, context());
    const lines = reply.message.embeds?.[0]?.description?.split('\n');
    expect(lines?.[0]).toBe('**Captain** · rank 121 · role `90121` · 5 members');
    expect(lines).toHaveLength(6);
  });

  it('says so when Roblox does not answer', async () => {
    await expect(roblox(context({}, { roblox: deadRoblox() }))).rejects.toMatchObject({
      code: 'roblox-unavailable',
    });
  });
});

describe('/ranks compare', () => {
  it('shows what is mapped, what is shared, and what is unmapped on both sides', async () => {
    const odd = await openTestClan([
      { rank_order: 1, rank_name: 'Pending', points_required: 0, roblox_group_rank_id: 1 },
      { rank_order: 2, rank_name: 'Veteran', points_required: 0, roblox_group_rank_id: 118 },
      { rank_order: 3, rank_name: 'Queen', points_required: 0, roblox_group_rank_id: '90118' },
      { rank_order: 4, rank_name: 'Ghost', points_required: 0, roblox_group_rank_id: 250 },
    ]);
    const { text } = await answerOf(odd, compare, contextOf(odd, admin));
    expect(text).toContain('✅ **Pending** → Pending (rank 1)');
    expect(text).toContain('❌ **Ghost** → the group has no role with rank 250');
    expect(text).toContain('**Veteran** and **Queen** share Veteran');
    expect(text).toContain('⚠️ **Friend** (rank 30)');
    await odd.db.close();
  });
});

describe('/ranks set-role', () => {
  const bot = role('1100000000000000090', { position: 5 });
  const soldiers = role('1100000000000000091', { position: 2 });
  const set = (roleId: string, rank: string, roles: readonly GuildRole[] = [bot, soldiers]) =>
    answerOf(
      clan,
      setRole,
      context({ options: { rank, role: roleId } }, { discord: fakeDiscord({ roles, ownRoleIds: [bot.id] }) }),
    );

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
    const high = role('1100000000000000092', { position: 5 });
    expect((await set(high.id, 'Soldier', [bot, high])).text).toContain('stands below');
  });

  it('refuses a role that gives power, everybody’s, one of an integration, and one that is not there', async () => {
    const strong = role('1100000000000000093', { permissions: 1n << 28n });
    const managed = role('1100000000000000094', { managed: true });
    const everyone = role(TEST_SETTINGS.guild_id);
    const roles = [bot, strong, managed, everyone];
    await expect(set(strong.id, 'Soldier', roles)).rejects.toThrow('Manage Roles');
    await expect(set(managed.id, 'Soldier', roles)).rejects.toMatchObject({ code: 'powerful-role' });
    await expect(set(everyone.id, 'Soldier', roles)).rejects.toMatchObject({ code: 'everyone-role' });
    await expect(set('1', 'Soldier', roles)).rejects.toMatchObject({ code: 'no-such-role' });
    await expect(set(soldiers.id, 'Nobody')).rejects.toMatchObject({ code: 'no-such-rank' });
    expect((await listRanks(clan.db)).every((rank) => rank.discordRoleId === null)).toBe(true);
  });

  it('warns of a role that gives a tier or moderates, and takes a powerful one that the file allows', async () => {
    const officer = role('1100000000000000095', { permissions: PERMISSIONS.MODERATE_MEMBERS });
    const strong = role('1100000000000000096', { permissions: PERMISSIONS.MANAGE_WEBHOOKS });
    const settings = {
      ...TEST_SETTINGS,
      roles: { ...TEST_SETTINGS.roles, officer: [officer.id] },
      powerful_roles: [strong.id],
    };
    const discord = fakeDiscord({ roles: [bot, officer, strong], ownRoleIds: [bot.id] });
    const choose = (id: string) =>
      answerOf(clan, setRole, context({ options: { rank: 'Soldier', role: id } }, { discord, settings }));
    const { text } = await choose(officer.id);
    expect(text).toContain('gives the tier officer');
    expect(text).toContain('carries Moderate Members');
    expect((await choose(strong.id)).text).toContain('now gives');
  });

  it('offers the ranks that fit what is typed', async () => {
    const offered = await suggestRanks(context({ focused: { name: 'rank', value: 'SOL' } }));
    expect(offered).toEqual({ choices: [{ name: '3. Soldier', value: clan.rank('Soldier').id }] });
    const all = await suggestRanks(context({ focused: { name: 'rank', value: '' } }));
    expect('choices' in all && all.choices).toHaveLength(6);
  });
});
