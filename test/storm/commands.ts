import { declaration as demoteDeclaration } from '../../functions/demote/declaration.ts';
import { demote } from '../../functions/demote/demote.ts';
import { decline } from '../../functions/events/decline.ts';
import { remove } from '../../functions/points/change-points.ts';
import { declaration as setRankDeclaration } from '../../functions/set-rank/declaration.ts';
import { setRank } from '../../functions/set-rank/set-rank.ts';
import { COUNTED_FUNCTIONS, type CountedFunction } from '../bench/counted-functions.ts';
import { person } from '../support/clan.ts';
import type { SentEnvelope } from '../support/envelope-test.ts';
import type { Dice } from './random.ts';

const FUNCTIONS: readonly CountedFunction[] = [
  COUNTED_FUNCTIONS.events,
  COUNTED_FUNCTIONS.points,
  COUNTED_FUNCTIONS.promote,
  COUNTED_FUNCTIONS.xp,
  { declaration: setRankDeclaration, handlers: { 'command set-rank': setRank } },
  { declaration: demoteDeclaration, handlers: { 'command demote': demote } },
];

/** What the storm uses, as one function. */
export const STORM_FUNCTION: CountedFunction = {
  declaration: {
    ...COUNTED_FUNCTIONS.events.declaration,
    routes: FUNCTIONS.flatMap(({ declaration }) => declaration.routes),
  },
  handlers: {
    ...Object.assign({}, ...FUNCTIONS.map(({ handlers }) => handlers)),
    'command points remove': remove,
    'modal review.decline': decline,
  },
};

export const PEOPLE = 4;
export const EVENTS = ['1500000000000000000-1', '1500000000000000000-2'] as const;
const RANKS = ['Enlist', 'Soldier', 'Veteran', 'Queen'] as const;

/** What somebody does: a command with a text of its own in it, by which its traces are found. */
export interface Act {
  readonly name: string;
  readonly sent: SentEnvelope;
}

/** Something an administrator does to one of the members. */
export function drawAct(dice: Dice, marker: string): Act {
  const member = { type: 6, name: 'member', value: person(1 + dice.under(PEOPLE)) };
  const command = (name: string, options: readonly object[]): Act => ({
    name,
    sent: { type: 2, data: { type: 1, name, options } },
  });
  const points = (name: string, amount: number): Act => {
    const reason = { type: 3, name: 'reason', value: marker };
    const options = [member, { type: 4, name: 'amount', value: amount }, reason];
    const data = { type: 1, name: 'points', options: [{ type: 1, name, options }] };
    return { name: `points ${name}`, sent: { type: 2, data } };
  };
  const review = (decision: 'approve' | 'decline'): Act => {
    const field =
      decision === 'approve' ? { custom_id: 'points', value: '3' } : { custom_id: 'reason', value: marker };
    const custom_id = `review.${decision}:${dice.one(EVENTS)}`;
    const data = { custom_id, components: [{ type: 18, component: { type: 4, ...field } }] };
    return { name: decision, sent: { type: 5, data } };
  };
  const drawn = dice.under(10);
  if (drawn < 3) return points('add', 1 + dice.under(9));
  if (drawn === 3) return points('remove', 1 + dice.under(3));
  if (drawn === 4) return command('promote', [member]);
  if (drawn === 5) return command('demote', [member]);
  if (drawn === 6) return command('set-rank', [member, { type: 3, name: 'rank', value: dice.one(RANKS) }]);
  if (drawn === 7) return command('xp', []);
  return review(dice.chance(0.7) ? 'approve' : 'decline');
}
