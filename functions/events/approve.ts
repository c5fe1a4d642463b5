import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { type Attendance, attendanceOf } from '../../shared/events/attendance.ts';
import { decideEvent } from '../../shared/events/decide-event.ts';
import { type ClanEvent, findEvent, participantsOf } from '../../shared/events/event.ts';
import { reviewMessage } from '../../shared/events/review-message.ts';
import { offerPromotions } from '../../shared/ranks/promotion-cards.ts';
import { ranksOf } from '../../shared/ranks/rank.ts';
import { cleanText, lengthOf } from '../../shared/text/typed-text.ts';
import { awardEvent } from './award-event.ts';
import type { Context } from './declaration.ts';
import { MAX_NOTE } from './limits.ts';
import { logEvent, logPoints } from './logs.ts';
import { eventToDecide } from './open-event.ts';
import { sendAwards } from './send-awards.ts';
import { texts } from './texts.ts';

/** The submitted Approve form: decides, awards and announces in one transaction. The first decision wins. */
export async function approve(context: Context<'modal review.approve'>): Promise<Answer> {
  const { interaction, actor, settings } = context;
  const points = pointsOf(interaction, settings.points.event_max);
  const note = noteOf(interaction);
  const t = texts(interaction.locale);
  const now = context.now();
  return {
    change: async (tx) => {
      const { event: pending, attendance: before } = await eventToDecide(tx, context);
      const decision = { status: 'approved', points, note } as const;
      const event = await decideEvent(tx, pending, decision, { reviewerId: actor.id, now });
      const awarded = await awardEvent(tx, context, event, before);
      const attendance = await attendanceOf(tx, await participantsOf(tx, event.id));
      const duplicateOf = event.duplicateOf === null ? undefined : await findEvent(tx, event.duplicateOf);

      const reviewEffect = await tx.addEffect({
        kind: 'edit',
        of: { table: 'events', id: event.id },
        message: reviewMessage({ event, attendance, duplicateOf, settings, now }),
      });
      const eventLogEffect = await logEvent(tx, settings, event, attendance);
      const pointLogEffect = await logPoints(tx, settings, event, attendance, awarded);
      const ranks = await ranksOf(tx, context);
      const cards = await offerPromotions(tx, { members: awarded, ranks, settings, now });
      const [firstMessage, ...otherMessages] = await sendAwards(tx, context, event, awarded);
      return {
        message: { content: summary(context, event, attendance, awarded.length, cards.length) },
        shows: [
          { label: t.reviewLine, effectId: reviewEffect },
          ...(eventLogEffect === undefined ? [] : [{ label: t.eventLogLine, effectId: eventLogEffect }]),
          ...(pointLogEffect === undefined ? [] : [{ label: t.pointLogLine, effectId: pointLogEffect }]),
          ...(firstMessage === undefined
            ? []
            : [
                {
                  label: t.directMessagesLine,
                  effectId: firstMessage,
                  ...(otherMessages.length === 0 ? {} : { others: otherMessages }),
                  afterwards: true,
                },
              ]),
        ],
      };
    },
  };
}

function summary(
  { actor, interaction }: CommandContext,
  event: ClanEvent,
  attendance: Attendance,
  awarded: number,
  cards: number,
): string {
  const t = texts(interaction.locale);
  const lines = [t.approved(event.type, awarded, event.points ?? 0)];
  if (attendance.unlinked.length > 0) lines.push(t.notLinked(attendance.unlinked.length));
  if (attendance.linked.some(({ member }) => member.discordId === actor.id)) lines.push(t.notYourself);
  if (cards > 0) lines.push(t.cards(cards));
  return lines.join('\n');
}

type Submitted = Context<'modal review.approve'>['interaction'];

function pointsOf({ fields }: Submitted, max: number): number {
  const typed = fields.points?.[0]?.trim() ?? '';
  const points = /^\+?\d{1,6}$/.test(typed) ? Number(typed) : 0;
  if (points < 1 || points > max) throw new UserError('bad-points', (locale) => texts(locale).badPoints(max));
  return points;
}

function noteOf({ fields }: Submitted): string | null {
  const note = cleanText(fields.note?.[0]);
  if (lengthOf(note) > MAX_NOTE) throw new UserError('bad-note', (locale) => texts(locale).badNote(MAX_NOTE));
  return note === '' ? null : note;
}
