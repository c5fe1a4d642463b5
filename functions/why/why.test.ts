import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../shared/database/database.ts';
import { findMember } from '../../shared/members/member.ts';
import { SeenMembers } from '../../shared/members/seen-members.ts';
import { changeRank } from '../../shared/ranks/change-rank.ts';
import { offerPromotion } from '../../shared/ranks/promotion-cards.ts';
import { endRobloxChange, holdRefusedRank, rankChangesOf } from '../../shared/ranks/rank-change.ts';
import { leaveDueEffect, NOON, person } from '../../test/support/clan.ts';
import { ADMIN, type HandlerTest, openHandlerTest, resolved } from '../../test/support/handler-test.ts';
import { SETTINGS } from '../../test/support/identity.ts';
import { countRoundTrips } from '../../test/support/round-trips.ts';
import { why } from './why.ts';

const WOLF = person(2);
const PAUSE = sql`
INSERT INTO service_pauses (service, denied_count, paused_until, changed_at)
VALUES ('roblox', 3, :paused_until, 1)`;
const FAIL = sql`UPDATE outbox SET status = 'failed', result = 'Missing *access*' WHERE status = 'due'`;
let t: HandlerTest;

beforeEach(async () => {
  t = await openHandlerTest();
});

const ask = async (locale = 'en-US') => {
  const { reply } = await t.run(why, { actor: WOLF, locale });
  const [embed] = reply.message.embeds ?? [];
  const fields = Object.fromEntries((embed?.fields ?? []).map(({ name, value }) => [name, value]));
  return { lines: embed?.description?.split('\n') ?? [], fields, title: embed?.title };
};
async function move(to: string, cause: 'promote' | 'sync' | 'set-rank', actorId: string | null) {
  t.clock.now += 60_000;
  await t.clan.change(async (tx) => {
    const member = await findMember(tx, WOLF);
    if (member === undefined) throw new Error('no member');
    const { ranks } = t.clan;
    const change = { member, to: t.clan.rank(to), ranks, cause, actorId, settings: SETTINGS };
    return changeRank(tx, { ...change, now: t.clock.now, roblox: cause === 'sync' ? 'already' : 'write' });
  });
  return `<t:${t.clock.now / 1000}:f>`;
}

