import { clip, escapeMarkdown, inlineCode, mention, timestamp } from '../discord/text.ts';
import { type DayProblem, writtenDay } from '../times/day-problem.ts';
import { dayAt } from '../times/read-day.ts';
import type { TimeContext } from '../times/read-time.ts';
import { addDays } from '../times/wall-clock.ts';
import type { Leave, LeaveEnd } from './leave.ts';

const shown = (typed: string) => `"${escapeMarkdown(clip(typed.trim(), 60))}"`;
const span = (firstDay: string, lastDay: string) =>
  firstDay === lastDay ? inlineCode(firstDay) : `${inlineCode(firstDay)} to ${inlineCode(lastDay)}`;

/** Days that can be typed as they stand. */
function dayExamples(where: TimeContext): string {
  const written = writtenDay(addDays(dayAt(where.now, where), 7));
  return ['tomorrow', 'monday', 'in 2 weeks', written].map(inlineCode).join(', ');
}

/** Texts about leaves that a command, the card, direct messages and the hourly job share. */
export const leaveTexts = {
  span,
  badDay: (which: 'from' | 'to', typed: string, problem: DayProblem, where: TimeContext): string => {
    const subject = which === 'from' ? `The first day ${shown(typed)}` : `The last day ${shown(typed)}`;
    const write = `Write it like ${dayExamples(where)}; days are those of ${escapeMarkdown(where.timeZone)}.`;
    switch (problem.kind) {
      case 'not-understood':
        return `${subject} could not be read as a day. Nothing was changed. ${write}`;
      case 'has-hour':
        return `${subject} has a time of day in it, and a leave is of whole days. Nothing was changed. ${write}`;
      case 'two-readings':
        return `${subject} can mean two days. Nothing was changed. Write ${problem.readings.map(inlineCode).join(' or ')}.`;
      case 'other-weekday':
        return (
          `${subject} names a day of the week that its date, ${inlineCode(writtenDay(problem.day))}, is not. ` +
          'Nothing was changed. Leave one of the two out.'
        );
      case 'too-far-ahead':
        return (
          `${subject} was understood as ${inlineCode(writtenDay(problem.day))}, which is more than a year ahead. ` +
          `Nothing was changed. ${write}`
        );
    }
  },
  endsFirst: (firstDay: string, lastDay: string) =>
    `The last day was understood as ${inlineCode(lastDay)}, which is before the first one, ${inlineCode(firstDay)}. ` +
    'Nothing was changed. Write both with their date.',
  isPast: (firstDay: string, lastDay: string) =>
    `These days were understood as ${span(firstDay, lastDay)}, which is over. Nothing was changed. ` +
    'A leave has to reach today at least.',
  tooLong: (firstDay: string, lastDay: string, days: number, most: number) =>
    `These days were understood as ${span(firstDay, lastDay)}, which is ${days} days. A leave is ${most} days long at most. ` +
    'Nothing was changed.',

  cardTitle: 'Leave requested',
  cardAsks: (leave: Pick<Leave, 'memberId' | 'firstDay' | 'lastDay'>) =>
    `${mention(leave.memberId)} asks for a leave: ${span(leave.firstDay, leave.lastDay)}.`,
  cardReason: 'Reason',
  approve: 'Approve',
  deny: 'Deny',
  cardEnded: {
    approved: 'Leave approved',
    ended: 'Leave ended',
    denied: 'Leave denied',
    withdrawn: 'Leave withdrawn',
    lapsed: 'Leave not decided in time',
  } satisfies Record<LeaveEnd | 'approved', string>,
  cardAbout: (leave: Pick<Leave, 'memberId' | 'firstDay' | 'lastDay'>) =>
    `${mention(leave.memberId)}: ${span(leave.firstDay, leave.lastDay)}.`,
  cardApproved: (actorId: string, at: number) => `Approved by ${mention(actorId)}, ${timestamp(at)}.`,
  cardDenied: (actorId: string, at: number) => `Denied by ${mention(actorId)}, ${timestamp(at)}.`,
  cardClosed: {
    ended: (at: number) => `It ended ${timestamp(at)}.`,
    withdrawn: (at: number) => `The member took it back ${timestamp(at)}.`,
    lapsed: (at: number) => `Nobody decided until it was over, ${timestamp(at)}.`,
  },

  approvedMessage: (clan: string, leave: Pick<Leave, 'firstDay' | 'lastDay'>) =>
    `Your leave in ${escapeMarkdown(clan)} was approved: ${span(leave.firstDay, leave.lastDay)}. ` +
    'While it lasts, no quota counts for you. `/leave end` ends it earlier.',
  deniedMessage: (clan: string, leave: Pick<Leave, 'firstDay' | 'lastDay'>) =>
    `Your leave in ${escapeMarkdown(clan)} was denied: ${span(leave.firstDay, leave.lastDay)}. ` +
    'Talk to an officer, or ask for other days with `/leave request`.',
  endedMessage: (clan: string, leave: Pick<Leave, 'firstDay' | 'lastDay'>) =>
    `Your leave in ${escapeMarkdown(clan)} (${span(leave.firstDay, leave.lastDay)}) has ended. Welcome back!`,
  lapsedMessage: (clan: string, leave: Pick<Leave, 'firstDay' | 'lastDay'>) =>
    `Nobody decided on your leave in ${escapeMarkdown(clan)} (${span(leave.firstDay, leave.lastDay)}) until it was over, ` +
    'so it did not count.',
} as const;
