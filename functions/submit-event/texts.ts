import { channelMention, escapeMarkdown, timestamp } from '../../shared/discord/text.ts';
import type { Draft } from '../../shared/events/draft.ts';
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
  proofHint: 'A screenshot: PNG, JPEG, GIF, WebP or AVIF, 10 MB at most.',

  correctTitle: 'Correct your draft',
  keptHint: 'What you leave empty stays as it is in the draft.',
  proofKeptHint: 'Only to replace the one in the draft: a screenshot, 10 MB at most.',
  proofAgainLabel: 'Proof (has to be uploaded again)',
  proofAgainHint: 'The draft has none that can still be fetched. A screenshot, 10 MB at most.',

  kept: (expiresAt: number) =>
    `**Nothing was submitted.** What you typed is kept as your draft until ${timestamp(expiresAt)}; it is below, ` +
    'ready to copy. "Correct" opens the form again: what you leave empty there stays as it is here.',
  draftReplaced: (draft: Draft) =>
    `It replaced your draft of ${escapeMarkdown(draft.type)} from ${timestamp(draft.savedAt, 'R')}.`,
  draftWaits: (draft: Draft) =>
    `Your draft of ${escapeMarkdown(draft.type)} from ${timestamp(draft.savedAt, 'R')} still waits; ` +
    '`/events draft` shows it.',
  draftGone:
    'This draft is gone: it was sent, discarded or replaced, or its 24 hours are over. Nothing was changed. ' +
    '`/events draft` shows the draft you have.',
  formOfDraft: 'what you typed now',
  discarded: 'The draft was discarded.',

  unknownType: (type: string, types: readonly string[]) =>
    `"${escapeMarkdown(type)}" is not an event type of this clan (any more). ` +
    `Use \`/submit-event\` with one of: ${types.map(escapeMarkdown).join(', ')}.`,
  noReviewChannel:
    'No channel for reviews is set. Ask an admin to use `/settings channel` and choose admin, then use "Send".',
  cooldown: (until: number) =>
    `You handed in a form a moment ago; this one can be sent from ${timestamp(until, 'T')} on ` +
    `(${timestamp(until, 'R')}). Then press "Send".`,

  submitted: (type: string, channelId: string) =>
    `**${escapeMarkdown(type)}** was submitted for review in ${channelMention(channelId)}.`,
  understood: (times: EventTimes) =>
    `Understood as ${timestamp(times.startsAt)} to ${timestamp(times.endsAt)}.`,
  willGet: (count: number) => `Will get points (${count})`,
  willNotGet: (count: number) => `Will not get points: not linked (${count})`,
  nobodyLinked: 'Nobody yet.',
  linkHint: 'Those who use `/link-roblox` before the review get points too.',
  duplicate: 'The same picture was submitted before; the reviewers are told.',
  reviewLine: 'Review message',
} as const;
