import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import type { Settings } from '../clans/settings.ts';
import type { Message } from '../discord/message.ts';
import { clip, DISCORD_LIMITS, escapeToFit, mention, messageLink, timestamp } from '../discord/text.ts';
import { embedColor } from '../settings/embed-color.ts';
import type { Attendance } from './attendance.ts';
import type { ClanEvent } from './event.ts';
import { fitList, type Listed, sharesOf } from './people-list.ts';
import { reviewTexts } from './texts.ts';

const COLORS = { approved: 0x2e8b57, declined: 0xb03a2e } as const;

/** Longer than events are; the times may be wrong. */
const LONG_MS = 12 * 3_600_000;

export interface ReviewView {
  readonly event: ClanEvent;
  readonly attendance: Attendance;
  /** The earliest event with the same proof. */
  readonly duplicateOf: ClanEvent | undefined;
  readonly settings: Pick<Settings, 'color' | 'guild_id'>;
  /** Unix milliseconds. */
  readonly now: number;
}

/**
 * The message in the admin channel on which a submission is decided: who, when, the proof, and what a reviewer
 * should look at twice. After the decision it also says what was decided, and its buttons do nothing any more.
 */
export function reviewMessage(view: ReviewView): Message {
  const { event } = view;
  const pending = event.status === 'pending';
  return {
    embeds: [
      {
        title: clip(reviewTexts.title(event.type, event.status), DISCORD_LIMITS.embedTitle),
        color: event.status === 'pending' ? embedColor(view.settings) : COLORS[event.status],
        fields: [...eventFields(view), ...decisionFields(event)],
        ...proofImage(event),
        footer: { text: reviewTexts.footer(event.id) },
        timestamp: new Date(event.submittedAt).toISOString(),
      },
    ],
    components: [reviewButtons(event.id, !pending)],
  };
}

/** Approve and Decline; each opens a modal. */
export function reviewButtons(
  eventId: string,
  disabled: boolean,
): NonNullable<Message['components']>[number] {
  return {
    type: 1,
    components: [
      { type: 2, style: 3, label: reviewTexts.approve, custom_id: `review.approve:${eventId}`, disabled },
      { type: 2, style: 4, label: reviewTexts.decline, custom_id: `review.decline:${eventId}`, disabled },
    ],
  };
}

/** Discord refuses an embed that shows a file which the message does not have. */
function proofImage({ proofName, reviewMessageId, reviewAttachmentId }: ClanEvent): Pick<APIEmbed, 'image'> {
  const lost = reviewMessageId !== null && reviewAttachmentId === null;
  return proofName === null || lost ? {} : { image: { url: `attachment://${proofName}` } };
}

/** What was submitted, and what about it needs a second look. */
export function eventFields(view: ReviewView): APIEmbedField[] {
  const { event, attendance } = view;
  const fields: APIEmbedField[] = [
    {
      name: reviewTexts.submittedBy,
      value: event.hostId === null ? reviewTexts.unknownHost : mention(event.hostId),
      inline: true,
    },
    { name: reviewTexts.start, value: when(event.startsAt, event.startsText), inline: true },
    { name: reviewTexts.end, value: when(event.endsAt, event.endsText), inline: true },
    ...peopleFields(event, attendance),
  ];
  const warnings = warningsOf(view);
  if (warnings.length > 0) fields.push({ name: reviewTexts.warnings, value: warnings.join('\n') });
  return fields;
}

/** Who decided what and when. Empty while the event is pending. */
export function decisionFields(event: ClanEvent): APIEmbedField[] {
  if (event.status === 'pending') return [];
  const fields: APIEmbedField[] = [
    { name: reviewTexts.status, value: reviewTexts.statusOf[event.status], inline: true },
    {
      name: reviewTexts.reviewer,
      value: event.decidedBy === null ? reviewTexts.unknownReviewer : mention(event.decidedBy),
      inline: true,
    },
    {
      name: reviewTexts.decided,
      value: event.decidedAt === null ? '\u2014' : timestamp(event.decidedAt),
      inline: true,
    },
  ];
  if (event.points !== null)
    fields.push({ name: reviewTexts.points, value: String(event.points), inline: true });
  if (event.note !== null) {
    const name = event.status === 'declined' ? reviewTexts.reason : reviewTexts.note;
    fields.push({ name, value: fieldText(event.note) });
  }
  return fields;
}

/** What the lists of people are called, which depends on the decision. */
export function peopleTitles(
  event: ClanEvent,
  shares: { readonly withPoints: readonly Listed[]; readonly without: readonly Listed[] },
): { withPoints: string; without: string } {
  return {
    withPoints: reviewTexts.withPoints(event.status, shares.withPoints.length),
    without: reviewTexts.without(event.status, shares.without.length),
  };
}

/** Where the proof and the buttons are. Undefined until the review message was posted. */
export function reviewLink(
  event: Pick<ClanEvent, 'reviewChannelId' | 'reviewMessageId'>,
  settings: Pick<Settings, 'guild_id'>,
): string | undefined {
  const { reviewChannelId, reviewMessageId } = event;
  if (reviewChannelId === null || reviewMessageId === null) return undefined;
  return messageLink(settings.guild_id, reviewChannelId, reviewMessageId);
}

function peopleFields(event: ClanEvent, attendance: Attendance): APIEmbedField[] {
  const shares = sharesOf(event, attendance);
  const titles = peopleTitles(event, shares);
  const fields = [list(titles.withPoints, shares.withPoints)];
  if (shares.without.length > 0) fields.push(list(titles.without, shares.without));
  return fields;
}

function warningsOf({ event, duplicateOf, settings, now }: ReviewView): string[] {
  const warnings: string[] = [];
  if (event.duplicateOf !== null) {
    const link = duplicateOf === undefined ? undefined : reviewLink(duplicateOf, settings);
    warnings.push(reviewTexts.duplicate(event.duplicateOf, duplicateOf?.status, link));
  }
  if (event.status === 'pending' && event.endsAt !== null && event.endsAt > now)
    warnings.push(reviewTexts.notOver);
  if (event.startsAt !== null && event.endsAt !== null && event.endsAt - event.startsAt > LONG_MS)
    warnings.push(reviewTexts.long);
  return warnings;
}

function when(ms: number | null, typed: string | null): string {
  if (ms === null) return typed === null ? '\u2014' : fieldText(typed);
  return timestamp(ms);
}

function list(name: string, people: readonly Listed[]): APIEmbedField {
  return { name, value: fitList(people, DISCORD_LIMITS.embedFieldValue) || '\u2014' };
}

function fieldText(text: string): string {
  return escapeToFit(text, DISCORD_LIMITS.embedFieldValue);
}
