import { expect, it } from 'vitest';
import type { Database, Queryable } from '../../../shared/database/database.ts';
import { ConflictError } from '../../../shared/database/errors.ts';
import { decideEvent } from '../../../shared/events/decide-event.ts';
import { findEvent } from '../../../shared/events/event.ts';
import { submitEvent } from '../../../shared/events/submit-event.ts';
import { findMember } from '../../../shared/members/member.ts';
import { awardPoints, ledgerDifferences } from '../../../shared/points/ledger.ts';
import { NOON, person } from '../../support/clan.ts';
import type { Store } from './store.ts';

const CONTAINERS = 4;
const DELIVERIES = 100;
const MEMBERS = [person(1), person(2), person(3)];

export function concurrencyCases(store: Store): void {
  async function containers(): Promise<Database[]> {
    return await Promise.all(Array.from({ length: CONTAINERS }, () => store.another()));
  }

  it('one hundred approvals of an event at once decide it once and award each participant once', {
    timeout: 60_000,
  }, async () => {
    for (const member of MEMBERS) await store.clan.seed({ discordId: member });
    const { event } = (
      await store.clan.change((tx) =>
        submitEvent(tx, {
          type: 'Raid',
          hostId: person(1),
          times: { startsAt: NOON, endsAt: NOON, startsText: 'now', endsText: 'then' },
          participants: [],
          proof: { url: '', name: 'proof.png', contentType: 'image/png', sha256: 'ab'.repeat(32) },
          now: NOON,
        }),
      )
    ).result;

    async function approve(tx: Queryable, delivery: number): Promise<boolean> {
      const pending = await findEvent(tx, event.id);
      if (pending?.status !== 'pending') return false;
      await decideEvent(
        tx,
        pending,
        { status: 'approved', points: 5, note: null },
        { reviewerId: person(9), now: NOON },
      );
      for (const [index, memberId] of MEMBERS.entries()) {
        const onceKey = `event:${event.id}:${memberId}`;
        const posting = {
          memberId,
          amount: 5,
          reason: 'Raid',
          actorId: person(9),
          now: NOON,
          timeZone: 'UTC',
          onceKey,
        };
        await awardPoints(tx, { ...posting, entryId: `${delivery}-${index}`, kind: 'event' });
      }
      return true;
    }
    const dbs = await containers();
    const deliveries = Array.from({ length: DELIVERIES }, (_, index) => index);
    const decided = await Promise.all(
      deliveries.map((delivery) =>
        (dbs[delivery % CONTAINERS] ?? store.db).transaction((tx) => approve(tx, delivery)),
      ),
    );
    expect(decided.filter((first) => first)).toHaveLength(1);
    for (const member of MEMBERS) {
      expect(await findMember(store.db, member)).toMatchObject({ points: 5, totalPoints: 5 });
    }
    expect(await ledgerDifferences(store.db)).toEqual([]);
  });

  it('awards to one member at once are all counted', { timeout: 60_000 }, async () => {
    const [member = ''] = MEMBERS;
    await store.clan.seed({ discordId: member });
    const dbs = await containers();
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        (dbs[index % CONTAINERS] ?? store.db).transaction((tx) =>
          awardPoints(tx, {
            entryId: `${index}-1`,
            memberId: member,
            amount: 1,
            kind: 'award',
            reason: null,
            actorId: null,
            now: NOON,
            timeZone: 'UTC',
          }),
        ),
      ),
    );
    expect(await findMember(store.db, member)).toMatchObject({ points: 40 });
    expect(await ledgerDifferences(store.db)).toEqual([]);
  });

  it('a compare-and-set that lost starts again from what the winner left', { timeout: 60_000 }, async () => {
    await store.clan.seed({ discordId: person(1) });
    const [first, second] = await containers();
    if (first === undefined || second === undefined) throw new Error('no containers');
    let attempts = 0;
    const winnerIsDone = second.transaction((tx) =>
      awardPoints(tx, {
        entryId: '1-1',
        memberId: person(1),
        amount: 1,
        kind: 'award',
        reason: null,
        actorId: null,
        now: NOON,
        timeZone: 'UTC',
        onceKey: 'k',
      }),
    );
    await winnerIsDone;
    await first.transaction(async (tx) => {
      attempts += 1;
      if (attempts === 1) throw new ConflictError('as if the winner had been seen too late');
      const { awarded } = await awardPoints(tx, {
        entryId: '1-2',
        memberId: person(1),
        amount: 1,
        kind: 'award',
        reason: null,
        actorId: null,
        now: NOON,
        timeZone: 'UTC',
        onceKey: 'k',
      });
      expect(awarded).toBe(false);
    });
    expect(attempts).toBe(2);
  });
}
