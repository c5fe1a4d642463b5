import { beforeEach, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { person } from '../../test/support/clan.ts';
import { type HttpTest, openHttpTest } from '../../test/support/http-test.ts';
import { sql } from '../database/database.ts';
import { type JoinAnswer, latestJoinDecision, storeJoinDecision } from '../members/join-decision.ts';
import { performJoinDecision } from './perform-join-decision.ts';

const ADMIN = person(902);
const ACCOUNT = '777';
const LOGGED = sql`SELECT payload FROM outbox WHERE kind = 'message' ORDER BY effect_id`;

let t: HttpTest;
beforeEach(async () => {
  t = await openHttpTest();
  t.group.ask(ACCOUNT, { name: 'WolfRunner' });
});

async function decided(decision: JoinAnswer = 'accept') {
  const request = await t.context.roblox.joinRequest(ACCOUNT);
  if (request === undefined) throw new Error('nobody asks');
  const told = { robloxUserId: ACCOUNT, robloxName: 'WolfRunner', decision, decidedBy: ADMIN };
  await storeJoinDecision(t.db, { id: 'd1', ...told, decidedAt: t.context.now() });
  const { path, askedAt } = request;
  return { kind: 'join-decision', decisionId: 'd1', path, askedAt, ...told } as const;
}
const again = () => ({ ...t.context, attempts: 2 });
const status = async () => (await latestJoinDecision(t.db, ACCOUNT))?.status;
const logged = async () =>
  (await t.db.query(z.object({ payload: z.string() }), LOGGED, {})).map(({ payload }) => payload);
const isMember = () => t.group.members.has(ACCOUNT);
const answersLost = (decision: JoinAnswer, status_: number) => {
  const path = `/cloud/v2/groups/${t.context.clan.robloxGroupId}/join-requests/`;
  const id = Buffer.from(`${ACCOUNT}.${t.clock.now}`).toString('base64url');
  t.fails(`POST ${path}${id}:${decision}`, { status: status_, when: 'after' });
};

it.each([
  ['accept', 'accepted', true],
  ['decline', 'declined', false],
] as const)('%s is told to Roblox and, once, to the log channel', async (decision, done, joins) => {
  const effect = await decided(decision);
  expect(await performJoinDecision(effect, t.context)).toEqual({ done, once: true });
  expect(isMember()).toBe(joins);
  expect(t.group.asking).toEqual([]);
  expect(await status()).toBe('done');
  expect(await performJoinDecision(effect, again())).toEqual({ done, once: true });
  expect(await logged()).toEqual([expect.stringContaining(`${done}`)]);
  expect(t.writes()).toHaveLength(1);
});

it('a lost answer is sent once, and a 404 when it is tried again counts as done', async () => {
  const effect = await decided();
  answersLost('accept', 503);
  await expect(performJoinDecision(effect, t.context)).rejects.toMatchObject({ retryable: true });
  expect(t.writes()).toHaveLength(1);
  expect(await status()).toBe('waiting');
  t.mend();
  expect(await performJoinDecision(effect, again())).toEqual({ done: 'accepted', once: true });
  expect(t.writes()).toHaveLength(1);
  expect(await logged()).toHaveLength(1);
});

it('a newer request of the same person is not decided by an older decision that is tried again', async () => {
  const effect = await decided('decline');
  answersLost('decline', 503);
  await expect(performJoinDecision(effect, t.context)).rejects.toThrow();
  t.mend();
  t.clock.now += 60_000;
  t.group.ask(ACCOUNT);
  expect(await performJoinDecision(effect, again())).toEqual({ done: 'declined', once: true });
  expect(t.group.asking).toEqual([ACCOUNT]);
});

it('is carried out when the first try did not reach Roblox', async () => {
  const effect = await decided();
  expect(await performJoinDecision(effect, again())).toEqual({ done: 'accepted', once: true });
  expect(isMember()).toBe(true);
});

it('a request that somebody else took fails with a clear text, in the log too', async () => {
  const effect = await decided();
  t.group.forgetRequest(ACCOUNT);
  expect(await performJoinDecision(effect, t.context)).toEqual({
    failed: expect.stringContaining('somebody else decided it'),
  });
  expect(await status()).toBe('failed');
  expect(await logged()).toEqual([expect.stringContaining('somebody else decided it')]);
});

it('a key without the scope fails for good, and a key that Roblox does not know waits', async () => {
  const effect = await decided();
  t.group.key.scopes = ['group:read'];
  expect(await performJoinDecision(effect, t.context)).toEqual({ failed: expect.stringContaining('(403)') });
  expect(await status()).toBe('failed');
  t.group.key.enabled = false;
  await expect(performJoinDecision(effect, t.context)).rejects.toMatchObject({ status: 401 });
});
