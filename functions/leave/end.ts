import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { ConflictError } from '../../shared/database/errors.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { addLeaveRole } from '../../shared/leave/begin-and-end.ts';
import { renewLeaveCard } from '../../shared/leave/card.ts';
import { closeLeave, openLeave } from '../../shared/leave/leave.ts';
import { texts } from './texts.ts';

/** Ends the caller's leave, or takes it back when it has not begun. Throws `UserError` `no-leave`. */
export async function endLeave(context: CommandContext): Promise<Answer> {
  const { actor, interaction, settings } = context;
  const own = texts(interaction.locale);
  return {
    change: async (tx) => {
      const at = context.now();
      const leave = await openLeave(tx, actor.id);
      if (leave === undefined) throw new UserError('no-leave', (locale) => texts(locale).noLeave);
      const ran = leave.status === 'running';
      const status = ran ? 'ended' : 'withdrawn';
      const first = await closeLeave(tx, leave, status, at);
      if (!first) throw new ConflictError(`the leave ${leave.id} changed meanwhile`);
      const roleEffect = ran ? await addLeaveRole(tx, leave) : undefined;
      const cardEffect = await renewLeaveCard(tx, leave, { status, at }, settings);
      return {
        message: { content: ran ? own.ended(leave) : own.withdrawn(leave) },
        shows: [
          ...(roleEffect === undefined ? [] : [{ label: own.roleLine, effectId: roleEffect }]),
          { label: own.renewedCardLine, effectId: cardEffect },
        ],
      };
    },
  };
}
