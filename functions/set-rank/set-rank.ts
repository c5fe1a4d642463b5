import type { Answer } from '../../shared/context/command-context.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { chosenRank } from '../../shared/ranks/choose-rank.ts';
import { moveMember } from '../../shared/ranks/move-member.ts';
import { readBeforeMove } from '../../shared/ranks/read-before-move.ts';
import type { Context } from './declaration.ts';
import { texts } from './texts.ts';

/** Gives somebody any rank, with any points. */
export async function setRank(context: Context<'command set-rank'>): Promise<Answer> {
  const { options } = context.interaction;
  const start = await readBeforeMove(context, options['member']);
  const to = chosenRank(start.ranks, options['rank']);
  if (to === undefined) {
    const typed = String(options['rank'] ?? '');
    throw new UserError('no-such-rank', (locale) => texts(locale).noSuchRank(typed));
  }
  return {
    change: (tx) =>
      moveMember(tx, context, start, {
        cause: 'set-rank',
        choose: (member, current) => {
          if (current.id !== to.id) return to;
          throw new UserError('same-rank', (locale) => texts(locale).sameRank(member.discordId, current));
        },
      }),
  };
}
