import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { sql } from '../../shared/database/database.ts';
import { findMember } from '../../shared/members/member.ts';
import { ledgerDifferences } from '../../shared/points/ledger.ts';
import { startTestPlatform, type TestPlatform } from './start-platform.ts';

const PARTICIPANTS = ['wolf', 'bear', 'fox', 'otter'];
const POINTS = 7;
const AWARDS = sql`
SELECT member_id, points_delta FROM point_entries WHERE event_id IS NOT NULL ORDER BY member_id`;
const DUE = sql`SELECT COUNT(*) AS due FROM outbox WHERE status <> 'done'`;
const DECIDED = sql`SELECT status, points FROM events`;
/** As if the time had passed that a killed process keeps its rows. */
const END_LEASES = sql`UPDATE outbox SET lease_until = 0, due_at = 0 WHERE status = 'due'`;

let platform: TestPlatform;
beforeEach(async () => {
  platform = await startTestPlatform({ pendingEvent: true });
});
afterEach(() => platform.stop());

/** The officer's approval of the demo's event, unsent. */
async function approval() {
  const [review] = platform.discord.messages('tophat', 'admin');
  const opened = await platform.click('officer', 'Approve', { message: review?.id ?? '' });
  expect(opened.reply.acknowledgedAs).toBe(9);
  return platform.discord.buildInteraction({
    clan: 'tophat',
    user: 'officer',
    submit: { points: `${POINTS}` },
  });
}
async function lifetime(): Promise<number[]> {
  const db = await platform.database();
  const members = PARTICIPANTS.map(async (name) => {
    const { userId } = platform.discord.member('tophat', name);
    return (await findMember(db, userId))?.totalPoints ?? 0;
  });
  return Promise.all(members);
}
async function due(): Promise<number> {
  const [row] = await (await platform.database()).query(z.object({ due: z.int() }), DUE);
  return row?.due ?? 0;
}

/** One decision, each participant awarded once, every message sent once, nothing left to do. */
async function expectApprovedOnce(before: readonly number[]): Promise<void> {
  const db = await platform.database();
  const Decision = z.object({ status: z.string(), points: z.int() });
  expect(await db.query(Decision, DECIDED)).toEqual([{ status: 'approved', points: POINTS }]);
  const Award = z.object({ member_id: z.string(), points_delta: z.int() });
  const ids = PARTICIPANTS.map((name) => platform.discord.member('tophat', name).userId).sort();
  const awards = ids.map((id) => ({ member_id: id, points_delta: POINTS }));
  expect(await db.query(Award, AWARDS)).toEqual(awards);
  expect(await lifetime()).toEqual(before.map((points) => points + POINTS));
  expect(await ledgerDifferences(db)).toEqual([]);

  expect(await due()).toBe(0);
  expect(platform.discord.messages('tophat', 'event-log')).toHaveLength(1);
  expect(platform.discord.messages('tophat', 'point-log')).toHaveLength(1);
  for (const name of PARTICIPANTS) {
    const awarded = platform.discord
      .dms('tophat', name)
      .filter(({ text }) => text.includes(`${POINTS} points`));
    expect(awarded, name).toHaveLength(1);
  }
  const [review] = platform.discord.messages('tophat', 'admin');
  expect(review?.text).toContain('approved');
  expect(review?.controls.every(({ disabled }) => disabled)).toBe(true);
}

/** Twenty at a time: Discord gives up each after 3 s, and a loaded machine must not fail for that. */
async function deliverHundredTimes(interaction: Readonly<Record<string, unknown>>) {
  const deliver = () => platform.discord.deliver('tophat', interaction);
  const answers: Awaited<ReturnType<typeof deliver>>[] = [];
  while (answers.length < 100) answers.push(...(await Promise.all(Array.from({ length: 20 }, deliver))));
  return answers;
}

describe('100 deliveries of one approval, 20 at once', () => {
  it('make one decision and award each participant once', async () => {
    const before = await lifetime();
    const deliveries = await deliverHundredTimes(await approval());
    // Discord gives up what a busy machine does not answer in 3 s.
    expect(new Set(deliveries.map(({ status }) => status ?? 200))).toEqual(new Set([200]));
    await platform.idle();
    await expectApprovedOnce(before);
  }, 90_000);

  it('lose nothing and do nothing twice when the function is killed between commit and effects', async () => {
    const before = await lifetime();
    const interaction = await approval();
    // Every call to Discord's REST API is held, so that whatever was committed waits for its effects.
    const released = Promise.withResolvers<void>();
    platform.discord.faults.add({ route: /./, until: released.promise, drop: true });
    const deliveries = deliverHundredTimes(interaction);
    await vi.waitFor(() => expect(platform.discord.faults.list()[0]?.hits).toBeGreaterThan(0), 15_000);
    for (const pid of platform.platform.agent.pids('events')) process.kill(pid, 'SIGKILL');
    await deliveries;
    platform.discord.faults.clear();
    released.resolve();
    await platform.idle();
    expect(await due()).toBeGreaterThan(0);

    await (await platform.database()).execute(END_LEASES);
    await vi.waitFor(async () => {
      await platform.runJob('deliver-outbox');
      expect(await due()).toBe(0);
    }, 30_000);
    await expectApprovedOnce(before);
    expect(platform.discord.reply(String(interaction['id'])).last?.text).toContain(`${POINTS} points`);
  }, 90_000);
});

describe('a function that dies before it has committed anything', () => {
  it('leaves nothing half done, and the member reads so', async () => {
    const before = await lifetime();
    const interaction = await approval();
    const db = new DatabaseSync(join(platform.folder, 'tophat', 'clan_data.db'));
    db.exec('BEGIN IMMEDIATE');
    const { interactionId } = await platform.discord.deliver('tophat', interaction);
    await vi.waitFor(() => expect(platform.platform.agent.pids('events')).not.toEqual([]), 10_000);
    for (const pid of platform.platform.agent.pids('events')) process.kill(pid, 'SIGKILL');
    await platform.idle();
    db.exec('ROLLBACK');
    db.close();
    expect(await platform.runJob('deliver-outbox')).toMatchObject({ ended: 1 });
    expect(platform.discord.reply(interactionId).last?.text).toContain(
      'Nothing was changed, and nothing will be',
    );
    expect(await lifetime()).toEqual(before);
    expect(platform.platform.agent.failures.size).toBe(0);
  }, 60_000);
});
