import type { Dice } from '../storm/random.ts';
import type { Act } from './act.ts';
import type { PlayedClan } from './clan.ts';
import { decideEvent, submitEvent } from './event-acts.ts';
import { decideLeave, endLeave, requestLeave } from './leave-acts.ts';
import { awardPoints, givePoints, undoPoints } from './point-acts.ts';
import { excuse } from './quota-acts.ts';
import { decideCard, promote, setRank } from './rank-acts.ts';

/** Draws what somebody does next; undefined: what was drawn is not possible now, such as a click where no button is. */
export function drawAct(clan: PlayedClan, dice: Dice, day: number): Act | undefined {
  const drawn = dice.under(100);
  if (drawn < 20) return givePoints(clan, dice);
  if (drawn < 26) return awardPoints(clan, dice);
  if (drawn < 31) return undoPoints(clan, dice);
  if (drawn < 43) return submitEvent(clan, dice, day);
  if (drawn < 68) return decideEvent(clan, dice);
  if (drawn < 74) return requestLeave(clan, dice, day);
  if (drawn < 81) return decideLeave(clan, dice);
  if (drawn < 84) return endLeave(clan, dice);
  if (drawn < 93) return decideCard(clan, dice);
  if (drawn < 95) return promote(clan, dice);
  if (drawn < 97) return setRank(clan, dice);
  return excuse(clan, dice);
}
