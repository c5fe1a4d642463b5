import { escapeMarkdown, mention, timestamp } from '../../shared/discord/text.ts';
import type { ClanEvent } from '../../shared/events/event.ts';

/** Every text of `/events` and of the review; those of the review message are in shared/events/texts.ts. */
export const texts = {
  command: 'Events that were submitted',
  commandDraft: 'Your own form that could not be submitted yet',
  commandPending: 'Submissions that wait for a decision, oldest first',
  commandShow: 'One submission with its decision',
  optionId: 'Which one (type to search)',

  approveTitle: 'Approve the event',
  pointsLabel: 'Points for each participant',
  pointsHint: "A whole number from 1; the clan's limit is checked.",
  noteLabel: 'Note',
  noteHint: 'For the reviewers and the submitter. Can be left out.',
  declineTitle: 'Decline the event',
  reasonLabel: 'Reason',
  reasonHint: 'The submitter is sent this.',

  noSuchEvent: 'There is no such event. Nothing was changed. Choose one from the list.',
  alreadyDecided: (event: ClanEvent) =>
    `This event was ${event.status === 'approved' ? `approved with ${points(event.points ?? 0)} each` : 'declined'} ` +
    `by ${event.decidedBy === null ? 'somebody' : mention(event.decidedBy)}` +
    `${event.decidedAt === null ? '' : ` on ${timestamp(event.decidedAt)}`}. Nothing was changed.`,
  ownEvent:
    'You submitted this event or took part in it, so somebody else has to decide. Nothing was changed.',
  badPoints: (max: number) =>
    `Points must be a whole number from 1 to ${max}. Nothing was decided; press Approve again.`,
  badReason: (max: number) =>
    `A reason of 1 to ${max} characters is needed. Nothing was decided; press Decline again.`,
  badNote: (max: number) =>
    `The note may be ${max} characters long at most. Nothing was decided; press Approve again.`,

  approved: (type: string, awarded: number, each: number) =>
    `**${escapeMarkdown(type)}** approved: ${awarded === 1 ? '1 member gets' : `${awarded} members get`} ` +
    `${points(each)}${awarded === 1 ? '' : ' each'}.`,
  notLinked: (count: number) => `Without points, because they are not linked: ${count}.`,
  notYourself: 'You get no points yourself: nobody awards points to themselves.',
  cards: (count: number) => (count === 1 ? '1 promotion is due.' : `${count} promotions are due.`),
  declined: (type: string) => `**${escapeMarkdown(type)}** declined. The submitter is told why.`,
  reviewLine: 'Review message',
  eventLogLine: 'Event log',
  pointLogLine: 'Point log',
  directMessagesLine: 'Direct messages',

  soloEvent: 'Solo event',
  eventLogTitle: (type: string) => escapeMarkdown(type),
  host: (hostId: string | null) => `Host: ${hostId === null ? 'somebody who has left' : mention(hostId)}`,
  when: (event: ClanEvent) =>
    event.startsAt === null || event.endsAt === null
      ? `When: ${escapeMarkdown(event.startsText ?? '?')} to ${escapeMarkdown(event.endsText ?? '?')}`
      : `When: ${timestamp(event.startsAt)} to ${timestamp(event.endsAt)}`,
  participants: (count: number) => `Participants (${count}):`,
  continued: (title: string) => `${title} (continued)`,
  pointLogTitle: (type: string, each: number) => `${escapeMarkdown(type)}: +${points(each)} each`,
  gotPoints: (count: number) => `Got points (${count}):`,
  gotNone: (count: number) => `No points (${count}):`,

  awardMessage: (type: string, clan: string, each: number, sums: { points: number; totalPoints: number }) =>
    `You got **${points(each)}** for **${escapeMarkdown(type)}** in ${escapeMarkdown(clan)}. ` +
    `You now have ${points(sums.points)} towards the next rank, ${sums.totalPoints} in all.`,
  approvedMessage: (event: ClanEvent, clan: string, awarded: number) =>
    `Your **${escapeMarkdown(event.type)}** submission in ${escapeMarkdown(clan)} was approved: ` +
    `${awarded === 1 ? '1 member' : `${awarded} members`} got ${points(event.points ?? 0)}` +
    `${awarded === 1 ? '' : ' each'}.${event.note === null ? '' : `\nNote: ${escapeMarkdown(event.note)}`}`,
  declinedMessage: (event: ClanEvent, clan: string) =>
    `Your **${escapeMarkdown(event.type)}** submission in ${escapeMarkdown(clan)} was declined.\n` +
    `Reason: ${escapeMarkdown(event.note ?? '')}`,

  pendingTitle: 'Waiting for review',
  nothingPending: 'Nothing waits for review.',
  pendingLine: (event: ClanEvent, link: string | undefined) =>
    `**${escapeMarkdown(event.type)}** by ${event.hostId === null ? 'somebody who has left' : mention(event.hostId)}, ` +
    `${timestamp(event.submittedAt, 'R')}: ` +
    `${link === undefined ? 'its review message is not posted yet' : `[review](${link})`} (\`${event.id}\`)`,
  andMore: (count: number) => `and ${count} more`,

  showTitle: (type: string, status: ClanEvent['status']) =>
    `${escapeMarkdown(type)}: ${{ pending: 'waiting for review', approved: 'approved', declined: 'declined' }[status]}`,
  reviewLink: (link: string) => `[Review message with the proof](${link})`,
  submitted: (event: ClanEvent) => `Submitted ${timestamp(event.submittedAt)}`,
  choice: (event: ClanEvent, host: string, date: string) =>
    `${{ pending: 'Waiting', approved: 'Approved', declined: 'Declined' }[event.status]}: ${event.type} by ${host}, ${date}`,
  unknownHost: 'unknown',
} as const;

function points(count: number): string {
  return count === 1 ? '1 point' : `${count} points`;
}
