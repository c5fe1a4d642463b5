import type { Answer, CommandContext } from '../../shared/commands/handler.ts';
import { UserError } from '../../shared/commands/user-error.ts';
import { moveMember } from '../../shared/rank-moves/move-member.ts';
import { readBeforeMove } from '../../shared/rank-moves/read-before-move.ts';
import { previousRank } from '../../shared/ranks/rank.ts';
import { texts } from './texts.ts';

/** Moves somebody to the rank below. Points stay as they are. */
export async function demote(context: CommandContext): Promise<Answer> {
  const start = await readBeforeMove(context, String(context.interaction.options['member'] ?? ''));
  return {
    change: (tx) =>
      moveMember(tx, context, start, {
        cause: 'demote',
        choose: (member, current) => {
          const below = previousRank(start.ranks, current);
          if (below !== undefined) return below;
          throw new UserError('bottom-rank', texts.atTheBottom(member.discordId, current));
        },
      }),
  };
}
