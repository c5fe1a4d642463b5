import { bench, describe } from 'vitest';
import { NOON, openTestClan, person } from '../../test/support/clan.ts';
import { sql } from '../database/database.ts';
import { leaderboardPage } from './leaderboard.ts';
import { placeOf } from './place.ts';

const ADD_MANY = sql`
INSERT INTO members (discord_id, rank_id, points, total_points, joined_at)
VALUES (:discord_id, :rank_id, 0, :total_points, :joined_at)`;

async function clanOf(size: number) {
  const clan = await openTestClan();
  const rankId = clan.rank('Pending').id;
  await clan.db.executeMany(
    ADD_MANY,
    Array.from({ length: size }, (_, index) => ({
      discord_id: person(index + 1),
      rank_id: rankId,
      total_points: (index * 7919) % 5000,
      joined_at: NOON - index,
    })),
  );
  return clan.db;
}

// The budget: within twice of each other.
describe.each([1000, 100_000])('a clan of %i', async (size) => {
  const db = await clanOf(size);
  const clock = { period: 'all', now: NOON, timeZone: 'UTC' } as const;
  bench('first page of the leaderboard', async () => {
    await leaderboardPage(db, { page: 1, ...clock });
  });
  bench('last page of the leaderboard', async () => {
    await leaderboardPage(db, { page: 100, ...clock });
  });
  bench('place in the middle', async () => {
    await placeOf(db, { totalPoints: 2500 });
  });
});
