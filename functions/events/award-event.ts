import type { CommandContext } from '../../shared/context/command-context.ts';
import type { Attendance } from '../../shared/events/attendance.ts';
import { keepEntries } from '../../shared/events/decide-event.ts';
import type { ClanEvent } from '../../shared/events/event.ts';
import { findMember, isLinked, type Member } from '../../shared/members/member.ts';
import type { ChangeTransaction } from '../../shared/outbox/change-transaction.ts';
import { awardForEvent } from '../../shared/points/ledger.ts';

/**
 * Gives the event's points to each linked participant, and to the host where the clan's settings say so; once per
 * member and event, always. Never to the reviewer. Returns the members as they are afterwards.
 */
export async function awardEvent(
  tx: ChangeTransaction,
  context: CommandContext,
  event: ClanEvent,
  attendance: Attendance,
): Promise<readonly Member[]> {
  const { actor, settings } = context;
  const named = new Map(
    attendance.linked.map(({ member, named: [first] }) => [member.discordId, { member, key: first?.key }]),
  );
  if (settings.events.host_points && event.hostId !== null && !named.has(event.hostId)) {
    const host = await findMember(tx, event.hostId);
    if (host !== undefined && isLinked(host)) named.set(event.hostId, { member: host, key: undefined });
  }
  named.delete(actor.id);

  const awards = await awardForEvent(tx, {
    eventId: event.id,
    reason: event.type,
    members: [...named.values()].map(({ member }) => member),
    amount: event.points ?? 0,
    actorId: actor.id,
    now: context.now(),
    timeZone: settings.time_zone,
    newId: tx.newId,
  });
  const entries = awards.flatMap(({ member, entryId }) => {
    const participantKey = named.get(member.discordId)?.key;
    return participantKey === undefined ? [] : [{ participantKey, entryId }];
  });
  await keepEntries(tx, event.id, entries);
  return awards.map(({ member }) => member);
}