describe('/why', () => {
  it('tells the last changes with cause, actor, time and points, the latest first', async () => {
    await t.clan.seed({ discordId: WOLF, points: 6, syncedAt: NOON });
    const first = await move('Enlist', 'promote', ADMIN);
    const second = await move('Soldier', 'sync', null);
    expect((await ask()).lines).toEqual([
      `<@${WOLF}> is **Soldier**. The latest changes:`,
      `• **Enlist** → **Soldier** ${second}: taken over from Roblox`,
      `• **Pending** → **Enlist** ${first}: promoted by hand · by <@${ADMIN}> · 6 points were reset · ⏳ still on its way to Roblox`,
    ]);
  });

  it('says what the next rank needs, and who acts when its points are there', async () => {
    await t.clan.seed({ discordId: WOLF, points: 3 });
    const next = async () => (await ask()).fields['The next rank'];
    expect(await next()).toBe('**Enlist** needs 5 points; 3 are there, 2 are missing.');
    await t.clan.db.runMigrationStatement('UPDATE members SET points = 5');
    expect(await next()).toContain('an admin can promote now');
    await t.clan.change(async (tx) => {
      const member = await findMember(tx, WOLF);
      if (member === undefined) throw new Error('no member');
      await offerPromotion(tx, { member, ranks: t.clan.ranks, settings: SETTINGS, now: NOON });
    });
    expect(await next()).toContain('the promotion card waits for an admin');
    await move('Veteran', 'set-rank', ADMIN);
    expect(await next()).toContain('This rank is given by admins');
    await move('Captain', 'set-rank', ADMIN);
    expect(await next()).toBe('No points lead to a higher rank.');
  });

  it('shows what is still to be done, what was refused, and what is held', async () => {
    await t.clan.seed({ discordId: WOLF, points: 6 });
    const open = async () => (await ask()).fields['Still to do, and refused'] ?? '';
    expect(await open()).toBe('Nothing.');
    await leaveDueEffect(t.clan.db, `roblox:${WOLF}`);
    expect(await open()).toMatch(/^⏳ Roblox role: waits since <t:\d+:f>$/);
    await t.clan.db.execute(PAUSE, { paused_until: t.clock.now + 60_000 });
    expect(await open()).toMatch(/^⏳ Roblox role: waits, because the service is paused until <t:\d+:t>$/);
    await t.clan.db.execute(FAIL);
    expect(await open()).toMatch(/^❌ Roblox role of <t:\d+:f>: refused for good: Missing \\\*access\\\*$/);
    await move('Enlist', 'promote', ADMIN);
    const [change] = await rankChangesOf(t.clan.db, WOLF, 1);
    if (change === undefined) throw new Error('no change');
    await endRobloxChange(t.clan.db, change.changeId, { state: 'refused', error: 'The key may not' });
    await holdRefusedRank(t.clan.db, change);
    expect(await open()).toMatch(/^⏸️ Roblox refused this rank and the clan keeps it/);
    expect((await ask()).lines.at(-1)).toMatch(/❌ refused by Roblox · The key may not$/);
  });

  it('says what the last sync saw', async () => {
    const seen = async () => (await ask()).fields['What the last sync saw'];
    await t.clan.seed({ discordId: WOLF, robloxRoleIds: ['90002', '90045'], syncedAt: NOON });
    expect(await seen()).toContain(`<t:${NOON / 1000}:f>: 2 roles on Roblox that belong to ranks`);
    await t.clan.db.runMigrationStatement('UPDATE members SET roblox_role_ids = NULL');
    expect(await seen()).toContain('no role on Roblox that belongs to a rank');
    await t.clan.db.runMigrationStatement('UPDATE members SET synced_at = NULL');
    expect(await seen()).toBe('There was none yet.');
    await t.clan.db.runMigrationStatement('UPDATE members SET roblox_user_id = NULL');
    expect(await seen()).toBe('No Roblox account is linked.');
  });

  it('explains somebody else’s rank to officers only', async () => {
    await t.clan.seed({ discordId: WOLF });
    const about = { options: { member: WOLF }, people: [resolved(WOLF)] };
    expect((await t.run(why, about)).text).toContain(`<@${WOLF}> is **Pending**`);
    const other = t.run(why, { ...about, actor: person(3) });
    await expect(other).rejects.toMatchObject({ code: 'tier-needed' });
    await t.run(why, { ...about, actor: WOLF });
  });

  it('says so of somebody whom the clan does not know', async () => {
    await expect(ask()).rejects.toMatchObject({ code: 'no-member' });
  });

  it('speaks the caller’s language', async () => {
    await t.clan.seed({ discordId: WOLF, points: 3 });
    const { title, fields } = await ask('de');
    expect(title).toBe('Warum dieser Rang');
    expect(fields['Der nächste Rang']).toBe('**Enlist** braucht 5 Punkte; 3 sind da, 2 fehlen.');
  });

  it('asks the database twice beyond the opening look, however much there is to tell', async () => {
    await t.clan.seed({ discordId: WOLF, points: 6 });
    for (const to of ['Enlist', 'Soldier', 'Enlist', 'Captain']) await move(to, 'set-rank', ADMIN);
    const { db, trips } = countRoundTrips(t.clan.db);
    const member = await findMember(t.clan.db, WOLF);
    await why({
      ...t.context({ actor: WOLF }),
      db,
      config: {},
      seen: new SeenMembers([[WOLF, member]]),
    });
    // And the ranks, which a function keeps.
    expect(trips).toHaveLength(3);
  });
});
