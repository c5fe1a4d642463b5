import { expect, it } from 'vitest';
import {
  type HourlyGuard,
  liftGuard,
  markTold,
  purgeGuards,
  readGuard,
  usedOf,
  useGuard,
} from '../../../shared/guards/hourly-guard.ts';
import { NOON, person } from '../../support/clan.ts';
import type { Store } from './store.ts';

const WOLF = person(1);

export function guardCases(store: Store): void {
  async function read(): Promise<HourlyGuard> {
    const guard = await readGuard(store.db, WOLF, 'points', NOON);
    if (guard === undefined) throw new Error('this schema has no guards');
    return guard;
  }

  it('count what one person used, tell of it and are lifted once', async () => {
    const first = await read();
    await useGuard(store.db, first, 4, NOON);
    await expect(useGuard(store.db, first, 4, NOON)).rejects.toMatchObject({ name: 'ConflictError' });
    const second = await read();
    await useGuard(store.db, second, 3, NOON);
    await expect(useGuard(store.db, second, 3, NOON)).rejects.toMatchObject({ name: 'ConflictError' });
    await markTold(store.db, await read(), NOON);
    const told = await read();
    expect([usedOf(told), told.toldAt]).toEqual([7, NOON]);
    const lift = { discordId: WOLF, kind: 'points', toldAt: NOON, liftedBy: person(2), now: NOON } as const;
    expect([await liftGuard(store.db, lift), await liftGuard(store.db, lift)]).toEqual([true, false]);
    expect(usedOf(await read())).toBe(0);
    expect(await purgeGuards(store.db, NOON + 86_400_000)).toBe(0);
    expect(await purgeGuards(store.db, NOON + 86_400_001)).toBe(1);
  });
}
