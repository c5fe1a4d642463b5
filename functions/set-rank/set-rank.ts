import type { Answer, CommandContext } from '../../shared/commands/handler.ts';
import { UserError } from '../../shared/commands/user-error.ts';
import { moveMember } from '../../shared/rank-moves/move-member.ts';
import { readBeforeMove } from '../../shared/rank-moves/read-before-move.ts';
import type { Rank } from '../../shared/ranks/rank.ts';
import { texts } from './texts.ts';

/** Gives somebody any rank, whatever their points. */
export async function setRank(context: CommandContext): Promise<Answer> {
  const { options } = context.interaction;
  const start = await readBeforeMove(context, String(options['member'] ?? ''));
  const to = rankFor(start.ranks, String(options['rank'] ?? ''));
  return {
    change: (tx) =>
      moveMember(tx, context, start, {
        cause: 'set-rank',
        choose: (member, current) => {
          if (current.id !== to.id) return to;
          throw new UserError('same-rank', texts.sameRank(member.discordId, current));
        },
      }),
  };
}

/** The rank chosen from the list (its id), or typed as its name. */
function rankFor(ranks: readonly Rank[], typed: string): Rank {
  const key = typed.trim().toLowerCase();
  const rank = ranks.find(({ id }) => id === typed) ?? ranks.find(({ name }) => name.toLowerCase() === key);
  if (rank === undefined) throw new UserError('no-such-rank', texts.noSuchRank(typed));
  return rank;
}
