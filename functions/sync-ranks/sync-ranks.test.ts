import { beforeEach, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { sql } from '../../shared/database/database.ts';
import { findMember } from '../../shared/members/member.ts';
import { emptyReport } from '../../shared/sync/sync-report.ts';
import { loadSyncState, saveSyncState } from '../../shared/sync/sync-state.ts';
import { NOON, person } from '../../test/support/clan.ts';
import { LOG_CHANNEL } from '../../test/support/identity.ts';
import { openTestWorld, type TestWorld } from '../../test/support/world.ts';
import { syncOnce } from './sync-ranks.ts';

const ENLIST = '90002';
const SOLDIER = '90045';
const DAY_MS = 86_400_000;
const MESSAGES = sql`SELECT payload FROM outbox WHERE kind = 'message' ORDER BY created_at, ordinal`;

let t: TestWorld;

beforeEach(async () => {
  t = await openTestWorld();
  await t.clan.seed({
    discordId: person(1),
    robloxUserId: '1',
    robloxName: 'Wolf',
    rank: 'Enlist',
    robloxRoleIds: [ENLIST],
    syncedAt: NOON - DAY_MS,
  });
  t.group.put('1', { roleIds: [ENLIST] });
});

const run = (now = t.clanContext.now) => syncOnce({ ...t.clanContext, now }, t.clock.now + 60_000);

async function posted(): Promise<string[]> {
  return (await t.db.query(z.object({ payload: z.string() }), MESSAGES)).map((row) => row.payload);
}

it('says nothing in the log channel when nothing changed', async () => {
  expect(await run()).toEqual({
    ok: true,
    finished: true,
    checked: 1,
    updated: 0,
    inSync: 1,
    skipped: 0,
    failed: 0,
  });
  expect(await posted()).toEqual([]);
});

it('posts a summary to the log channel when something changed', async () => {
  t.group.put('1', { roleIds: [SOLDIER] });
  await run();
  const [message] = await posted();
  expect(message).toContain(`"channelId":"${LOG_CHANNEL}"`);
  expect(message).toContain('**Enlist** → **Soldier**');
});

it('writes the summary in the clan’s language, with what a run before wrote as it was', async () => {
  const who = { discordId: person(9), name: 'Bear' };
  const report = { ...emptyReport(), lines: [{ who, says: 'Says **this**.' }], lineCount: 1 };
  const state = {
    ...(await loadSyncState(t.db)),
    cursor: { page: null, listed: false, after: person(0), report },
  };
  await t.db.transaction((tx) => saveSyncState(tx, state, NOON));
  t.group.put('1', { name: 'Grey' });
  t.group.key.expiresAt = NOON + 13 * DAY_MS;
  const settings = { ...t.clanContext.settings, locale: 'de' };
  await syncOnce({ ...t.clanContext, settings }, t.clock.now + 60_000);
  const [summary, warning] = await posted();
  expect(summary).toContain('Abgleich der Ränge');
  expect(summary).toContain('Auf Roblox umbenannt: Wolf → Grey.');
  expect(summary).toContain(`<@${person(9)}>: Says **this**.`);
  expect(warning).toContain('Der API-Schlüssel von Roblox läuft');
});

it('notices a member who was renamed on Roblox, and says so once', async () => {
  t.group.put('1', { name: 'Grey_Wolf' });
  await run();
  expect((await findMember(t.db, person(1)))?.robloxName).toBe('Grey_Wolf');
  expect(await posted()).toHaveLength(1);
  expect((await posted())[0]).toContain('Renamed on Roblox, Wolf → Grey\\\\_Wolf');
  await run();
  expect(await posted()).toHaveLength(1);
});

it('warns once a day when the key of Roblox is about to end', async () => {
  t.group.key.expiresAt = NOON + 13 * DAY_MS;
  await run();
  await run();
  expect(await posted()).toHaveLength(1);
  expect((await posted())[0]).toContain('The Roblox API key ends');
  t.clock.now += DAY_MS;
  await run();
  expect(await posted()).toHaveLength(2);
});

it('warns at the next run when the warning could not be written down', async () => {
  t.group.key.expiresAt = NOON + 13 * DAY_MS;
  const { db } = t.clanContext;
  const refusing: typeof db = {
    ...db,
    query: (...given) => db.query(...given),
    execute: (...given) => db.execute(...given),
    executeMany: (...given) => db.executeMany(...given),
    transaction: (work) =>
      db.transaction((tx) =>
        work({
          ...tx,
          query: (...given) => tx.query(...given),
          executeMany: (...given) => tx.executeMany(...given),
          execute: (text, ...binds) =>
            text.includes('INTO outbox')
              ? Promise.reject(new Error('the database went away'))
              : tx.execute(text, ...binds),
        }),
      ),
  };
  await expect(syncOnce({ ...t.clanContext, db: refusing }, t.clock.now + 60_000)).rejects.toThrow('went');
  await run();
  expect(await posted()).toHaveLength(1);
});

it('keeps its place when the time runs out, and ends where it began at the next run', async () => {
  for (let number = 2; number <= 450; number += 1) {
    await t.clan.seed({
      discordId: person(number),
      robloxUserId: String(number),
      rank: 'Enlist',
      robloxRoleIds: [ENLIST],
      syncedAt: NOON - DAY_MS,
    });
    t.group.put(String(number), { roleIds: [ENLIST] });
  }
  // A large group, so that members are asked for 50 a call: the time is up after the first 200.
  t.group.addStrangers(20_000);
  const now = () => ((t.roblox.counts().memberships ?? 0) < 4 ? NOON : NOON + 60_000);
  expect(await run(now)).toMatchObject({ finished: false, checked: 200 });
  expect((await loadSyncState(t.db)).cursor?.after).toBe(person(200));
  expect(await run()).toMatchObject({ finished: true, checked: 450 });
  expect((await loadSyncState(t.db)).cursor).toBeNull();
});
