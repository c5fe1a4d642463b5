import { channelMention, escapeMarkdown, timestamp } from '../../shared/discord/text.ts';
import type { EventTimes } from '../../shared/events/times.ts';

/** Every text of `/submit-event`; those about times, people and proof are in shared/events/texts.ts. */
export const texts = {
  command: 'Submit an event for points: opens a form',
  optionType: 'What kind of event it was',

  modalTitle: 'Submit an event',
  membersLabel: 'Discord members who took part',
  membersHint: 'Up to 25. Here or below, at least one person.',
  namesLabel: 'Roblox names who took part',
  namesHint: 'Separated by commas or line breaks.',
  startLabel: 'Start',
  endLabel: 'End',
  timeHint: "In the clan's time zone, unless you name another.",
  startExample: '14:30, 2:30 PM EST, yesterday 20:00, 2 hours ago',
  endExample: '21:30, 10:30 PM, +90 min',
  proofLabel: 'Proof',
  proofHint: 'A screenshot: PNG, JPEG, GIF or WebP, 10 MB at most.',

  unknownType: (type: string, types: readonly string[]) =>
    `"${escapeMarkdown(type)}" is not an event type of this clan (any more). Nothing was submitted. ` +
    `Choose one of: ${types.map(escapeMarkdown).join(', ')}.`,
  noReviewChannel:
    'No channel for reviews is set, so nothing was submitted. Ask an admin to use `/settings channel` and choose admin.',
  noProof: 'A proof is needed. Nothing was submitted. Upload a screenshot of the event in the form.',

  submitted: (type: string, channelId: string) =>
    `**${escapeMarkdown(type)}** was submitted for review in ${channelMention(channelId)}.`,
  understood: (times: EventTimes) =>
    `Understood as ${timestamp(times.startsAt)} to ${timestamp(times.endsAt)}.`,
  willGet: (count: number) => `Will get points (${count})`,
  willNotGet: (count: number) => `Will not get points: not linked (${count})`,
  nobodyLinked: 'Nobody yet.',
  linkHint: 'Whoever uses `/link-roblox` before the review gets points too.',
  duplicate: 'The same picture was submitted before; the reviewers are told.',
  reviewLine: 'Review message',
} as const;
