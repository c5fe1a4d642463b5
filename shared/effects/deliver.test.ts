import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { openOutboxTest } from '../../test/support/outbox-test.ts';
import { discordError } from '../../test/support/recorded.ts';
import { type Database, sql } from '../database/database.ts';
import { DatabaseError } from '../database/errors.ts';
import type { Effect } from '../outbox/effect.ts';
import { takeFromOutbox } from '../outbox/outbox-store.ts';
import { purgeOutbox } from '../outbox/purge.ts';

const WOLF = '1200000000000000011';
const FOX = '1200000000000000012';
const roblox = (memberId: string): Effect => ({ kind: 'roblox-roles', memberId, changeId: 'c-1' });
const dm = (userId: string): Effect => ({ kind: 'dm', userId, message: { content: 'Hello' } });
const post: Effect = { kind: 'message', channelId: '1100000000000000031', message: { content: 'Hi' } };

/** With two people in the guild. */
async function open() {
  const t = await openOutboxTest();
  for (const id of [WOLF, FOX]) t.guild.addMember(id);
  return t;
}

describe('an effect', () => {
  it('is performed once, however often delivery runs', async () => {
    const t = await open();
    await t.add('1-1', dm(WOLF));
    await t.deliver('1-1');
    await t.deliver('1-1');
    await t.deliverDue();
    expect(t.discord.of('sendDirectMessage')).toEqual([[WOLF, { content: 'Hello' }, { nonce: '1-1' }]]);
    expect(await t.state('1-1')).toBe('done: sent');
  });

  it('that was committed before a crash is performed by the next run', async () => {
    const t = await open();
    await t.add('1-1', dm(WOLF));
    await t.add('1-2', post, 2);
    expect(await t.deliverDue()).toBe(2);
    expect(await t.state('1-2')).toBe('done: posted');
  });

  it('is held by one delivery at a time, and free again when its lease runs out', async () => {
    const t = await open();
    await t.add('1-1', dm(WOLF));
    const dead = { owner: 'a process that died', now: t.clock.now };
    expect(await takeFromOutbox(t.db, '1-1', dead)).toMatchObject({ attempts: 1 });
    expect(await t.deliverDue()).toBe(0);
    t.clock.now += 60_000;
    expect(await t.deliverDue()).toBe(1);
    expect(await t.state('1-1')).toBe('done: sent');
  });

  it('whose lease ran out while it was performed is finished by whoever took it over', async () => {
    const t = await open();
    await t.add('1-1', dm(WOLF));
    t.discord.before('sendDirectMessage', async () => {
      t.clock.now += 61_000;
      await takeFromOutbox(t.db, '1-1', { owner: 'another', now: t.clock.now });
    });
    await t.deliver('1-1');
    expect(await t.state('1-1')).toBe('due: ');
    expect(t.lines.join()).toContain('The lease ran out');
  });

  it('waits for the earlier ones of its subject and for no others', async () => {
    const t = await open();
    await t.add('1-1', roblox(WOLF), 1);
    await t.add('1-2', roblox(WOLF), 2);
    await t.add('1-3', roblox(FOX), 3);
    t.roles.results.push({ again: 'Roblox is slow' });
    await t.deliver('1-1', '1-2', '1-3');
    expect(t.roles.performed).toEqual(['1-1', '1-3']);
    t.clock.now += 10_000;
    await t.deliverDue();
    expect(t.roles.performed).toEqual(['1-1', '1-3', '1-1', '1-2']);
  });

  it('runs after one of its subject that failed for good', async () => {
    const t = await open();
    await t.add('1-1', roblox(WOLF), 1);
    await t.add('1-2', roblox(WOLF), 2);
    t.roles.results.push({ failed: 'the key may not give this role' });
    await t.deliver('1-1', '1-2');
    expect(await t.state('1-1')).toBe('failed: the key may not give this role');
    expect(await t.state('1-2')).toBe('done: ');
  });

  it.each([
    ['is due again when Discord is down', discordError(502), /^due: /],
    ['is due again when the network fails', discordError(0), /^due: /],
    ['is due again when the database fails', new DatabaseError('unreachable', 'gone'), /^due: database/],
    ['is due again after an error of our own', new TypeError('a bug'), /^due: an unexpected error/],
    ['has failed when Discord forbids it', discordError(403, 50013), /^failed: Discord answered 403/],
    ['has failed when its channel is gone', discordError(404, 10003), /^failed: Discord answered 404/],
    [
      'has failed when the person takes no messages',
      discordError(403, 50007),
      /^failed: they take no direct/,
    ],
  ])('%s', async (_, error, state) => {
    const t = await open();
    await t.add('1-1', dm(WOLF));
    t.discord.fail('sendDirectMessage', error);
    await t.deliver('1-1');
    expect(await t.state('1-1')).toMatch(state);
  });

  it('is tried again when the service said so, later each time without that', async () => {
    const t = await open();
    await t.add('1-1', dm(WOLF));
    const waits: number[] = [];
    for (const error of [
      discordError(429, 0, { retryAfterMs: 90_000 }),
      discordError(500),
      discordError(500),
      discordError(500),
    ]) {
      t.discord.fail('sendDirectMessage', error);
      await t.deliverDue();
      const dueAt = await dueAtOf(t.db, '1-1');
      waits.push(dueAt - t.clock.now);
      t.clock.now = dueAt - 1;
      expect(await t.deliverDue()).toBe(0);
      t.clock.now = dueAt;
    }
    expect(waits).toEqual([101_250, 11_250, 22_500, 45_000]);
    await t.deliverDue();
    expect(await t.state('1-1')).toBe('done: sent');
  });

  it('is not tried while its service is paused for the clan, and is when the pause is over', async () => {
    const t = await open();
    await t.add('1-1', dm(WOLF), 1);
    await t.add('1-2', dm(FOX), 2);
    t.discord.fail('sendDirectMessage', discordError(401));
    await t.deliver('1-1', '1-2');
    expect(t.discord.of('sendDirectMessage')).toHaveLength(1);
    expect(await t.state('1-1')).toMatch(/^due: Discord does not accept the bot's token/);
    expect(await t.state('1-2')).toMatch(/^due: .*paused/);
    t.clock.now += 20 * 60_000;
    await t.deliverDue();
    expect(await t.state('1-2')).toBe('done: sent');
  });

  it('of a kind this version does not know fails in words, as does one that never succeeds', async () => {
    const t = await open();
    await t.add('1-1', dm(WOLF));
    await t.db.execute(sql`UPDATE outbox SET payload = '{"kind":"telegram"}'`);
    await t.add('1-2', dm(FOX), 2);
    await t.db.execute(sql`UPDATE outbox SET attempts = 300 WHERE effect_id = '1-2'`);
    await t.deliverDue();
    expect(await t.state('1-1')).toBe('failed: this version does not understand the effect');
    expect(await t.state('1-2')).toBe('failed: given up after 300 attempts');
    expect(t.discord.calls).toEqual([]);
  });

  it('is begun by no run whose time is over or whose number is reached', async () => {
    const t = await open();
    for (let i = 1; i <= 8; i += 1) await t.add(`1-${i}`, dm(`120000000000000000${i}`), i);
    expect(await t.deliverDue(2)).toBe(2);
    t.discord.before('sendDirectMessage', async () => {
      t.clock.now += 6_000;
    });
    expect(await t.deliverDue()).toBe(2);
    expect(t.discord.of('sendDirectMessage')).toHaveLength(4);
  });

  it('that is finished is removed after a day, a failed one after two weeks', async () => {
    const t = await open();
    await t.add('1-1', dm(WOLF));
    await t.add('1-2', dm(FOX), 2);
    await t.add('1-3', roblox(WOLF), 3);
    t.discord.fail('sendDirectMessage', discordError(403, 50013));
    t.roles.results.push({ again: 'later' });
    await t.deliver('1-1', '1-2', '1-3');
    expect(await purgeOutbox(t.db, t.clock.now + 23 * 3_600_000)).toBe(0);
    expect(await purgeOutbox(t.db, t.clock.now + 25 * 3_600_000)).toBe(1);
    expect(await purgeOutbox(t.db, t.clock.now + 15 * 24 * 3_600_000)).toBe(1);
    expect(await t.state('1-3')).toBe('due: later');
  });
});

async function dueAtOf(db: Database, effectId: string): Promise<number> {
  const [row] = await db.query(
    z.object({ due_at: z.int() }),
    sql`SELECT due_at FROM outbox WHERE effect_id = :effect_id`,
    { effect_id: effectId },
  );
  return row?.due_at ?? 0;
}
