import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { sql } from '../../../shared/database/database.ts';
import { lookAfterCommit } from '../../../shared/effects/after-commit.ts';
import { forgetFoundRole, roleForRank } from '../../../shared/effects/rank-discord-role.ts';
import { rememberedMessage, rememberMessage } from '../../../shared/effects/remembered-message.ts';
import {
  noteFailure,
  noteSuccess,
  pausedUntil,
  servicePauses,
} from '../../../shared/effects/service-pause.ts';
import { createLogger } from '../../../shared/log/create-logger.ts';
import { countOutbox } from '../../../shared/outbox/count-outbox.ts';
import { type Effect, rowsOf } from '../../../shared/outbox/effect.ts';
import {
  addTakenToOutbox,
  addToOutbox,
  effectState,
  effectStates,
  finishInOutbox,
  holderOf,
  isDue,
  listDue,
  putBackIntoOutbox,
  releaseRows,
  renewLeases,
  takeFromOutbox,
} from '../../../shared/outbox/outbox-store.ts';
import { purgeOutbox } from '../../../shared/outbox/purge.ts';
import { listRanks } from '../../../shared/ranks/rank.ts';
import { changesFailedOnDiscord } from '../../../shared/ranks/ranks-left.ts';
import { NOON, person } from '../../support/clan.ts';
import { discordError } from '../../support/recorded.ts';
import { openTestWorld } from '../../support/world.ts';
import type { Store } from './store.ts';

const DM = { kind: 'dm', userId: person(1), message: { content: 'hello' } } satisfies Effect;
const REPLY = {
  kind: 'reply',
  applicationId: person(1),
  token: `aW50ZXJhY3Rpb246${'s'.repeat(60)}`,
  expiresAt: NOON + 900_000,
  message: {},
} satisfies Effect;
const DAY_MS = 86_400_000;
const STORED = sql`SELECT subject, payload, status FROM outbox ORDER BY effect_id`;
const Stored = z.object({ subject: z.string(), payload: z.string(), status: z.string() });
const LEASE = { owner: 'a'.repeat(36), now: NOON };

