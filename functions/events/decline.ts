import type { Answer } from '../../shared/context/command-context.ts';
import { escapeMarkdown } from '../../shared/discord/text.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { decideEvent } from '../../shared/events/decide-event.ts';
import { findEvent } from '../../shared/events/event.ts';
import { reviewMessage } from '../../shared/events/review-message.ts';
import { cleanText, lengthOf } from '../../shared/text/typed-text.ts';
import type { Context } from './declaration.ts';
import { MAX_NOTE } from './limits.ts';
import { eventToDecide } from './open-event.ts';
import { texts } from './texts.ts';

/** The submitted Decline form: decides and tells the submitter why. The first decision wins. */
export async function decline(context: Context<'modal review.decline'>): Promise<Answer> {
  const { interaction, actor, settings } = context;
  const reason = cleanText(interaction.fields.reason?.[0]);
  if (reason === '' || lengthOf(reason) > MAX_NOTE)
    throw new UserError('bad-reason', (locale) => texts(locale).badReason(MAX_NOTE));
  const now = context.now();
  return {
    change: async (tx) => {
      const { event: pending, attendance } = await eventToDecide(tx, context);
      const decision = { status: 'declined', points: null, note: reason } as const;
      const event = await decideEvent(tx, pending, decision, { reviewerId: actor.id, now });
      const duplicateOf = event.duplicateOf === null ? undefined : await findEvent(tx, event.duplicateOf);
      const effectId = await tx.addEffect({
        kind: 'edit',
        of: { table: 'events', id: event.id },
        message: reviewMessage({ event, attendance, duplicateOf, settings, now }),
      });
      if (event.hostId !== null && event.hostId !== actor.id) {
        const content = texts(settings.locale).declinedMessage(
          escapeMarkdown(event.type),
          escapeMarkdown(settings.clan_name),
          escapeMarkdown(event.note ?? ''),
        );
        const message = { content };
        await tx.addEffect({ kind: 'dm', userId: event.hostId, message });
      }
      return {
        message: { content: texts(interaction.locale).declined(event.type) },
        shows: [{ label: texts(interaction.locale).reviewLine, effectId }],
      };
    },
  };
}
