import type { Dice } from '../storm/random.ts';
import { accountOf } from '../support/clan.ts';
import { type Act, anybody, offered } from './act.ts';
import { NEWCOMER, type PlayedClan } from './clan.ts';
import { orderOf, RANKS, type RankName } from './model.ts';
import { asAdmin, asMember, button, command, TEXT, USER } from './sent.ts';

/** What is not due any more is closed, with the member where they were. */
export function decideCard(clan: PlayedClan, dice: Dice): Act | undefined {
  const { model } = clan;
  const open = offered(clan, 'card.approve');
  if (open.length === 0) return undefined;
  const { recordId, memberId } = dice.one(open);
  const rank = model.cards.get(memberId);
  const isApproval = dice.chance(0.8);
  const at = clan.now;
  return {
    name: `${isApproval ? 'approve' : 'deny'} the card of ${memberId} to ${rank}`,
    sent: asAdmin(button(`card.${isApproval ? 'approve' : 'deny'}:${recordId}`)),
    isAllowed: rank !== undefined,
    isOnce: true,
    done: () => {
      if (isApproval && rank !== undefined && model.due(memberId) === rank) model.move(memberId, rank, at);
      else model.cards.delete(memberId);
    },
  };
}

export function promote(clan: PlayedClan, dice: Dice): Act {
  const { model } = clan;
  const memberId = anybody(clan, dice);
  const { rank, points } = model.member(memberId);
  const next = RANKS[orderOf(rank) + 1];
  const at = clan.now;
  return {
    name: `promote ${memberId} from ${rank}`,
    sent: asAdmin(command('promote', [[USER, 'member', memberId]])),
    isAllowed: next !== undefined && points >= (next.points ?? 0),
    done: () => {
      if (next !== undefined) model.move(memberId, next.name, at);
    },
  };
}

export function setRank(clan: PlayedClan, dice: Dice): Act {
  const { model } = clan;
  const memberId = anybody(clan, dice);
  const to: RankName = dice.one(['Enlist', 'Soldier', 'Veteran'] as const);
  const at = clan.now;
  return {
    name: `set-rank ${memberId} ${to}`,
    sent: asAdmin(
      command('set-rank', [
        [USER, 'member', memberId],
        [TEXT, 'rank', to],
      ]),
    ),
    isAllowed: model.member(memberId).rank !== to,
    done: () => model.move(memberId, to, at),
  };
}

/** Somebody new, who is in the Roblox group already. */
export function link(clan: PlayedClan): Act {
  const at = clan.now;
  return {
    name: `link-roblox of ${NEWCOMER}`,
    sent: asMember(NEWCOMER, command('link-roblox', [[TEXT, 'username', `Roblox${accountOf(NEWCOMER)}`]])),
    isAllowed: !clan.model.members.has(NEWCOMER),
    done: () => clan.model.join(NEWCOMER, 'Enlist', at),
  };
}
