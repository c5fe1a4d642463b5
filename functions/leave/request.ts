import type { Answer } from '../../shared/context/command-context.ts';
import { keepTyped } from '../../shared/context/keep-typed.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { postLeaveCard } from '../../shared/leave/card.ts';
import { addLeave, openLeave } from '../../shared/leave/leave.ts';
import { readLeaveDays } from '../../shared/leave/read-days.ts';
import { requireLinked } from '../../shared/members/member.ts';
import { cleanText, lengthOf } from '../../shared/text/typed-text.ts';
import type { Context } from './declaration.ts';
import { MAX_REASON } from './limits.ts';
import { texts } from './texts.ts';

const DAY_MS = 86_400_000;

const OPTIONS = ['from', 'to', 'reason'] as const;

/**
 * Asks for a leave: a card in the admin channel, on which an officer decides. Refuses with `bad-reason`,
 * `no-admin-channel`, `has-leave` and those of `readLeaveDays`, and then shows what was typed.
 */
export const requestLeave = keepTyped(OPTIONS, request, (option, locale) => texts(locale)[option].name);

async function request(context: Context<'command leave request'>): Promise<Answer> {
  const { interaction, actor, settings } = context;
  const { from, to, reason } = interaction.options;
  const now = context.now();
  const days = readLeaveDays(
    { from: typedDay(from), to: typedDay(to) },
    { now, timeZone: settings.time_zone, locale: interaction.locale ?? settings.locale },
  );
  const why = cleanText(reason);
  if (why === '' || lengthOf(why) > MAX_REASON) {
    throw new UserError('bad-reason', (locale) => texts(locale).badReason(MAX_REASON));
  }
  const channelId = settings.channels.admin;
  if (channelId === null) throw new UserError('no-admin-channel', (locale) => texts(locale).noAdminChannel);
  return {
    change: async (tx) => {
      await requireLinked(tx, actor.id, 'you', context.seen);
      const open = await openLeave(tx, actor.id);
      if (open !== undefined) throw new UserError('has-leave', (locale) => texts(locale).hasLeave(open));
      const leave = { ...days, id: tx.newId(), memberId: actor.id, reason: why };
      await addLeave(tx, leave, now);
      const effectId = await postLeaveCard(tx, leave, { channelId, settings });
      // A day with a change of the clocks is an hour longer or shorter.
      const length = Math.round((days.endsAt - days.startsAt) / DAY_MS);
      return {
        message: { content: texts(interaction.locale).requested(leave, length) },
        shows: [{ label: texts(interaction.locale).cardLine, effectId }],
      };
    },
  };
}

function typedDay(option: unknown): string {
  return typeof option === 'string' ? option : '';
}
