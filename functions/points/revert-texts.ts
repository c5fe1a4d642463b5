import {
  clip,
  escapeMarkdown,
  inlineCode,
  mention,
  plainText,
  timestamp,
} from '../../shared/discord/text.ts';
import type { RevertScope } from '../../shared/points/revert.ts';
import type { TimeContext } from '../../shared/times/read-time.ts';
import type { TimeProblem } from '../../shared/times/time-problem.ts';

interface Change {
  readonly points: number;
  readonly lifetime: number;
}

/** Every text of `/points revert`. */
export const revertTexts = {
  command: 'Take back what one officer gave and took by hand, after a preview',
  optionOfficer: 'Whose entries',
  optionSince: 'Since when, such as "yesterday 20:00" or "2 hours ago"',
  optionMember: 'Only entries of this member',
  optionEvents: 'Also approvals of events (otherwise only what was given and taken by hand)',

  ownEntries:
    'Nobody takes back what they gave and took themselves. Nothing was changed. Ask another admin to do it.',
  sinceProblem: (typed: string, problem: TimeProblem, { timeZone }: TimeContext) => {
    const subject = `"${escapeMarkdown(clip(typed.trim(), 60))}"`;
    const write =
      `Write it like ${['yesterday 20:00', '2 hours ago', '2026-11-20 00:00'].map(inlineCode).join(', ')}; ` +
      `without a time zone, ${timeZone} is meant. Nothing was changed.`;
    switch (problem.kind) {
      case 'no-hour':
        return `${subject} has no time of day. ${write}`;
      case 'two-readings':
        return problem.readings.length === 0
          ? `${subject} can mean two times. ${write}`
          : `${subject} can mean two times. Write ${problem.readings.map(inlineCode).join(' or ')}. Nothing was changed.`;
      case 'ahead':
        return `${subject} was understood as ${timestamp(problem.ms)}, which is still to come. ${write}`;
      case 'too-long-ago':
        return `${subject} was understood as ${timestamp(problem.ms)}, which is more than a year ago. ${write}`;
      case 'other-weekday':
        return `${subject} names a day of the week that its date is not. ${write}`;
      case 'left-out':
      case 'not-understood':
        return `${subject} could not be read as a time. ${write}`;
    }
  },

  title: 'Taking entries back: a preview',
  scope: ({ officerId, memberId, since, until, withEvents }: RevertScope) =>
    `What ${mention(officerId)} ${withEvents ? 'gave and took by hand, and approved' : 'gave and took by hand'} ` +
    `from ${timestamp(since)} to ${timestamp(until)}${memberId === null ? '' : `, only of ${mention(memberId)}`}.`,
  nothing: 'There is nothing to take back.',
  undoneBefore: (count: number) =>
    count === 1 ? '1 entry was undone before.' : `${count} entries were undone before.`,
  allUndone: (count: number) =>
    count === 1
      ? 'The only entry was undone before, so nothing was changed.'
      : `All ${count} entries were undone before, so nothing was changed.`,
  sums: (entries: number, members: number, change: Change) =>
    `**${entries === 1 ? '1 entry' : `${entries} entries`}** of ${members === 1 ? '1 member' : `${members} members`}; ` +
    `together ${changeText(change)}.`,
  ownSkipped: (entries: number, points: number) =>
    `Left as they are, because you got them yourself: ${entries === 1 ? '1 entry' : `${entries} entries`} ` +
    `(${signed(points)}). Another admin has to take them back.`,
  below: (count: number) =>
    count === 1
      ? '**1 member does not have all of it any more** (taken is what is there; nothing goes below 0):'
      : `**${count} members do not have all of it any more** (taken is what is there; nothing goes below 0):`,
  belowMember: (id: string, missing: Change) => `${mention(id)} lacks ${amounts(missing)}`,
  membersTitle: 'What changes:',
  memberLine: (id: string, change: Change) => `${mention(id)} ${changeText(change)}`,
  more: (count: number) => `and ${count} more, in the file`,
  hasMore: (max: number) =>
    `There are more than ${max} entries: these are the latest ${max}. Apply them, then use the command again for the rest.`,
  pressApply: 'Nothing is changed before you press Apply. Each member gets one direct message.',
  apply: 'Apply',
  fileLine: (name: string, id: string, entries: number, wanted: Change, taken: Change) =>
    `${plainText(name)} (${id}): ${entries} entries, ${changeText(taken)}` +
    (taken.points === wanted.points && taken.lifetime === wanted.lifetime
      ? ''
      : ` (of ${changeText(wanted)})`),
  unknownName: 'unknown',

  noSuchRevert: 'This preview does not exist any more. Nothing was changed. Use `/points revert` again.',
  appliedBefore: (at: number) => `This was applied ${timestamp(at, 'R')}. Nothing was changed.`,
  nothingLeft: 'Everything that the preview showed was undone meanwhile, so nothing was changed.',
  doneTitle: 'Entries taken back',
  directMessagesLine: 'Direct messages',
  manyMessages: (count: number) => `${count} members are each sent a direct message.`,
  adminLogLine: 'Admin channel',
  noAdminChannel: 'No admin channel is set, so nothing was logged there. `/settings channel` sets one.',
  cards: (count: number) =>
    count === 1
      ? '1 promotion is due; the card is in the admin channel.'
      : `${count} promotions are due; the cards are in the admin channel.`,
  adminLog: (actorId: string, scope: RevertScope, done: string) =>
    `${mention(actorId)} took entries back. ${revertTexts.scope(scope)}\n${done}`,
  directMessage: (
    clan: string,
    entries: number,
    change: Change,
    sums: { points: number; totalPoints: number },
  ) =>
    (entries === 1
      ? `An entry of your points in ${escapeMarkdown(clan)} was taken back by an admin`
      : `${entries} entries of your points in ${escapeMarkdown(clan)} were taken back by an admin`) +
    `: ${changeText(change)}.\nYou have ${count(sums.points)} towards the next rank, ${sums.totalPoints} in all.`,
} as const;

function count(points: number): string {
  return points === 1 ? '1 point' : `${points} points`;
}

function signed(points: number): string {
  return points < 0 ? `\u2212${-points}` : `+${points}`;
}

function changeText({ points, lifetime }: Change): string {
  return points === lifetime ? signed(points) : `${signed(points)} progress, ${signed(lifetime)} lifetime`;
}

function amounts({ points, lifetime }: Change): string {
  return points === lifetime
    ? count(points)
    : `${count(points)} of the progress and ${lifetime} of the lifetime points`;
}
