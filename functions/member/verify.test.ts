import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../shared/database/database.ts';
import { leaveDueEffect, person } from '../../test/support/clan.ts';
import { ADMIN, type HandlerTest, openHandlerTest } from '../../test/support/handler-test.ts';
import { discordError, robloxError } from '../../test/support/recorded.ts';
import { verify } from './verify.ts';

const WOLF = person(2);
const [PENDING, ENLIST, SOLDIER, CAPTAIN] = [
  '1100000000000000601',
  '1100000000000000602',
  '1100000000000000603',
  '1100000000000000604',
] as const;
const asked = { actor: { id: ADMIN, tier: 'admin' }, options: { member: WOLF } } as const;
const HOLD = sql`UPDATE members SET refused_change_id = '1-1' WHERE discord_id = :discord_id`;
let t: HandlerTest;

beforeEach(async () => {
  t = await openHandlerTest();
  t.guild.addRole({ id: PENDING, name: 'Pending' });
  t.guild.addRole({ id: ENLIST, name: 'Enlist' });
  t.guild.addRole({ id: SOLDIER, name: 'Soldier' });
  t.guild.addRole({ id: CAPTAIN, name: 'Captain', permissions: 8n });
  t.guild.addMember(WOLF, [ENLIST]);
});

async function seed(rank: string, robloxRoleIds: readonly string[] = []): Promise<void> {
  await t.clan.seed({
    discordId: WOLF,
    robloxUserId: '7002',
    robloxName: 'Roblox7002',
    rank,
    robloxRoleIds,
  });
  t.group.put('7002', { name: 'Roblox7002', roleIds: ['90002', '90030'] });
}
async function fields(locale?: string): Promise<Record<string, string>> {
  const { reply, effects } = await t.run(verify, { ...asked, ...(locale === undefined ? {} : { locale }) });
  expect(effects).toEqual([]);
  return Object.fromEntries(
    (reply.message.embeds?.[0]?.fields ?? []).map(({ name, value }) => [name, value]),
  );
}

describe('/member verify', () => {
  it('says so when all three agree', async () => {
    await seed('Enlist');
    expect(await fields()).toEqual({
      Database: 'Rank: **Enlist**',
      Roblox: 'Roblox7002\nRank roles: Enlist',
      Discord: `Rank roles: <@&${ENLIST}>`,
      Differences: '✅ None',
      '`/sync` would': 'do nothing',
    });
  });

  it('says what a rank changed on Roblox would lead to', async () => {
    await seed('Soldier');
    t.guild.addMember(WOLF, [SOLDIER]);
    const shown = await fields();
    expect(shown['Differences']).toBe('⚠️ The database says **Soldier**, Roblox says **Enlist**.');
    expect(shown['`/sync` would']?.split('\n')).toEqual([
      'change the rank: **Soldier** → **Enlist**',
      `give <@&${ENLIST}> in Discord`,
      `take <@&${SOLDIER}> in Discord`,
    ]);
  });

  it('finds a missing Discord role, and leaves roles of other ranks alone', async () => {
    await seed('Enlist');
    t.guild.addMember(WOLF, [PENDING]);
    const shown = await fields();
    expect(shown['Differences']).toContain('The Discord role of **Enlist** is missing');
    expect(shown['Differences']).toContain('Has the Discord role of **Pending**');
    expect(shown['`/sync` would']).toContain(`give <@&${ENLIST}>`);
    expect(shown['`/sync` would']).toContain('leave the role of another rank');
  });

  it('names a rename on Roblox', async () => {
    await t.clan.seed({ discordId: WOLF, robloxUserId: '7002', robloxName: 'Old', rank: 'Enlist' });
    t.group.put('7002', { name: 'Roblox7002', roleIds: ['90002'] });
    expect((await fields())['Differences']).toContain('Renamed on Roblox, Old → Roblox7002');
  });

  it('says that a role which must not be handed out is not given', async () => {
    await seed('Captain');
    t.group.put('7002', { roleIds: ['90121'] });
    t.guild.addMember(WOLF, []);
    expect((await fields())['`/sync` would']).toMatch(/give no Discord role: .*Captain.*Administrator/i);
  });

  it('says that a change on its way goes first, and that a refused rank is held', async () => {
    await seed('Soldier', ['90001', '90002']);
    t.guild.addMember(WOLF, [SOLDIER]);
    await t.clan.db.execute(HOLD, { discord_id: WOLF });
    expect((await fields())['`/sync` would']).toContain('leave them: Roblox refused the rank');
    await leaveDueEffect(t.clan.db, `roblox:${WOLF}`);
    expect((await fields())['`/sync` would']).toContain('still on its way to Roblox');
  });

  it('has a clear line for whoever left the group, the server, or cannot be read', async () => {
    await seed('Enlist');
    t.group.put('7002', { roleIds: null });
    t.guild.state.members.delete(WOLF);
    const gone = await fields();
    expect(gone['Differences']).toMatch(/no longer in the Roblox group[\s\S]*has left the Discord server/);
    t.roblox.down = robloxError(503);
    t.discord.down = discordError(500);
    const away = await fields();
    expect([away['Roblox'], away['Discord']]).toEqual([
      expect.stringContaining('did not answer'),
      expect.stringContaining('did not answer'),
    ]);
    expect(away['Differences']).toMatch(
      /The rank was not compared[\s\S]*The Discord roles were not compared/,
    );
  });

  it('is read in the language of the admin', async () => {
    await seed('Soldier');
    expect(await fields('es-ES')).toEqual({
      'Base de datos': 'Rango: **Soldier**',
      Roblox: 'Roblox7002\nRoles de rango: Enlist',
      Discord: `Roles de rango: <@&${ENLIST}>`,
      Diferencias: expect.stringContaining('⚠️ La base de datos dice **Soldier**; Roblox dice **Enlist**.'),
      'Qué haría `/sincronizar`': expect.stringContaining('cambiaría el rango: **Soldier** → **Enlist**'),
    });
  });

  it('refuses somebody who is not linked', async () => {
    await expect(t.run(verify, asked)).rejects.toMatchObject({ code: 'not-linked' });
  });
});
