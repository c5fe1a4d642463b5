import type { Dice } from '../storm/random.ts';
import { type Act, anybody, marker, offered, officer } from './act.ts';
import { dayBegins, dayName } from './calendar.ts';
import type { PlayedClan } from './clan.ts';
import { asMember, asOfficer, button, command, TEXT } from './sent.ts';

export function requestLeave(clan: PlayedClan, dice: Dice, day: number): Act {
  const { model } = clan;
  const memberId = anybody(clan, dice);
  const first = day + dice.under(4);
  const last = first + dice.under(9);
  const timeZone = clan.settings.time_zone;
  return {
    name: `leave of ${memberId} from ${dayName(first)} to ${dayName(last)}`,
    sent: asMember(
      memberId,
      command('leave request', [
        [TEXT, 'from', dayName(first)],
        [TEXT, 'to', dayName(last)],
        [TEXT, 'reason', marker(dice)],
      ]),
    ),
    isAllowed: model.openLeave(memberId) === undefined,
    done: () => {
      const posted = offered(clan, 'leave.approve').filter(({ recordId }) => !model.leaves.has(recordId));
      if (posted.length !== 1) clan.wrong.push(`a leave was posted ${posted.length} times`);
      const days = { startsAt: dayBegins(first, timeZone), endsAt: dayBegins(last + 1, timeZone) };
      for (const { recordId } of posted)
        model.leaves.set(recordId, { memberId, ...days, status: 'requested', closedAt: null });
    },
  };
}

export function decideLeave(clan: PlayedClan, dice: Dice): Act | undefined {
  const waiting = [...clan.model.leaves].filter(([, { status }]) => status === 'requested');
  if (waiting.length === 0) return undefined;
  const [leaveId, leave] = dice.one(waiting);
  const actor = officer(dice);
  const isApproval = dice.chance(0.85);
  const at = clan.now;
  return {
    name: `${isApproval ? 'approve' : 'deny'} leave ${leaveId} by ${actor}`,
    sent: asOfficer(actor, button(`leave.${isApproval ? 'approve' : 'deny'}:${leaveId}`)),
    isAllowed: actor !== leave.memberId,
    isOnce: true,
    done: () => {
      if (!isApproval) leave.status = 'over';
      else leave.status = leave.startsAt <= at ? 'running' : 'approved';
    },
  };
}

export function endLeave(clan: PlayedClan, dice: Dice): Act | undefined {
  const open = [...clan.model.leaves.values()].filter(
    (leave) => clan.model.openLeave(leave.memberId) === leave,
  );
  const memberId = open.length > 0 && dice.chance(0.8) ? dice.one(open).memberId : anybody(clan, dice);
  const leave = clan.model.openLeave(memberId);
  const at = clan.now;
  return {
    name: `leave end by ${memberId}`,
    sent: asMember(memberId, command('leave end', [])),
    isAllowed: leave !== undefined,
    done: () => {
      if (leave === undefined) return;
      leave.status = leave.status === 'running' ? 'ended' : 'over';
      leave.closedAt = at;
    },
  };
}
