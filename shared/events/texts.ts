import { clip, escapeMarkdown, timestamp } from '../discord/text.ts';

export const proofTexts = {
  none: 'A proof is needed. Upload a screenshot of the event in the form.',
  gone: 'Discord does not keep the uploaded proof any longer. Upload it again in the form.',
  tooLarge: (bytes: number) =>
    `The proof is ${(bytes / 1024 / 1024).toFixed(1)} MB; at most 10 MB are possible. ` +
    'Upload a smaller picture.',
  notImage: 'The proof is not a picture (PNG, JPEG, GIF, WebP or AVIF). Upload a screenshot of the event.',
  broken:
    'The proof is a broken picture: nothing can be shown of it, or it is cut off. Upload it again, or another screenshot.',
  tooManyPixels:
    'The proof has too many pixels: at most 25 million are possible, 100 million in a PNG, 9 million in an AVIF. ' +
    'Upload a smaller picture.',
  tooSlow: 'The proof takes too long to decode. Upload a smaller picture, or the same one as a PNG or JPEG.',
  unreachable: 'The proof could not be fetched from Discord. Try again in a minute, or upload it again.',
} as const;

export const participantTexts = {
  none: 'Nobody was named. Select Discord members, type Roblox names, or both; ' + 'bots do not count.',
  tooMany: (count: number, limit: number) =>
    `${count} people were named; one event can have ${limit}. Split it into several events.`,
  badName: (name: string) =>
    `"${escapeMarkdown(clip(name, 60))}" is no Roblox name. ` +
    'Separate the names by commas or line breaks.',
  notLookedUp: 'Somebody who changed their name there lately is found by the earlier one only.',
} as const;

export const draftTexts = {
  title: (type: string) => `Draft: ${escapeMarkdown(type)}`,
  members: 'Discord members',
  start: 'Start',
  end: 'End',
  proof: 'Proof',
  proofThere: 'Uploaded',
  proofGone: 'Has to be uploaded again.',
  correct: 'Correct',
  send: 'Send',
  discard: 'Discard',
  waits: (savedAt: number, expiresAt: number) =>
    `This was kept ${timestamp(savedAt, 'R')} and was not submitted. It is kept until ${timestamp(expiresAt)}. ` +
    '"Correct" opens the form again: what you leave empty stays as it is here.',
  none: 'You have no draft. A form of `/submit-event` that cannot be taken as it is becomes one, for 24 hours.',
} as const;

export const listTexts = {
  deletedPerson: '(deleted)',
  plainMember: (name: string, discordId: string) => `${name === '' ? '' : `${name}, `}Discord ${discordId}`,
  more: (count: number) => (count === 0 ? '' : ` and ${count} more`),
} as const;

const STATUS = { pending: 'waiting for review', approved: 'approved', declined: 'declined' } as const;

export const reviewTexts = {
  title: (type: string, status: keyof typeof STATUS) => `${escapeMarkdown(type)}: ${STATUS[status]}`,
  footer: (eventId: string) => `Event ${eventId}`,
  approve: 'Approve',
  decline: 'Decline',
  submittedBy: 'Submitted by',
  unknownHost: 'Somebody who has left',
  start: 'Start',
  end: 'End',
  withPoints: (status: keyof typeof STATUS, count: number) =>
    `${{ pending: 'Will get points', approved: 'Got points', declined: 'Participants' }[status]} (${count})`,
  without: (status: keyof typeof STATUS, count: number) =>
    `${status === 'pending' ? 'Not linked, no points' : 'No points'} (${count})`,
  warnings: 'Look twice',
  duplicate: (eventId: string, status: keyof typeof STATUS | undefined, link: string | undefined) =>
    `The same picture was submitted before: ${link === undefined ? `event ${eventId}` : `[event ${eventId}](${link})`}` +
    `${status === undefined ? '' : `, ${STATUS[status]}`}.`,
  notOver: 'The event ends later than it was submitted.',
  long: 'The event lasted more than 12 hours.',
  status: 'Status',
  statusOf: { approved: 'Approved', declined: 'Declined' },
  reviewer: 'Reviewer',
  unknownReviewer: 'Unknown',
  decided: 'Decided',
  points: 'Points each',
  note: 'Note',
  reason: 'Reason',
} as const;
