import { beforeEach, describe, expect, it } from 'vitest';
import { person } from '../../test/support/clan.ts';
import { discordError } from '../../test/support/recorded.ts';
import { openTestWorld, type TestWorld } from '../../test/support/world.ts';
import { sql } from '../database/database.ts';
import { PERMISSIONS } from '../discord/permissions.ts';
import { findNamedMember } from '../nicknames/nickname-store.ts';
import { deliverDue } from './deliver.ts';
import { performNickname } from './perform-nickname.ts';
import { PERFORMERS } from './performers.ts';
import { pausedUntil } from './service-pause.ts';

const WOLF = person(1);
const HIGH_ROLE = '1500000000000000001';
const effect = { kind: 'nickname', memberId: WOLF } as const;
let t: TestWorld;

beforeEach(async () => {
  t = await openTestWorld();
  await t.clan.seed({ discordId: WOLF, robloxName: 'WolfRunner', rank: 'Soldier' });
  t.guild.botRole.permissions = `${BigInt(t.guild.botRole.permissions) | PERMISSIONS.MANAGE_NICKNAMES}`;
});

const context = (nickname: string | null = '{rank} {roblox_name}') => ({
  ...t.clanContext,
  settings: { ...t.clanContext.settings, nickname },
  effectId: '1300000000000000001-1',
  attempts: 1,
});
const perform = (nickname?: string | null) => performNickname(effect, context(nickname));
const nick = () => t.guild.state.members.get(WOLF)?.nick;
const kept = async () => (await findNamedMember(t.db, WOLF))?.kept;
const writes = () => t.discord.of('setNickname').length;

describe('a nickname', () => {
  it('is what the template gives the member now, written once', async () => {
    expect(await perform()).toEqual({ done: 'Soldier WolfRunner' });
    expect(nick()).toBe('Soldier WolfRunner');
    expect(await perform()).toEqual({ done: 'nothing to change' });
    await t.db.execute(MOVE, { rank_id: t.clan.rank('Captain').id, discord_id: WOLF });
    expect(await perform()).toEqual({ done: 'Captain WolfRunner' });
    expect(writes()).toBe(2);
  });

  it('has the display name on Roblox and the tag of the rank', async () => {
    await t.db.execute(TAG, { rank_id: t.clan.rank('Soldier').id });
    const account = [...t.group.state.users.values()].find(({ name }) => name === 'WolfRunner');
    if (account !== undefined) account.displayName = 'Wölfchen';
    expect(await perform('[{tag}] {display_name}')).toEqual({ done: '[SLD] Wölfchen' });
  });

  it('that the member has already is kept and not written', async () => {
    const member = t.guild.state.members.get(WOLF);
    if (member !== undefined) member.nick = 'Soldier WolfRunner';
    expect(await perform()).toEqual({ done: 'nothing to change' });
    expect(writes()).toBe(0);
    expect(await kept()).toMatchObject({ nickname: 'Soldier WolfRunner', status: 'set' });
  });

  it('is left alone without a template, and for somebody who left or is not linked', async () => {
    expect(await perform(null)).toMatchObject({ done: expect.any(String) });
    await t.clan.seed({ discordId: person(2), robloxUserId: null });
    const other = await performNickname({ kind: 'nickname', memberId: person(2) }, context());
    expect(other).toMatchObject({ done: expect.any(String) });
    t.guild.state.members.delete(WOLF);
    expect(await perform()).toEqual({ done: 'they have left the server' });
    expect(writes()).toBe(0);
    expect(await kept()).toBeUndefined();
  });

  it('of the server’s owner is skipped with the reason, and not tried again until another name is due', async () => {
    Object.assign(t.guild.state, { ownerId: WOLF });
    expect(await perform()).toEqual({ done: 'left as it is: they own the server' });
    Object.assign(t.guild.state, { ownerId: '1' });
    expect(await perform()).toEqual({ done: 'left as it is: they own the server' });
    expect(writes()).toBe(0);
    t.clock.now += 120_000;
    expect(await perform('{roblox_name}')).toEqual({ done: 'WolfRunner' });
  });

  it('of somebody as high as the bot is skipped', async () => {
    t.guild.addRole({ id: HIGH_ROLE, name: 'Founders', position: 100 });
    t.guild.addMember(WOLF, [HIGH_ROLE]);
    expect(await perform()).toEqual({ done: 'left as it is: their highest role stands above the bot' });
    expect(writes()).toBe(0);
  });

  it('that Discord refuses for good is said, kept, and counts towards no pause', async () => {
    for (let number = 2; number <= 6; number += 1) {
      await t.clan.seed({ discordId: person(number) });
      t.discord.fail('setNickname', discordError(403, 50013));
      const result = await performNickname({ kind: 'nickname', memberId: person(number) }, context());
      expect(result).toEqual({ failed: 'Discord does not let the bot rename them' });
    }
    expect(await pausedUntil(t.db, 'discord', t.clock.now)).toBeUndefined();
    expect((await findNamedMember(t.db, person(2)))?.kept?.status).toBe('refused');
  });

  it('waits for the permission: that is said, and nothing is kept against the member', async () => {
    t.guild.botRole.permissions = `${BigInt(t.guild.botRole.permissions) & ~PERMISSIONS.MANAGE_NICKNAMES}`;
    expect(await perform()).toEqual({ failed: 'the bot needs the permission Manage Nicknames' });
    expect(await kept()).toBeUndefined();
    expect(await pausedUntil(t.db, 'discord', t.clock.now)).toBeUndefined();
  });

  it('that is empty is not set', async () => {
    expect(await perform('{tag}')).toMatchObject({ failed: expect.stringContaining('/settings nickname') });
    expect(writes()).toBe(0);
  });

  it('comes later while Discord fails, and then once', async () => {
    const { effects } = await t.clan.change((tx) => tx.addEffect(effect).then(() => undefined));
    expect(effects).toEqual([effect]);
    t.discord.fail('setNickname', discordError(503));
    await expect(perform()).rejects.toMatchObject({ retryable: true });
    expect(await kept()).toBeUndefined();
    expect(await perform()).toEqual({ done: 'Soldier WolfRunner' });
    expect(
      await deliverDue(context(), { performers: PERFORMERS, deadline: t.clock.now + 1000, limit: 5 }),
    ).toBe(0);
  });
});

const MOVE = sql`UPDATE members SET rank_id = :rank_id WHERE discord_id = :discord_id`;
const TAG = sql`INSERT INTO rank_tags (rank_id, tag) VALUES (:rank_id, 'SLD')`;
