import { expect, it } from 'vitest';
import { openTestClan, person } from '../../test/support/clan.ts';
import { findMember } from './member.ts';
import { SeenMembers } from './seen-members.ts';

it('a member is taken as seen once, and read again by a transaction that starts again', async () => {
  const clan = await openTestClan();
  await clan.seed({ discordId: person(1), points: 3 });
  const before = await findMember(clan.db, person(1));
  const seen = new SeenMembers([
    [person(1), before === undefined ? undefined : { ...before, points: 2 }],
    [person(2), undefined],
  ]);
  expect((await seen.find(clan.db, person(1)))?.points).toBe(2);
  expect((await seen.find(clan.db, person(1)))?.points).toBe(3);
  await clan.seed({ discordId: person(2) });
  expect(await seen.find(clan.db, person(2))).toBeUndefined();
  expect((await seen.find(clan.db, person(2)))?.discordId).toBe(person(2));
  await clan.db.close();
});
