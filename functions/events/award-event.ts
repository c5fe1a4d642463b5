import type { CommandContext } from '../../shared/context/command-context.ts';
import type { Attendance } from '../../shared/events/attendance.ts';
import { keepEntries } from '../../shared/events/decide-event.ts';
import type { ClanEvent } from '../../shared/events/event.ts';
import { findMember, isLinked, type Member } from '../../shared/members/member.ts';
import type { ChangeTransaction } from '../../shared/outbox/change-transaction.ts';
import { award } from '../../shared/points/ledger.ts';

/**
 * Gives the event's points to each linked participant, and to the host where the clan's settings say so; once per
 * member and event, whatever happens. Never to the reviewer. Returns the members as they are afterwards.
 */
export async function awardEvent(
  tx: ChangeTransaction,
  context: CommandContext,
  event: ClanEvent,
  attendance: Attendance,
): Promise<readonly Member[]> {
  const { actor, settings } = context;
  const named = new Map(
    attendance.linked.map(({ member, named: [first] }) => [member.discordId, first?.key]),
  );
  if (settings.events.host_points && event.hostId !== null && !named.has(event.hostId)) {
    const host = await findMember(tx, event.hostId);
    if (host !== undefined && isLinked(host)) named.set(event.hostId, undefined);
  }
  named.delete(actor.id);

  const members: Member[] = [];
  const entries: { participantKey: string; entryId: string }[] = [];
  // In the order of ids, so that two approvals at once cannot wait for each other.
  for (const [memberId, participantKey] of [...named].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const entryId = tx.newId();
    const { member, awarded } = await award(tx, {
      entryId,
      memberId,
      amount: event.points ?? 0,
      kind: 'event',
      reason: event.type,
      actorId: actor.id,
      eventId: event.id,
      onceKey: `event:${event.id}:${memberId}`,
      now: context.now(),
      timeZone: settings.time_zone,
    });
    if (!awarded) continue;
    members.push(member);
    if (participantKey !== undefined) entries.push({ participantKey, entryId });
  }
  await keepEntries(tx, event.id, entries);
  return members;
}
