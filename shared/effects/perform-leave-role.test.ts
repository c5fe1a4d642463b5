import { beforeEach, expect, it } from 'vitest';
import { NOON, person, TEST_SETTINGS } from '../../test/support/clan.ts';
import { DANGEROUS_ROLE, type HttpTest, openHttpTest } from '../../test/support/http-test.ts';
import { addLeave, beginLeave, closeLeave, decideLeave } from '../leave/leave.ts';
import { performLeaveRole } from './perform-leave-role.ts';

const WOLF = person(1);
const ON_LEAVE = '1500000000000000001';
const effect = { kind: 'leave-role', memberId: WOLF, leaveId: 'l1' } as const;

let t: HttpTest;
beforeEach(async () => {
  t = await openHttpTest();
  await t.clan.seed({ discordId: WOLF });
  t.guild.addMember(WOLF);
  const days = { firstDay: '2026-11-18', lastDay: '2026-11-19', startsAt: NOON, endsAt: NOON + 1 };
  await addLeave(t.db, { id: 'l1', memberId: WOLF, reason: 'x', ...days }, NOON);
  await decideLeave(t.db, { leaveId: 'l1', actorId: person(9), now: NOON });
  await beginLeave(t.db, 'l1');
});
const held = () => [...(t.guild.state.members.get(WOLF)?.roleIds ?? [])];
const perform = (onLeave: string | null = ON_LEAVE) =>
  performLeaveRole(effect, {
    ...t.context,
    settings: { ...t.context.settings, roles: { ...TEST_SETTINGS.roles, on_leave: onLeave } },
  });
const end = () => closeLeave(t.db, { id: 'l1', status: 'running' }, 'ended', NOON);

it('is given while the leave runs, and taken when it has ended, each once', async () => {
  t.guild.addRole({ id: ON_LEAVE, name: 'On leave' });
  expect(await perform()).toEqual({ done: 'given' });
  expect(held()).toEqual([ON_LEAVE]);
  expect(await perform()).toEqual({ done: 'nothing to change' });
  await end();
  expect(await perform()).toEqual({ done: 'taken' });
  expect(await perform()).toEqual({ done: 'nothing to change' });
  expect(held()).toEqual([]);
  expect(t.writes()).toHaveLength(2);
});

it('that was given is the one that is taken, whatever the settings name by then', async () => {
  t.guild.addRole({ id: ON_LEAVE, name: 'On leave' });
  await perform();
  await end();
  expect(await perform(null)).toEqual({ done: 'taken' });
  expect(held()).toEqual([]);
});

it('that the member had before stays theirs', async () => {
  t.guild.addRole({ id: ON_LEAVE, name: 'On leave' });
  t.guild.state.members.get(WOLF)?.roleIds.push(ON_LEAVE);
  expect(await perform()).toEqual({ done: 'nothing to change' });
  await end();
  await perform();
  expect(held()).toEqual([ON_LEAVE]);
});

it('is not given when it carries power, gives a tier, or is none', async () => {
  t.guild.addRole({ id: ON_LEAVE, name: 'On leave', ...DANGEROUS_ROLE });
  expect(await perform()).toEqual({ failed: expect.stringContaining('Ban Members') });
  expect(await perform(null)).toEqual({ done: 'no role is set' });
  const roles = { ...TEST_SETTINGS.roles, on_leave: ON_LEAVE, officer: [ON_LEAVE] };
  const tier = await performLeaveRole(effect, {
    ...t.context,
    settings: { ...t.context.settings, roles },
  });
  expect(tier).toEqual({ failed: expect.stringContaining('gives a tier') });
  expect(held()).toEqual([]);
});

it('of a leave that ended before it could be given is not given any more', async () => {
  t.guild.addRole({ id: ON_LEAVE, name: 'On leave' });
  await end();
  expect(await perform()).toEqual({ done: 'nothing to change' });
  expect(t.writes()).toHaveLength(0);
});
