import { expect, it } from 'vitest';
import { claim, isClaimed, purgeClaims } from '../../../shared/commands/claim.ts';
import { purgeCooldowns, refuseDuringCooldown, startCooldown } from '../../../shared/commands/cooldown.ts';
import { NOON, person } from '../../support/clan.ts';
import type { Store } from './store.ts';

const DAY_MS = 86_400_000;

export function commandCases(store: Store): void {
  it('an interaction is claimed once, for a day', async () => {
    await store.db.transaction((tx) => claim(tx, '1', NOON));
    const again = store.db.transaction((tx) => claim(tx, '1', NOON));
    await expect(again).rejects.toMatchObject({ name: 'DuplicateInteraction' });
    expect(await isClaimed(store.db, '1')).toBe(true);
    expect(await purgeClaims(store.db, NOON + DAY_MS)).toBe(0);
    expect(await purgeClaims(store.db, NOON + DAY_MS + 1)).toBe(1);
    expect(await isClaimed(store.db, '1')).toBe(false);
  });

  it('a cooldown refuses until it is over', async () => {
    const cooldown = { discordId: person(1), key: 'leaderboard', seconds: 30, now: NOON };
    await startCooldown(store.db, cooldown);
    await expect(refuseDuringCooldown(store.db, cooldown)).rejects.toMatchObject({ code: 'cooldown' });
    await expect(startCooldown(store.db, cooldown)).rejects.toMatchObject({ code: 'cooldown' });
    const later = { ...cooldown, now: NOON + 30_000 };
    await refuseDuringCooldown(store.db, later);
    await startCooldown(store.db, later);
    expect(await purgeCooldowns(store.db, NOON + 60_001)).toBe(1);
  });

  it('a cooldown is over when the clock was set back by more than it lasts', async () => {
    const cooldown = { discordId: person(1), key: 'leaderboard', seconds: 30, now: NOON };
    await startCooldown(store.db, cooldown);
    const before = { ...cooldown, now: NOON - DAY_MS };
    await refuseDuringCooldown(store.db, before);
    await startCooldown(store.db, before);
    await expect(refuseDuringCooldown(store.db, before)).rejects.toMatchObject({ code: 'cooldown' });
  });
}
