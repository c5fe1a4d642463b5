import type { Answer, CommandContext, Reply } from '../../shared/context/command-context.ts';
import { refuseOneself } from '../../shared/context/named-member.ts';
import type { Queryable } from '../../shared/database/database.ts';
import { ConflictError } from '../../shared/database/errors.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { addLeaveRole } from '../../shared/leave/begin-and-end.ts';
import { renewLeaveCard } from '../../shared/leave/card.ts';
import { beginLeave, closeLeave, decideLeave, findLeave, type Leave } from '../../shared/leave/leave.ts';
import { leaveTexts } from '../../shared/leave/texts.ts';
import type { ChangeTransaction } from '../../shared/outbox/change-transaction.ts';
import { texts } from './texts.ts';

/** The Approve button of a card. A leave whose first day has come begins at once, the others with the hourly job. */
export async function approve(context: CommandContext): Promise<Answer> {
  return {
    change: async (tx) => {
      const leave = await undecided(tx, context);
      const now = context.now();
      if (leave.endsAt <= now) throw new UserError('leave-over', (locale) => texts(locale).isOver(leave));
      await decide(tx, context, leave);
      const begins = leave.startsAt <= now && (await beginLeave(tx, leave.id));
      const roleEffect = begins ? await addLeaveRole(tx, leave) : undefined;
      return decided(tx, context, { leave, status: 'approved', roleEffect });
    },
  };
}

/** The Deny button of a card. */
export async function deny(context: CommandContext): Promise<Answer> {
  return {
    change: async (tx) => {
      const leave = await undecided(tx, context);
      await decide(tx, context, leave);
      await closeLeave(tx, { id: leave.id, status: 'approved' }, 'denied', context.now());
      return decided(tx, context, { leave, status: 'denied', roleEffect: undefined });
    },
  };
}

/** Throws `UserError` `no-such-leave`, `leave-decided` (saying who decided what) and `own-leave`. */
async function undecided(q: Queryable, { interaction, actor }: CommandContext): Promise<Leave> {
  const leave = await findLeave(q, interaction.recordId ?? '');
  if (leave === undefined) throw new UserError('no-such-leave', (locale) => texts(locale).noSuchLeave);
  if (leave.status !== 'requested')
    throw new UserError('leave-decided', (locale) => texts(locale).decidedAlready(leave));
  refuseOneself(actor, leave.memberId, 'leave');
  return leave;
}

async function decide(tx: ChangeTransaction, { actor, now }: CommandContext, leave: Leave): Promise<void> {
  const first = await decideLeave(tx, { leaveId: leave.id, actorId: actor.id, now: now() });
  if (!first) throw new ConflictError(`the leave ${leave.id} was decided meanwhile`);
}

async function decided(
  tx: ChangeTransaction,
  { actor, interaction, settings, now }: CommandContext,
  decision: {
    readonly leave: Leave;
    readonly status: 'approved' | 'denied';
    readonly roleEffect: string | undefined;
  },
): Promise<Reply> {
  const { leave, status, roleEffect } = decision;
  const own = texts(interaction.locale);
  const shared = leaveTexts(settings.locale);
  const say = status === 'approved' ? shared.approvedMessage : shared.deniedMessage;
  const content = say(settings.clan_name, leave);
  const directEffect = await tx.addEffect({ kind: 'dm', userId: leave.memberId, message: { content } });
  const cardEffect = await renewLeaveCard(tx, leave, { status, actorId: actor.id, at: now() }, settings);
  return {
    message: { content: own[status](leave) },
    shows: [
      ...(roleEffect === undefined ? [] : [{ label: own.roleLine, effectId: roleEffect }]),
      { label: own.directMessageLine, effectId: directEffect },
      { label: own.renewedCardLine, effectId: cardEffect },
    ],
  };
}
