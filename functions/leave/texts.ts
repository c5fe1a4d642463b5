import { inlineCode, mention, timestamp } from '../../shared/discord/text.ts';
import type { Leave, LeaveStatus } from '../../shared/leave/leave.ts';
import { leaveTexts } from '../../shared/leave/texts.ts';

const { span } = leaveTexts;

/** Every text of `/leave`; those of the card and of direct messages are in shared/leave. */
export const texts = {
  command: 'Leaves of absence',
  commandRequest: 'Ask for a leave: while it lasts, no quota counts for you',
  commandEnd: 'End your leave early, or take a request back',
  commandShow: 'Your leaves',
  optionFrom: 'The first day: tomorrow, monday, Dec 5, 2026-12-05',
  optionTo: 'The last day: sunday, for 2 weeks, Dec 19, 2026-12-19',
  optionReason: 'Why (officers see it)',

  noAdminChannel:
    'No channel is set in which officers could decide. Nothing was changed. Ask an admin to use `/settings channel` and choose admin.',
  badReason: (max: number) => `A reason of 1 to ${max} characters is needed. Nothing was changed.`,
  hasLeave: (leave: Leave) => {
    switch (leave.status) {
      case 'requested':
        return (
          `You have asked for a leave already, ${span(leave.firstDay, leave.lastDay)}, and nobody has decided yet. ` +
          'Nothing was changed. `/leave end` takes it back.'
        );
      case 'running':
        return (
          `You are on leave until ${inlineCode(leave.lastDay)}. Nothing was changed. ` +
          'One leave at a time: `/leave end` ends it.'
        );
      default:
        return (
          `You have a leave already, ${span(leave.firstDay, leave.lastDay)}. Nothing was changed. ` +
          'One leave at a time: `/leave end` takes it back.'
        );
    }
  },
  requested: (leave: Pick<Leave, 'firstDay' | 'lastDay'>, days: number) =>
    days === 1
      ? `Asked for a leave of one day, ${span(leave.firstDay, leave.lastDay)}. You get a direct message when an officer has decided.`
      : `Asked for a leave of ${days} days, ${span(leave.firstDay, leave.lastDay)}. You get a direct message when an officer has decided.`,
  cardLine: 'Request in the admin channel',

  noLeave: 'You have no leave. Nothing was changed. `/leave request` asks for one.',
  ended: (leave: Leave) =>
    `Your leave (${span(leave.firstDay, leave.lastDay)}) has ended. Quotas count for you again.`,
  withdrawn: (leave: Leave) =>
    `Your leave (${span(leave.firstDay, leave.lastDay)}) is taken back. Quotas count for you as before.`,
  renewedCardLine: 'Card in the admin channel',
  roleLine: 'Discord role',

  showTitle: 'Your leaves',
  nothing: 'You have had no leave. `/leave request` asks for one.',
  line: (leave: Leave) => `${span(leave.firstDay, leave.lastDay)} · ${texts.statuses[leave.status]}`,
  statuses: {
    requested: 'waits for an officer',
    approved: 'approved',
    running: '**you are on leave**',
    ended: 'over',
    denied: 'denied',
    withdrawn: 'taken back',
    lapsed: 'nobody decided in time',
  } satisfies Record<LeaveStatus, string>,
  endedEarly: (at: number) => `ended ${timestamp(at)}`,

  noSuchLeave: 'There is no such leave any more. Nothing was changed.',
  decided: (leave: Leave) => {
    const by = leave.decidedBy === null ? 'somebody' : mention(leave.decidedBy);
    const at = timestamp(leave.decidedAt ?? leave.closedAt ?? 0);
    switch (leave.status) {
      case 'denied':
        return `This leave was denied by ${by} on ${at}. Nothing was changed.`;
      case 'withdrawn':
        return 'The member has taken this request back. Nothing was changed.';
      case 'lapsed':
        return 'This leave is over, and nobody had decided on it. Nothing was changed.';
      default:
        return `This leave was approved by ${by} on ${at}. Nothing was changed.`;
    }
  },
  isOver: (leave: Leave) =>
    `The last day of this leave, ${inlineCode(leave.lastDay)}, is over, so there is nothing to approve. Nothing was changed.`,
  approved: (leave: Leave) =>
    `The leave of ${mention(leave.memberId)} is approved: ${span(leave.firstDay, leave.lastDay)}.`,
  denied: (leave: Leave) =>
    `The leave of ${mention(leave.memberId)} is denied: ${span(leave.firstDay, leave.lastDay)}.`,
  directMessageLine: 'Direct message',
} as const;
