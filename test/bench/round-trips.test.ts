import { expect, it } from 'vitest';
import { countCommands } from './round-trips.ts';

/** What each command asks the database. Fewer is a new figure here, more is a fault. */
const COUNTS = {
  '/show-my-id': 9,
  '/xp': 15,
  '/leaderboard': 17,
  '/points add': 28,
  '/points add, with a card': 37,
  '/points history': 12,
  '/points undo': 28,
  '/points undo, its autocomplete': 4,
  '/ranks list': 12,
  '/events pending': 12,
  '/blacklist view': 11,
  '/promote': 52,
  'approval, 1 participant': 47,
  'approval, 50 participants': 292,
};

it('a command asks the database no more often than it did', async () => {
  const counted = await countCommands();
  expect(Object.fromEntries(counted.map(({ name, trips }) => [name, trips.length]))).toEqual(COUNTS);
});
