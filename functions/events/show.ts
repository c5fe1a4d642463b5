import type { Answer } from '../../shared/context/command-context.ts';
import { DISCORD_LIMITS } from '../../shared/discord/text.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { attendanceOf } from '../../shared/events/attendance.ts';
import { findEvent, participantsOf } from '../../shared/events/event.ts';
import { peopleFile, sharesOf } from '../../shared/events/people-list.ts';
import {
  decisionFields,
  eventFields,
  eventTitle,
  peopleTitles,
  reviewButtons,
  reviewLink,
} from '../../shared/events/review-message.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import type { Context } from './declaration.ts';
import { texts } from './texts.ts';

const MAX_ID = 32;

/** One submission: what the review message shows, everybody in a file when they do not fit, buttons while it waits. */
export async function show({
  interaction,
  db,
  settings,
  now,
}: Context<'command events show'>): Promise<Answer> {
  const { locale } = interaction;
  const t = texts(locale);
  const id = String(interaction.options['id'] ?? '').trim();
  const event = id === '' || id.length > MAX_ID ? undefined : await findEvent(db, id);
  if (event === undefined) throw new UserError('no-such-event', (locale) => texts(locale).noSuchEvent);
  const attendance = await attendanceOf(db, await participantsOf(db, event.id));
  const duplicateOf = event.duplicateOf === null ? undefined : await findEvent(db, event.duplicateOf);
  const link = reviewLink(event, settings);
  const { withPoints, without } = sharesOf(locale, event, attendance);
  const titles = peopleTitles(locale, event, { withPoints, without });
  const fits = [withPoints, without].every(
    (people) => people.map(({ text }) => text).join(', ').length <= DISCORD_LIMITS.embedFieldValue,
  );
  return {
    message: {
      embeds: [
        {
          title: eventTitle(locale, event),
          description: [
            t.submitted(event.submittedAt),
            ...(link === undefined ? [] : [t.reviewLink(link)]),
          ].join('\n'),
          color: embedColor(settings),
          fields: [
            ...eventFields({ event, attendance, duplicateOf, settings, locale, now: now() }),
            ...decisionFields(locale, event),
          ],
          footer: { text: event.id },
        },
      ],
      ...(event.status === 'pending' ? { components: [reviewButtons(locale, event.id, false)] } : {}),
    },
    ...(fits
      ? {}
      : {
          file: peopleFile([
            { title: titles.withPoints, people: withPoints },
            { title: titles.without, people: without },
          ]),
        }),
  };
}
