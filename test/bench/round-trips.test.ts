import { expect, it } from 'vitest';
import { countCommands } from './round-trips.ts';

/** What each command asks the database. Fewer is a new figure here, more is a fault. */
const COUNTS = {
  '/show-my-id': 8,
  '/xp': 10,
  '/leaderboard': 13,
  '/points add': 23,
  '/points add, with a card': 32,
  '/points history': 9,
  '/points undo': 25,
  '/points undo, its autocomplete': 3,
  '/ranks list': 9,
  '/events pending': 10,
  '/blacklist view': 9,
  '/promote': 48,
  'approval, 1 participant': 43,
  'approval, 50 participants': 288,
};

it('a command asks the database no more often than it did', async () => {
  const counted = await countCommands();
  expect(Object.fromEntries(counted.map(({ name, trips }) => [name, trips.length]))).toEqual(COUNTS);
});
