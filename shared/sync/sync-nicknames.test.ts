import { beforeEach, describe, expect, it } from 'vitest';
import { person } from '../../test/support/clan.ts';
import { openTestWorld, type TestWorld } from '../../test/support/world.ts';
import { sql } from '../database/database.ts';
import { PERMISSIONS } from '../discord/permissions.ts';
import { deliverDue } from '../effects/deliver.ts';
import { PERFORMERS } from '../effects/performers.ts';
import { countNicknames, syncNicknames } from './sync-nicknames.ts';

let t: TestWorld;
beforeEach(async () => {
  t = await openTestWorld();
  t.guild.botRole.permissions = `${BigInt(t.guild.botRole.permissions) | PERMISSIONS.MANAGE_NICKNAMES}`;
});

const context = (nickname: string | null = '{rank} {roblox_name}') => ({
  ...t.clanContext,
  settings: { ...t.clanContext.settings, nickname },
});
const run = (nickname?: string | null, after?: string) =>
  syncNicknames(context(nickname), { after, deadline: t.clock.now + 60_000, locale: 'en' });
const deliver = () =>
  deliverDue(context(), { performers: PERFORMERS, deadline: t.clock.now + 60_000, limit: 100 });
const nicks = () => [...t.guild.state.members.values()].flatMap(({ nick }) => nick ?? []);

describe('a sync of nicknames', () => {
  it('writes only those that differ, one after the other, and a second run adds none', async () => {
    for (let number = 1; number <= 3; number += 1) await t.clan.seed({ discordId: person(number) });
    expect(await run()).toMatchObject({ queued: 3, next: undefined });
    expect(await run()).toMatchObject({ queued: 0 });
    expect(await deliver()).toBe(1);
    t.clock.now += 2_500;
    expect(await deliver()).toBe(1);
    t.clock.now += 2_500;
    expect(await deliver()).toBe(1);
    expect(nicks()).toEqual(['Pending Roblox1', 'Pending Roblox2', 'Pending Roblox3']);
    expect(await run()).toMatchObject({ queued: 0, lines: [] });
    await t.db.execute(RENAME, { discord_id: person(2) });
    expect(await run()).toMatchObject({ queued: 1 });
    await deliver();
    expect(nicks()).toContain('Pending Renamed');
    expect(t.discord.of('setNickname')).toHaveLength(4);
  });

  it('does nothing where the clan sets no nicknames, and leaves the names when the template goes', async () => {
    await t.clan.seed({ discordId: person(1) });
    await run();
    await deliver();
    expect(await run(null)).toEqual({ queued: 0, lines: [], next: undefined, mayNot: false });
    expect(nicks()).toEqual(['Pending Roblox1']);
  });

  it('begins nothing without the permission, and says so', async () => {
    await t.clan.seed({ discordId: person(1) });
    t.guild.botRole.permissions = '0';
    expect(await run()).toMatchObject({ queued: 0, mayNot: true });
    expect(await deliver()).toBe(0);
  });

  it('says who was skipped, and does not try again', async () => {
    await t.clan.seed({ discordId: person(1) });
    Object.assign(t.guild.state, { ownerId: person(1) });
    await run();
    await deliver();
    const { queued, lines } = await run();
    expect(queued).toBe(0);
    expect(lines.map(({ says }) => says)).toEqual(['Nickname: left as it is\\: they own the server.']);
  });

  it('takes 1,200 a run of a large clan, goes on behind them, and reads few rows at a time', async () => {
    const ids = Array.from({ length: 1_500 }, (_, index) => person(index + 1));
    await t.db.executeMany(
      MEMBER,
      ids.map((id) => ({
        discord_id: id,
        rank_id: t.clan.rank('Pending').id,
        roblox_user_id: String(Number(id.slice(-9))),
      })),
    );
    const first = await run();
    expect(first).toMatchObject({ queued: 1_200, next: person(1_200) });
    t.clock.now += 1;
    expect(await run(undefined, first.next)).toMatchObject({ queued: 300, next: undefined });
    expect(await run()).toMatchObject({ queued: 0 });
    expect(t.discord.of('setNickname')).toEqual([]);
  });

  it('asks Roblox for display names only where the template has them, 100 members a call', async () => {
    for (let number = 1; number <= 3; number += 1) await t.clan.seed({ discordId: person(number) });
    await run();
    expect(t.roblox.of('usersById')).toEqual([]);
    const counted = await countNicknames(context(), '{display_name}', { deadline: t.clock.now + 1000 });
    expect(t.roblox.of('usersById')).toHaveLength(0);
    expect(counted).toMatchObject({ count: 0, isWhole: true });
    await deliver();
    const after = await countNicknames(context(), '{display_name}', { deadline: t.clock.now + 1000 });
    expect(t.roblox.of('usersById')).toHaveLength(1);
    expect(after.count).toBe(1);
  });
});

const RENAME = sql`UPDATE members SET roblox_name = 'Renamed' WHERE discord_id = :discord_id`;
const MEMBER = sql`
INSERT INTO members (discord_id, roblox_user_id, roblox_name, roblox_name_key, rank_id, joined_at, linked_at)
VALUES (:discord_id, :roblox_user_id, 'Wolf', 'wolf', :rank_id, 1, 1)`;
