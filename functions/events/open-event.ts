import type { CommandContext } from '../../shared/context/command-context.ts';
import type { Queryable } from '../../shared/database/database.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { type Attendance, attendanceOf, tookPart } from '../../shared/events/attendance.ts';
import { type ClanEvent, findEvent, participantsOf } from '../../shared/events/event.ts';
import { texts } from './texts.ts';

/**
 * The event that a review button names, when this person may decide on it now. Throws `UserError`
 * `no-such-event`, `already-decided` (saying who decided what and when) and `own-event`.
 */
export async function eventToDecide(
  tx: Queryable,
  context: CommandContext,
): Promise<{ event: ClanEvent; attendance: Attendance }> {
  const { interaction, actor, settings } = context;
  const event = await findEvent(tx, interaction.recordId ?? '');
  if (event === undefined) throw new UserError('no-such-event', (locale) => texts(locale).noSuchEvent);
  if (event.status !== 'pending')
    throw new UserError('already-decided', (locale) => texts(locale).alreadyDecided(event));
  const attendance = await attendanceOf(tx, await participantsOf(tx, event.id));
  const isOwn = event.hostId === actor.id || tookPart(attendance, actor.id);
  if (isOwn && settings.events.four_eyes)
    throw new UserError('own-event', (locale) => texts(locale).ownEvent);
  return { event, attendance };
}
