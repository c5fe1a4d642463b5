import type { Answer } from '../../shared/context/command-context.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { moveMember } from '../../shared/ranks/move-member.ts';
import { previousRank } from '../../shared/ranks/rank.ts';
import { readBeforeMove } from '../../shared/ranks/read-before-move.ts';
import type { Context } from './declaration.ts';
import { texts } from './texts.ts';

/** Moves somebody to the rank below. Points stay as they are. */
export async function demote(context: Context<'command demote'>): Promise<Answer> {
  const start = await readBeforeMove(context, context.interaction.options['member']);
  return {
    change: (tx) =>
      moveMember(tx, context, start, {
        cause: 'demote',
        choose: (member, current) => {
          const below = previousRank(start.ranks, current);
          if (below !== undefined) return below;
          throw new UserError('bottom-rank', (locale) =>
            texts(locale).atTheBottom(member.discordId, current),
          );
        },
      }),
  };
}
