import type { Answer } from '../../shared/context/command-context.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import type { Member } from '../../shared/members/member.ts';
import { moveMember } from '../../shared/ranks/move-member.ts';
import { nextRank, type Rank } from '../../shared/ranks/rank.ts';
import { readBeforeMove } from '../../shared/ranks/read-before-move.ts';
import type { Context } from './declaration.ts';
import { texts } from './texts.ts';

/** Promotes to the next rank, admin-only ranks included; a point-based one needs its points (`>=`). */
export async function promote(context: Context<'command promote'>): Promise<Answer> {
  const start = await readBeforeMove(context, context.interaction.options['member']);
  return {
    change: (tx) =>
      moveMember(tx, context, start, {
        cause: 'promote',
        choose: (member, current) => rankAbove(start.ranks, member, current),
      }),
  };
}

function rankAbove(ranks: readonly Rank[], member: Member, current: Rank): Rank {
  const next = nextRank(ranks, current);
  const { discordId, points } = member;
  if (next === undefined) {
    throw new UserError('top-rank', (locale) => texts(locale).atTheTop(discordId, current));
  }
  if (!next.adminOnly && points < next.pointsRequired) {
    throw new UserError('not-enough-points', (locale) => {
      const said = texts(locale);
      return `${said.notEnoughPoints(discordId, next, points)} ${said.pointsAdvice}`;
    });
  }
  return next;
}
