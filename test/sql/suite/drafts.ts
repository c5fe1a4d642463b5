import { expect, it } from 'vitest';
import { standingOf } from '../../../functions/submit-event/standing.ts';
import { replaceCooldown } from '../../../shared/commands/cooldown.ts';
import { type Draft, dropDraft, findDraft, keepDraft, purgeDrafts } from '../../../shared/events/draft.ts';
import { NOON, person } from '../../support/clan.ts';
import type { Store } from './store.ts';

const HOST = person(1);
const DRAFT: Draft = {
  id: '1400000000000000001-1',
  hostId: HOST,
  type: 'Raid',
  memberIds: [person(2), person(3)],
  names: 'Wölf\nFox 🦊',
  start: 'soon',
  end: '',
  proof: { url: 'https://cdn.discordapp.com/a.png?ex=7f', name: 'a.png', contentType: 'image/png', size: 7 },
  cooldownUntil: NOON + 60_000,
  blockedUntil: null,
  savedAt: NOON,
  expiresAt: NOON + 86_400_000,
};
const BARE: Draft = { ...DRAFT, id: '2', memberIds: [], names: '', start: '', proof: undefined };

export function draftCases(store: Store): void {
  it('are kept one for each member, found for a day, dropped once and purged', async () => {
    await keepDraft(store.db, DRAFT, undefined);
    expect(await findDraft(store.db, HOST, NOON)).toEqual(DRAFT);
    expect(await findDraft(store.db, HOST, DRAFT.expiresAt)).toBeUndefined();
    await keepDraft(store.db, BARE, DRAFT.id);
    expect(await findDraft(store.db, HOST, NOON)).toEqual(BARE);
    await expect(keepDraft(store.db, DRAFT, DRAFT.id)).rejects.toMatchObject({ name: 'ConflictError' });
    await expect(
      store.db.transaction((tx) => keepDraft(tx, DRAFT, undefined).catch((error: unknown) => error)),
    ).resolves.toMatchObject({ name: 'ConflictError' });
    expect(await dropDraft(store.db, DRAFT)).toBe(false);
    expect(await dropDraft(store.db, BARE)).toBe(true);
    await keepDraft(store.db, DRAFT, undefined);
    expect(await purgeDrafts(store.db, DRAFT.expiresAt - 1)).toBe(0);
    expect(await purgeDrafts(store.db, DRAFT.expiresAt)).toBe(1);
  });

  it('are over when the clock was set back by more than a day', async () => {
    await keepDraft(store.db, DRAFT, undefined);
    expect(await findDraft(store.db, HOST, NOON - 3_600_000)).toBeUndefined();
    expect(await purgeDrafts(store.db, NOON - 3_600_000)).toBe(1);
  });

  it('are read together with link and cooldown', async () => {
    expect(await standingOf(store.db, HOST)).toEqual({
      isLinked: false,
      cooldownUntil: undefined,
      draft: undefined,
    });
    await store.clan.seed({ discordId: HOST });
    const cooldown = { discordId: HOST, key: 'submit-event', seconds: 30, now: NOON };
    await replaceCooldown(store.db, cooldown, undefined);
    const longer = { ...cooldown, seconds: 60 };
    const until = await replaceCooldown(store.db, longer, NOON + 30_000);
    await expect(replaceCooldown(store.db, longer, NOON + 30_000)).rejects.toMatchObject({
      name: 'ConflictError',
    });
    await keepDraft(store.db, DRAFT, undefined);
    expect(await standingOf(store.db, HOST)).toEqual({ isLinked: true, cooldownUntil: until, draft: DRAFT });
  });
}
