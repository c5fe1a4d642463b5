import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../shared/database/database.ts';
import { leaveDueEffect, person } from '../../test/support/clan.ts';
import { ADMIN, type HandlerTest, openHandlerTest, robloxError } from '../../test/support/handler-test.ts';
import { discordError } from '../../test/support/recording-discord.ts';
import { verify } from './verify.ts';

const WOLF = person(2);
const asked = { actor: { id: ADMIN, tier: 'admin' }, options: { member: WOLF } } as const;
const HOLD = sql`UPDATE members SET refused_change_id = '1-1' WHERE discord_id = :discord_id`;
let test: HandlerTest;
let heldRoles: string[] | undefined;

beforeEach(async () => {
  test = await openHandlerTest();
  heldRoles = ['602'];
  test.discord.member = async (userId) =>
    heldRoles === undefined ? undefined : { userId, displayName: 'Wolf', roleIds: heldRoles };
  test.discord.roles = async () =>
    [
      ['601', 'Pending'],
      ['602', 'Enlist'],
      ['603', 'Soldier'],
      ['604', 'Captain'],
    ].map(([id, name]) => ({
      id: id ?? '',
      name: name ?? '',
      position: 1,
      permissions: name === 'Captain' ? 8n : 0n,
      managed: false,
    }));
});
afterEach(() => test.clan.db.close());

async function seed(rank: string, robloxRoleIds: readonly string[] = []): Promise<void> {
  await test.clan.seed({
    discordId: WOLF,
    robloxUserId: '7002',
    robloxName: 'Roblox7002',
    rank,
    robloxRoleIds,
  });
  test.roblox.held.set('7002', ['90002', '90030']);
}
async function fields(): Promise<Record<string, string>> {
  const { reply, effects } = await test.run(verify, asked);
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
      Discord: 'Rank roles: <@&602>',
      Differences: '✅ None',
      '`/sync` would': 'do nothing',
    });
  });

  it('says what a rank changed on Roblox would lead to', async () => {
    await seed('Soldier');
    heldRoles = ['603'];
    const shown = await fields();
    expect(shown['Differences']).toBe('⚠️ The database says **Soldier**, Roblox says **Enlist**.');
    expect(shown['`/sync` would']?.split('\n')).toEqual([
      'change the rank: **Soldier** → **Enlist**',
      'give <@&602> in Discord',
      'take <@&603> in Discord',
    ]);
  });

  it('finds a missing Discord role, and leaves roles of other ranks alone', async () => {
    await seed('Enlist');
    heldRoles = ['601'];
    const shown = await fields();
    expect(shown['Differences']).toContain('The Discord role of **Enlist** is missing');
    expect(shown['Differences']).toContain('Has the Discord role of **Pending**');
    expect(shown['`/sync` would']).toContain('give <@&602>');
    expect(shown['`/sync` would']).toContain('leave the role of another rank');
  });

  it('names a rename on Roblox', async () => {
    await test.clan.seed({ discordId: WOLF, robloxUserId: '7002', robloxName: 'Old', rank: 'Enlist' });
    test.roblox.held.set('7002', ['90002']);
    expect((await fields())['Differences']).toContain('Renamed on Roblox, Old → Roblox7002');
  });

  it('says that a role which must not be handed out is not given', async () => {
    await seed('Captain');
    test.roblox.held.set('7002', ['90121']);
    heldRoles = [];
    expect((await fields())['`/sync` would']).toMatch(/give no Discord role: .*Captain.*Administrator/i);
  });

  it('says that a change on its way goes first, and that a refused rank is held', async () => {
    await seed('Soldier', ['90002']);
    heldRoles = ['603'];
    await test.clan.db.execute(HOLD, { discord_id: WOLF });
    expect((await fields())['`/sync` would']).toContain('leave them: Roblox refused the rank');
    await leaveDueEffect(test.clan.db, `roblox:${WOLF}`);
    expect((await fields())['`/sync` would']).toContain('still on its way to Roblox');
  });

  it('has a clear line for whoever left the group, the server, or cannot be read', async () => {
    await seed('Enlist');
    test.roblox.held.delete('7002');
    heldRoles = undefined;
    const gone = await fields();
    expect(gone['Differences']).toMatch(/no longer in the Roblox group[\s\S]*has left the Discord server/);
    test.roblox.down = robloxError(503);
    test.discord.member = () => Promise.reject(discordError(500));
    const away = await fields();
    expect([away['Roblox'], away['Discord']]).toEqual([
      expect.stringContaining('did not answer'),
      expect.stringContaining('did not answer'),
    ]);
    expect(away['Differences']).toMatch(
      /the rank was not compared[\s\S]*the Discord roles were not compared/,
    );
  });

  it('refuses somebody who is not linked', async () => {
    await expect(test.run(verify, asked)).rejects.toMatchObject({ code: 'not-linked' });
  });
});
