import type { Queryable } from '../database/database.ts';
import {
  findMembersById,
  findMembersByName,
  isLinked,
  type LinkedMember,
  nameKey,
} from '../members/member.ts';
import type { Participant } from './participants.ts';

/** Who of the participants is a linked member now, and who is not (yet). */
export interface Attendance {
  /** Each member once, with every way in which they were named. */
  readonly linked: readonly Attendee[];
  readonly unlinked: readonly Participant[];
}
export interface Attendee {
  readonly member: LinkedMember;
  readonly named: readonly Participant[];
}

/** Looks everybody up, in at most two queries for 300 people; somebody selected and typed, or typed under two names, is one attendee. */
export async function attendanceOf(q: Queryable, participants: readonly Participant[]): Promise<Attendance> {
  const byId = await findMembersById(
    q,
    participants.flatMap(({ discordId }) => discordId ?? []),
  );
  const byName = await findMembersByName(
    q,
    participants.flatMap(({ discordId, robloxName }) => (discordId === null ? (robloxName ?? []) : [])),
  );
  const linked = new Map<string, { member: LinkedMember; named: Participant[] }>();
  const unlinked: Participant[] = [];
  for (const participant of participants) {
    const { discordId, robloxName } = participant;
    const member = discordId === null ? byName.get(nameKey(robloxName ?? '')) : byId.get(discordId);
    if (member === undefined || !isLinked(member)) unlinked.push(participant);
    else {
      const attendee = linked.get(member.discordId) ?? { member, named: [] };
      attendee.named.push(participant);
      linked.set(member.discordId, attendee);
    }
  }
  return { linked: [...linked.values()], unlinked };
}

/** Whether this person took part, linked or not. */
export function tookPart(attendance: Attendance, discordId: string): boolean {
  return (
    attendance.linked.some(({ member }) => member.discordId === discordId) ||
    attendance.unlinked.some((participant) => participant.discordId === discordId)
  );
}
