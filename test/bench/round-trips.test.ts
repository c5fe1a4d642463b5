import { expect, it } from 'vitest';
import { countCommands } from './round-trips.ts';

/** What each command asks the database. Fewer is a new figure here, more is a fault. */
const COUNTS = {
  '/show-my-id': 1,
  '/xp': 6,
  '/leaderboard': 7,
  '/points add': 8,
  '/points add, with a card': 11,
  '/points history': 2,
  '/points undo': 10,
  '/points undo, its autocomplete': 3,
  '/ranks list': 2,
  '/events pending': 3,
  '/blacklist view': 2,
  '/promote': 16,
  'approval, 1 participant': 17,
  'approval, 50 participants': 23,
};

it('a command asks the database no more often than it did, nor than the design allows', async () => {
  const counted = await countCommands();
  expect(Object.fromEntries(counted.map(({ name, trips }) => [name, trips.length]))).toEqual(COUNTS);
  expect(counted.filter(({ budget, trips }) => trips.length > budget).map(({ name }) => name)).toEqual([]);
});
