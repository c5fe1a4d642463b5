import { expect, it } from 'vitest';
import { countCommands } from './round-trips.ts';

/** What each command asks the database. Fewer is a new figure here, more is a fault. */
const COUNTS = {
  '/show-my-id': 4,
  '/xp': 6,
  '/leaderboard': 9,
  '/points add': 8,
  '/points add, with a card': 11,
  '/points history': 5,
  '/points undo': 10,
  '/points undo, its autocomplete': 3,
  '/ranks list': 5,
  '/events pending': 6,
  '/blacklist view': 5,
  '/promote': 27,
  'approval, 1 participant': 17,
  'approval, 50 participants': 22,
};

it('a command asks the database no more often than it did', async () => {
  const counted = await countCommands();
  expect(Object.fromEntries(counted.map(({ name, trips }) => [name, trips.length]))).toEqual(COUNTS);
});
