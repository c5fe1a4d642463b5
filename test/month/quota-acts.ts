import type { Dice } from '../storm/random.ts';
import { type Act, anybody, marker, officer } from './act.ts';
import type { PlayedClan } from './clan.ts';
import type { RankName } from './model.ts';
import { asAdmin, asOfficer, command, INTEGER, TEXT, USER } from './sent.ts';

export function excuse(clan: PlayedClan, dice: Dice): Act {
  const { model } = clan;
  const [actor, memberId] = [officer(dice), anybody(clan, dice)];
  const week = model.weekOf(clan.now);
  return {
    name: `excuse ${memberId} in week ${week} by ${actor}`,
    sent: asOfficer(
      actor,
      command('quota excuse', [
        [USER, 'member', memberId],
        [TEXT, 'reason', marker(dice)],
      ]),
    ),
    isAllowed: actor !== memberId,
    done: () => model.excuse(memberId, week),
  };
}

/** A quota of a span of ranks, from the next week on. */
export function setQuota(
  clan: PlayedClan,
  quota: { from: RankName; to: RankName; amount: number; counts: 'points' | 'events' },
): Act {
  const { from, to, amount, counts } = quota;
  const at = clan.now;
  return {
    name: `quota set ${amount} ${counts} from ${from} to ${to}`,
    sent: asAdmin(
      command('quota set', [
        [INTEGER, 'points', amount],
        [TEXT, 'counts', counts],
        [TEXT, 'rank-from', from],
        [TEXT, 'rank-to', to],
      ]),
    ),
    isAllowed: true,
    done: () => clan.model.setQuota(quota, at),
  };
}
