import type { Settings } from '../../shared/clans/settings.ts';
import type { Answer } from '../../shared/context/command-context.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { attendanceOf } from '../../shared/events/attendance.ts';
import { readParticipants } from '../../shared/events/participants.ts';
import { readProof } from '../../shared/events/proof.ts';
import { reviewMessage } from '../../shared/events/review-message.ts';
import { submitEvent } from '../../shared/events/submit-event.ts';
import { readTimes } from '../../shared/events/times.ts';
import type { Attachment, Interaction } from '../../shared/interactions/interaction.ts';
import { requireLinked } from '../../shared/members/member.ts';
import { isLocale } from '../../shared/times/locales.ts';
import type { Context } from './declaration.ts';
import { submittedReply } from './submitted-reply.ts';
import { texts } from './texts.ts';

/** The submitted form: checks all of it, fetches the proof, and puts the event before the reviewers. */
export async function submit(context: Context<'modal submit-event'>): Promise<Answer> {
  const { interaction, actor, settings } = context;
  const now = context.now();
  await requireLinked(context.db, actor.id, 'you');
  const type = typeOf(interaction, settings.events.types);
  const channelId = settings.channels.admin;
  if (channelId === null) throw new UserError('no-review-channel', texts.noReviewChannel);
  const participants = readParticipants(
    (interaction.fields.members ?? []).flatMap((id) => interaction.people[id] ?? []),
    interaction.fields.names?.[0] ?? '',
  );
  const { times, notes } = readTimes(
    { start: interaction.fields.start?.[0] ?? '', end: interaction.fields.end?.[0] ?? '' },
    { now, timeZone: settings.time_zone, locale: localeOf(interaction, settings) },
  );
  const proof = await readProof(context.discord, attachmentOf(interaction));

  return {
    change: async (tx) => {
      await requireLinked(tx, actor.id, 'you');
      const submission = { type, hostId: actor.id, times, participants, proof, now };
      const { event, duplicateOf } = await submitEvent(tx, submission);
      const attendance = await attendanceOf(tx, participants);
      const effectId = await tx.addEffect({
        kind: 'message',
        channelId,
        message: reviewMessage({ event, attendance, duplicateOf, settings, now }),
        proof,
        remember: { table: 'events', id: event.id },
      });
      return submittedReply({ event, times, notes, attendance, channelId, effectId, settings });
    },
  };
}

/** The type travels in the modal's custom id, where a colon in it parts it in two. */
function typeOf({ recordId, argument }: Interaction, types: readonly string[]): string {
  const type = [recordId ?? '', ...(argument === undefined ? [] : [argument])].join(':');
  if (!types.includes(type)) throw new UserError('unknown-type', texts.unknownType(type, types));
  return type;
}

/** The member's own decides the order of dates; the clan's where Discord names one that `Intl` does not know. */
function localeOf({ locale }: Interaction, settings: Settings): string {
  return locale !== undefined && isLocale(locale) ? locale : settings.locale;
}

function attachmentOf({ fields, attachments }: Context<'modal submit-event'>['interaction']): Attachment {
  const attachment = attachments[fields.proof?.[0] ?? ''];
  if (attachment === undefined) throw new UserError('no-proof', texts.noProof);
  return attachment;
}