export function outboxCases(store: Store): void {
  const log = createLogger({ write: () => undefined });
  const add = (effectId: string, effect: Effect, ordinal: number) =>
    addToOutbox(store.db, { effectId, effect, ordinal, now: NOON });

  it('rows of a subject are taken in order, by one runner at a time', async () => {
    await add('1-1', DM, 1);
    await add('1-2', DM, 2);
    await add('1-3', { ...DM, userId: person(2) }, 3);
    expect(await listDue(store.db, NOON, 10)).toEqual({ effects: ['1-1', '1-3'], replies: [] });
    expect(await isDue(store.db, '1-1', NOON)).toBe(true);
    expect(await takeFromOutbox(store.db, '1-2', LEASE)).toBeUndefined();
    const taken = await takeFromOutbox(store.db, '1-1', LEASE);
    if (taken === undefined) throw new Error('not taken');
    expect(taken).toMatchObject({ attempts: 1, payload: JSON.stringify(DM) });
    expect(await takeFromOutbox(store.db, '1-1', { ...LEASE, owner: 'other' })).toBeUndefined();
    expect(await putBackIntoOutbox(store.db, taken, { dueAt: NOON + 5, result: 'slow down' })).toBe(true);
    const again = await takeFromOutbox(store.db, '1-1', { ...LEASE, now: NOON + 5 });
    if (again === undefined) throw new Error('not taken');
    const end = { row: again, status: 'failed', result: 'x'.repeat(900) } as const;
    expect(await finishInOutbox(store.db, [end], NOON + 6)).toBe(1);
    expect(await finishInOutbox(store.db, [end], NOON + 6)).toBe(0);
    expect((await effectState(store.db, '1-1'))?.status).toBe('failed');
    expect(await listDue(store.db, NOON + 6, 10)).toEqual({ effects: ['1-2', '1-3'], replies: [] });
  });

  it('rows of a change are born taken, and given back where another change has the subject', async () => {
    const rows = [
      { effectId: '50-1', effect: DM, ordinal: 1 },
      { effectId: '50-2', effect: { ...DM, userId: person(2) }, ordinal: 2 },
      { effectId: '50-0', effect: { ...REPLY, message: { content: 'x'.repeat(9000) } }, ordinal: 9 },
    ];
    const lease = { owner: 'mine', now: NOON };
    const [first, second] = await store.db.transaction((tx) => addTakenToOutbox(tx, rows, lease));
    if (first === undefined || second === undefined) throw new Error('not written');
    expect(await listDue(store.db, NOON, 10)).toEqual({ effects: [], replies: [] });
    const mine = { base: '50', owner: 'mine' };
    expect([...(await lookAfterCommit(store.db, mine)).blocked]).toEqual([]);
    // Written earlier, and committed only now.
    await addToOutbox(store.db, { effectId: '40-1', effect: DM, ordinal: 1, now: NOON - 5 });
    expect([...(await lookAfterCommit(store.db, mine)).blocked]).toEqual(['50-1']);
    expect(await takeFromOutbox(store.db, '40-1', LEASE)).toBeUndefined();
    await releaseRows(store.db, [first]);
    expect(await takeFromOutbox(store.db, '50-1', LEASE)).toBeUndefined();
    expect(await takeFromOutbox(store.db, '40-1', LEASE)).toMatchObject({ attempts: 1 });
    expect(await holderOf(store.db, '50-2')).toBe('mine');
    expect(await renewLeases(store.db, { ...rowsOf('50'), owner: 'mine', now: NOON + 15_000 })).toBe(2);
    expect((await listDue(store.db, NOON + 25_000, 10)).effects).toEqual(['40-1']);
    const ends = [first, second].map((row) => ({ row, status: 'done', result: 'sent' }) as const);
    expect(await finishInOutbox(store.db, ends, NOON)).toBe(1);
    const states = await effectStates(store.db, ['50-1', '50-2', '60-1']);
    expect([...states].map(([id, { status }]) => `${id} ${status}`).sort()).toEqual([
      '50-1 due',
      '50-2 done',
    ]);
  });

  it('the look after a commit tells which services are denying', async () => {
    await noteFailure(store.db, discordError(403, 50013), { now: NOON, log });
    expect((await lookAfterCommit(store.db, { base: '50', owner: 'mine' })).pauses).toMatchObject([
      { service: 'discord', deniedCount: 1, pausedUntil: 0 },
    ]);
  });

  it('what was put off or held before the clock was set back is free', async () => {
    const before = NOON - DAY_MS;
    await add('1-1', DM, 1);
    const taken = await takeFromOutbox(store.db, '1-1', LEASE);
    if (taken === undefined) throw new Error('not taken');
    expect(await isDue(store.db, '1-1', before)).toBe(true);
    const again = await takeFromOutbox(store.db, '1-1', { owner: 'other', now: before });
    if (again === undefined) throw new Error('not taken');
    await putBackIntoOutbox(store.db, again, { dueAt: NOON, result: 'slow down' });
    expect((await listDue(store.db, before, 10)).effects).toEqual(['1-1']);
    expect((await listDue(store.db, NOON - 60_000, 10)).effects).toEqual([]);
  });

  it('a reply made before the clock was set back does not wait for the effects', async () => {
    await add('70-0', REPLY, 2);
    await add('70-1', DM, 1);
    expect((await listDue(store.db, NOON - DAY_MS, 10)).replies).toEqual(['70-0']);
  });

  it('a reply waits for the effects of its interaction, but not for ever', async () => {
    await add('70-0', REPLY, 2);
    await add('70-1', DM, 1);
    expect(await listDue(store.db, NOON, 10)).toEqual({ effects: ['70-1'], replies: [] });
    expect(await isDue(store.db, '70-0', NOON)).toBe(false);
    expect(await listDue(store.db, NOON + 20_000, 10)).toEqual({ effects: ['70-1'], replies: ['70-0'] });
  });

  it.each(['done', 'failed'] as const)('a reply that is %s leaves nothing of its token', async (status) => {
    await add('70-0', REPLY, 1);
    const taken = await takeFromOutbox(store.db, '70-0', LEASE);
    if (taken === undefined) throw new Error('not taken');
    await finishInOutbox(store.db, [{ row: taken, status, result: 'ended' }], NOON);
    expect(await store.db.query(Stored, STORED)).toEqual([{ subject: 'reply', payload: '{}', status }]);
  });

  it('a posted proof leaves nothing of its signed address, and roles keep what is looked up later', async () => {
    const roles: Effect = { kind: 'discord-roles', memberId: person(1), changeId: '1-1' };
    const url = 'https://cdn.discordapp.com/ephemeral-attachments/1/2/a.png?ex=7f&is=7e&hm=abc';
    const proof = { url, name: 'a.png', contentType: 'image/png', sha256: '' };
    const post: Effect = { kind: 'message', channelId: person(2), message: {}, proof };
    for (const [index, effect] of [roles, post].entries()) {
      await add(`1-${index}`, effect, index);
      const taken = await takeFromOutbox(store.db, `1-${index}`, LEASE);
      if (taken === undefined) throw new Error('not taken');
      await finishInOutbox(store.db, [{ row: taken, status: 'failed', result: 'no' }], NOON);
    }
    expect((await store.db.query(Stored, STORED)).map((row) => row.payload)).toEqual([
      JSON.stringify(roles),
      '{}',
    ]);
    expect(await changesFailedOnDiscord(store.db, person(1))).toEqual(new Set(['1-1']));
  });

  it('what a former version left of a finished reply goes with the next purge', async () => {
    await add('70-0', REPLY, 1);
    await add('70-1', REPLY, 2);
    await store.db.runMigrationStatement(
      `UPDATE outbox SET status = 'done', finished_at = ${NOON} WHERE effect_id = '70-0'`,
    );
    expect(await purgeOutbox(store.db, NOON)).toBe(0);
    const [finished, due] = await store.db.query(Stored, STORED);
    expect(finished).toEqual({ subject: 'reply', payload: '{}', status: 'done' });
    expect(due?.payload).toContain(REPLY.token);
  });

  it('rows are counted, and finished ones go away in time', async () => {
    await add('1-1', DM, 1);
    const taken = await takeFromOutbox(store.db, '1-1', LEASE);
    if (taken === undefined) throw new Error('not taken');
    expect(await countOutbox(store.db, { now: NOON + 1, failedSince: NOON })).toEqual({
      overdue: 1,
      failed: 0,
    });
    await finishInOutbox(store.db, [{ row: taken, status: 'done', result: '' }], NOON);
    expect(await purgeOutbox(store.db, NOON + 86_400_000)).toBe(0);
    expect(await purgeOutbox(store.db, NOON + 86_400_001)).toBe(1);
  });

  it('the message of a record is remembered', async () => {
    const posted = { channelId: person(50), messageId: person(51), attachmentId: undefined };
    for (const table of ['events', 'promotion_cards'] as const) {
      expect(await rememberedMessage(store.db, { table, id: '1-1' })).toBeUndefined();
      await rememberMessage(store.db, { table, id: '1-1' }, posted);
    }
    await store.db.runMigrationStatement(
      "INSERT INTO events (event_id, event_type, status, submitted_at) VALUES ('1-1', 'Raid', 'pending', 1)",
    );
    await rememberMessage(store.db, { table: 'events', id: '1-1' }, { ...posted, attachmentId: person(52) });
    expect(await rememberedMessage(store.db, { table: 'events', id: '1-1' })).toEqual({
      channelId: person(50),
      messageId: person(51),
    });
  });

  it('a service that denies three times is paused, until it lets the bot in again', async () => {
    for (const _ of [1, 2, 3]) {
      expect(await pausedUntil(store.db, 'discord', NOON)).toBeUndefined();
      await noteFailure(store.db, discordError(403, 50013), { now: NOON, log });
    }
    expect(await pausedUntil(store.db, 'discord', NOON)).toBeGreaterThan(NOON);
    expect(await servicePauses(store.db)).toMatchObject([{ service: 'discord', deniedCount: 3 }]);
    await noteSuccess(store.db, 'discord', NOON);
    expect(await servicePauses(store.db)).toMatchObject([{ deniedCount: 0, pausedUntil: 0, reason: null }]);
  });

  it("a rank's role that was found by its name is kept, and forgotten when it is gone", async () => {
    const { clanContext: context } = await openTestWorld({ clan: store.clan });
    const rank = store.clan.rank('Enlist');
    const role = await roleForRank(context, rank);
    expect((await listRanks(store.db))[1]).toMatchObject({
      discordRoleId: Object.values(role)[0],
      roleSource: 'found',
    });
    expect(await forgetFoundRole(context, rank, Object.values(role)[0] ?? '')).toBe(true);
    expect((await listRanks(store.db))[1]).toMatchObject({ discordRoleId: null, roleSource: null });
  });
}
