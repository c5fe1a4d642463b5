import { expect, it } from 'vitest';
import { standingsOf } from '../../../functions/group/standings.ts';
import { addToBlacklist } from '../../../shared/blacklist/blacklist.ts';
import {
  endJoinDecision,
  latestJoinDecision,
  storeJoinDecision,
} from '../../../shared/members/join-decision.ts';
import { NOON, person } from '../../support/clan.ts';
import type { Store } from './store.ts';

const ADMIN = person(9);
const DECISION = {
  id: '1400000000000000002-1',
  robloxUserId: '777',
  robloxName: 'Wölf',
  decision: 'accept',
  decidedBy: ADMIN,
  decidedAt: NOON,
} as const;

export function joinDecisionCases(store: Store): void {
  it('on requests to join are one at a time for an account, end once, and are found', async () => {
    const { db } = store;
    await storeJoinDecision(db, DECISION);
    expect(await latestJoinDecision(db, '777')).toEqual({ ...DECISION, status: 'waiting' });
    const second = { ...DECISION, id: '2', decidedAt: NOON + 1 };
    await expect(storeJoinDecision(db, second)).rejects.toMatchObject({ name: 'ConflictError' });
    const end = { status: 'failed', error: 'gone', now: NOON } as const;
    expect(await endJoinDecision(db, DECISION.id, end)).toBe(true);
    expect(await endJoinDecision(db, DECISION.id, end)).toBe(false);
    await storeJoinDecision(db, second);
    expect(await latestJoinDecision(db, '777')).toMatchObject({ id: '2', status: 'waiting' });
  });

  it('show who holds an account that asks, who is blacklisted, and what waits', async () => {
    const { db, clan } = store;
    await clan.seed({ discordId: person(1), robloxUserId: '777' });
    const entry = { reason: null, expiresAt: null, actorId: ADMIN, now: NOON };
    await addToBlacklist(db, { discordId: person(1), ...entry });
    await storeJoinDecision(db, DECISION);
    const standings = await standingsOf(db, ['777', '778'], NOON);
    expect(standings.get('777')).toEqual({
      linkedTo: person(1),
      isBlacklisted: true,
      heldBy: [],
      waiting: { decision: 'accept', by: ADMIN },
    });
    expect(standings.get('778')).toMatchObject({ linkedTo: undefined, isBlacklisted: false, heldBy: [] });
  });
}
