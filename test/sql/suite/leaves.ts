import { expect, it } from 'vitest';
import { standingOf } from '../../../functions/member/standing.ts';
import { rememberedMessage, rememberMessage } from '../../../shared/effects/remembered-message.ts';
import { moveLeaves } from '../../../shared/leave/begin-and-end.ts';
import {
  addLeave,
  beginLeave,
  closeLeave,
  decideLeave,
  findLeave,
  keepLeaveRole,
  leavesOf,
  openLeave,
} from '../../../shared/leave/leave.ts';
import { NOON, person, TEST_SETTINGS } from '../../support/clan.ts';
import type { Store } from './store.ts';

const WOLF = person(1);
const DAY_MS = 86_400_000;
const LEAVE = {
  id: 'l1',
  memberId: WOLF,
  firstDay: '2026-11-18',
  lastDay: '2026-11-19',
  startsAt: NOON,
  endsAt: NOON + DAY_MS,
  reason: 'Exams 🐺',
};

export function leaveCases(store: Store): void {
  it('a leave is one at a time, decided once, begun and ended once', async () => {
    await addLeave(store.db, LEAVE, NOON);
    const second = store.db.transaction((tx) =>
      addLeave(tx, { ...LEAVE, id: 'l2' }, NOON).catch((error: unknown) => error),
    );
    await expect(second).resolves.toMatchObject({ name: 'ConflictError' });
    expect(await standingOf(store.db, WOLF, NOON)).toEqual({
      blacklisting: undefined,
      leave: { status: 'requested', firstDay: '2026-11-18', lastDay: '2026-11-19' },
    });
    const decision = { leaveId: 'l1', actorId: person(2), now: NOON };
    expect(await decideLeave(store.db, decision)).toBe(true);
    expect(await decideLeave(store.db, decision)).toBe(false);
    expect(await beginLeave(store.db, 'l1')).toBe(true);
    expect(await beginLeave(store.db, 'l1')).toBe(false);
    await keepLeaveRole(store.db, 'l1', person(5));
    expect(await openLeave(store.db, WOLF)).toMatchObject({ status: 'running', roleId: person(5) });
    expect(await closeLeave(store.db, { id: 'l1', status: 'running' }, 'ended', NOON + 1)).toBe(true);
    expect(await closeLeave(store.db, { id: 'l1', status: 'running' }, 'ended', NOON + 2)).toBe(false);
    expect(await openLeave(store.db, WOLF)).toBeUndefined();
    expect(await leavesOf(store.db, WOLF, 5)).toMatchObject([{ ...LEAVE, closedAt: NOON + 1 }]);
  });

  it('the card of a leave is remembered, and the hourly job moves what is due', async () => {
    await addLeave(store.db, LEAVE, NOON);
    const of = { table: 'leaves', id: 'l1' } as const;
    await rememberMessage(store.db, of, { channelId: '1', messageId: '2', attachmentId: undefined });
    expect(await rememberedMessage(store.db, of)).toEqual({ channelId: '1', messageId: '2' });
    await decideLeave(store.db, { leaveId: 'l1', actorId: person(2), now: NOON });
    const context = { db: store.db, settings: TEST_SETTINGS, random: () => 0.5 };
    const at = (now: number) => moveLeaves({ ...context, now: () => now }, now + 1);
    expect(await at(NOON)).toEqual({ begun: 1, ended: 0 });
    expect(await at(NOON + DAY_MS)).toEqual({ begun: 0, ended: 1 });
    expect(await findLeave(store.db, 'l1')).toMatchObject({ status: 'ended' });
  });
}
