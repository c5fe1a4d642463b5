import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { sql } from '../../shared/database/database.ts';
import { PERMISSIONS } from '../../shared/discord/permissions.ts';
import { deliverDue } from '../../shared/effects/deliver.ts';
import { PERFORMERS } from '../../shared/effects/performers.ts';
import { jobCall } from '../../test/storm/processes.ts';
import { person } from '../../test/support/clan.ts';
import { openTestWorld } from '../../test/support/world.ts';
import { syncRanks } from './sync-ranks.ts';

const MEMBERS = 10_000;
const DIFFERENT = 1_300;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** What the job may take of the minute that it has here. */
const WORK_MS = 45_000;

const ADD_MEMBER = sql`
INSERT INTO members (discord_id, roblox_user_id, roblox_name, roblox_name_key, rank_id, roblox_role_ids, joined_at,
  linked_at, synced_at)
VALUES (:discord_id, :roblox_user_id, :roblox_name, :roblox_name_key, :rank_id, '90001,90002', 1, 1, 1)`;
const ADD_NICKNAME = sql`
INSERT INTO nicknames (discord_id, nickname, status, changed_at) VALUES (:discord_id, :nickname, 'set', 1)`;
const QUEUED = sql`SELECT due_at FROM outbox WHERE kind = 'nickname' AND created_at >= :since ORDER BY created_at, ordinal`;
const END_OTHERS = sql`
INSERT INTO nicknames (discord_id, nickname, status, changed_at)
SELECT m.discord_id, 'Enlist ' || m.roblox_name, 'set', 1 FROM members m WHERE EXISTS (
  SELECT 1 FROM outbox o WHERE o.subject = 'nickname:' || m.discord_id AND o.status = 'due')`;
const END_ROWS = sql`UPDATE outbox SET status = 'done', finished_at = due_at WHERE kind = 'nickname'`;

it('a sync of 10,000 members writes only nicknames that differ, a few a minute, over several runs', async () => {
  const t = await openTestWorld();
  const { botRole } = t.guild;
  botRole.permissions = `${BigInt(botRole.permissions) | PERMISSIONS.MANAGE_NICKNAMES}`;
  const context = {
    ...t.clanContext,
    settings: { ...t.clanContext.settings, nickname: '{rank} {roblox_name}' },
  };
  const numbers = Array.from({ length: MEMBERS }, (_, index) => index + 1);
  await t.db.executeMany(
    ADD_MEMBER,
    numbers.map((number) => ({
      discord_id: person(number),
      roblox_user_id: String(number),
      roblox_name: `Roblox${number}`,
      roblox_name_key: `roblox${number}`,
      rank_id: t.clan.rank('Enlist').id,
    })),
  );
  await t.db.executeMany(
    ADD_NICKNAME,
    numbers
      .slice(DIFFERENT)
      .map((number) => ({ discord_id: person(number), nickname: `Enlist Roblox${number}` })),
  );
  for (const number of numbers) t.group.put(String(number), { roleIds: ['90002'] });
  for (const number of numbers.slice(0, DIFFERENT)) t.guild.addMember(person(number));
  for (const method of ['groupMemberships', 'usersById'] as const)
    t.roblox.before(method, async () => {
      t.clock.now += 300;
    });
  const queued: number[] = [];
  for (let hour = 0; hour < 3; hour += 1) {
    const begun = t.clock.now;
    const reads = t.roblox.calls.length;
    const answer = await syncRanks(jobCall(context, 'sync-ranks', 'tophat'));
    expect(answer).toMatchObject({ finished: true, checked: MEMBERS, updated: 0 });
    expect(t.clock.now - begun).toBeLessThan(WORK_MS + MINUTE_MS / 10);
    expect(t.roblox.calls.length - reads).toBeLessThanOrEqual(200);
    const rows = await t.db.query(z.object({ due_at: z.int() }), QUEUED, { since: begun });
    const times = rows.map((row) => row.due_at);
    queued.push(times.length);
    for (const [index, at] of times.slice(1).entries())
      expect(at - (times[index] ?? 0)).toBeGreaterThanOrEqual(2_000);
    expect((times.at(-1) ?? begun) - begun).toBeLessThan(HOUR_MS);

    const renamed = t.discord.of('setNickname').length;
    const asked = t.discord.of('member').length;
    for (let minute = 0; minute < 3; minute += 1) {
      const before = t.discord.of('setNickname').length;
      t.clock.now += MINUTE_MS;
      await deliverDue(context, { performers: PERFORMERS, limit: 200, deadline: t.clock.now + MINUTE_MS });
      expect(t.discord.of('setNickname').length - before).toBeLessThanOrEqual(30);
    }
    expect(t.discord.of('member').length - asked).toBe(t.discord.of('setNickname').length - renamed);
    // The other minutes of the hour.
    await t.db.execute(END_OTHERS);
    await t.db.execute(END_ROWS);
    t.clock.now = begun + HOUR_MS;
  }
  expect(queued).toEqual([expect.any(Number), expect.any(Number), 0]);
  expect(queued.reduce((sum, count) => sum + count, 0)).toBe(DIFFERENT);
  expect(Math.max(...queued)).toBeLessThanOrEqual(1_200);
  expect(t.discord.of('setNickname').length).toBeGreaterThan(60);
}, 60_000);
