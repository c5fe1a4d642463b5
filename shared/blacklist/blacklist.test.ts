import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOON, openTestClan, person, type TestClan } from '../../test/support/clan.ts';
import { addToBlacklist, findBlacklisting, listBlacklist, removeFromBlacklist } from './blacklist.ts';

const wolf = person(1);
const admin = person(9);
let clan: TestClan;
beforeEach(async () => {
  clan = await openTestClan();
});
afterEach(() => clan.db.close());

const add = async (discordId: string, expiresAt: number | null, now = NOON) => {
  const entry = { discordId, reason: 'spam', expiresAt, actorId: admin, now };
  return (await clan.change((tx) => addToBlacklist(tx, entry))).result.how;
};

describe('the blacklist', () => {
  it('holds somebody until the end that was given, or for good', async () => {
    expect(await add(wolf, NOON + 1000)).toBe('added');
    expect(await findBlacklisting(clan.db, wolf, NOON + 999)).toMatchObject({
      reason: 'spam',
      createdBy: admin,
    });
    expect(await findBlacklisting(clan.db, wolf, NOON + 1000)).toBeUndefined();
    expect(await add(wolf, null, NOON + 2000)).toBe('added');
    expect(await add(wolf, NOON + 9000, NOON + 3000)).toBe('changed');
    expect(await findBlacklisting(clan.db, wolf, NOON + 10_000)).toBeUndefined();
  });

  it('keeps the reason of an entry that holds where none is given, and not of one that is over', async () => {
    await add(wolf, NOON + 1000);
    const again = async (now: number) => {
      const entry = { discordId: wolf, reason: null, expiresAt: null, actorId: admin, now };
      const { result } = await clan.change((tx) => addToBlacklist(tx, entry));
      return [result.reason, (await findBlacklisting(clan.db, wolf, now))?.reason];
    };
    expect(await again(NOON + 999)).toEqual(['spam', 'spam']);
    await add(wolf, NOON + 1000);
    expect(await again(NOON + 1000)).toEqual([null, null]);
  });

  it('says whether there was anybody to take off', async () => {
    await add(wolf, null);
    const remove = async (now: number) =>
      (await clan.change((tx) => removeFromBlacklist(tx, wolf, now))).result;
    expect(await remove(NOON)).toMatchObject({ discordId: wolf });
    expect(await remove(NOON)).toBeUndefined();
    await add(wolf, NOON + 1);
    expect(await remove(NOON + 2)).toBeUndefined();
  });

  it('is listed page by page, the latest first, without expired entries', async () => {
    for (let number = 1; number <= 5; number += 1) await add(person(number), null, NOON + number);
    await add(person(6), NOON + 10, NOON + 6);
    const list = (page: number) => listBlacklist(clan.db, { now: NOON + 10, page, pageSize: 3 });
    const first = await list(1);
    expect(first.entries.map((entry) => entry.discordId)).toEqual([5, 4, 3].map(person));
    expect([first.hasNext, (await list(2)).hasNext]).toEqual([true, false]);
  });
});
