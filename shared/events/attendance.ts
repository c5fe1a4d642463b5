import type { Queryable } from '../database/database.ts';
import {
  findMember,
  findMembersByName,
  isLinked,
  type LinkedMember,
  type Member,
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

/** Looks everybody up; somebody selected and typed, or typed under two names, is one attendee. */
export async function attendanceOf(q: Queryable, participants: readonly Participant[]): Promise<Attendance> {
  const byName = await findMembersByName(
    q,
    participants.flatMap((participant) => participant.robloxName ?? []),
  );
  const linked = new Map<string, { member: LinkedMember; named: Participant[] }>();
  const unlinked: Participant[] = [];
  for (const participant of participants) {
    const member = await memberFor(q, participant, byName);
    if (member === undefined) unlinked.push(participant);
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

async function memberFor(
  q: Queryable,
  participant: Participant,
  byName: ReadonlyMap<string, Member>,
): Promise<LinkedMember | undefined> {
  const { discordId, robloxName } = participant;
  const member = discordId === null ? byName.get(nameKey(robloxName ?? '')) : await findMember(q, discordId);
  return member !== undefined && isLinked(member) ? member : undefined;
}
