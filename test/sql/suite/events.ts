import { expect, it } from 'vitest';
import { ConflictError } from '../../../shared/database/errors.ts';
import { decideEvent, keepEntries } from '../../../shared/events/decide-event.ts';
import { findEvent, findSameProof, participantsOf } from '../../../shared/events/event.ts';
import { latestEvents, pendingEvents } from '../../../shared/events/list-events.ts';
import { submitEvent } from '../../../shared/events/submit-event.ts';
import { NOON, person } from '../../support/clan.ts';
import type { Store } from './store.ts';

const PROOF = {
  url: 'https://cdn.discordapp.com/a.png',
  name: 'proof.png',
  contentType: 'image/png',
  sha256: 'ab'.repeat(32),
};
const TIMES = { startsAt: NOON, endsAt: NOON + 3_600_000, startsText: '12:00', endsText: '13:00' };

export function eventCases(store: Store): void {
  const submit = (now: number) =>
    store.clan.change((tx) =>
      submitEvent(tx, {
        type: 'Raid',
        hostId: person(1),
        times: TIMES,
        participants: [
          { key: `d:${person(1)}`, discordId: person(1), robloxName: null, entryId: null },
          { key: 'r:fox', discordId: null, robloxName: 'Fox', entryId: null },
        ],
        proof: PROOF,
        now,
      }),
    );

  it('are submitted, listed by age and found by their proof', async () => {
    const { result: first } = await submit(NOON);
    const { result: second } = await submit(NOON + 1);
    expect(second.duplicateOf?.id).toBe(first.event.id);
    expect((await findSameProof(store.db, PROOF.sha256))?.id).toBe(first.event.id);
    const pending = await pendingEvents(store.db, 1);
    expect(pending).toMatchObject({ total: 2, events: [{ id: first.event.id, ...TIMES, note: null }] });
    expect((await participantsOf(store.db, first.event.id)).map((one) => one.key)).toEqual([
      `d:${person(1)}`,
      'r:fox',
    ]);
  });

  it('are decided once, with the entries of the participants', async () => {
    const { event } = (await submit(NOON)).result;
    const by = { reviewerId: person(9), now: NOON + 5 };
    await store.db.transaction(async (tx) => {
      await decideEvent(tx, event, { status: 'approved', points: 3, note: null }, by);
      await keepEntries(tx, event.id, [{ participantKey: 'r:fox', entryId: '5-1' }]);
    });
    const again = store.db.transaction((tx) =>
      decideEvent(tx, event, { status: 'declined', points: null, note: 'no' }, by).catch(
        (error: unknown) => error,
      ),
    );
    expect(await again).toBeInstanceOf(ConflictError);
    expect(await findEvent(store.db, event.id)).toMatchObject({
      status: 'approved',
      points: 3,
      decidedBy: person(9),
    });
    expect((await participantsOf(store.db, event.id)).map((one) => one.entryId)).toEqual([null, '5-1']);
    expect((await latestEvents(store.db, 'approved', 5)).map((one) => one.id)).toEqual([event.id]);
  });
}
