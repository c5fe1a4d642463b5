import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import type { Settings } from '../clans/settings.ts';
import type { Message } from '../discord/message.ts';
import {
  clip,
  DISCORD_LIMITS,
  escapeMarkdown,
  escapeToFit,
  mention,
  messageLink,
  timestamp,
} from '../discord/text.ts';
import { embedColor } from '../settings/embed-color.ts';
import type { Attendance } from './attendance.ts';
import type { ClanEvent } from './event.ts';
import { fitList, type Listed, sharesOf } from './people-list.ts';
import { reviewTexts, statusTexts } from './texts.ts';

const COLORS = { approved: 0x2e8b57, declined: 0xb03a2e } as const;

/** Longer than events are; the times may be wrong. */
const LONG_MS = 12 * 3_600_000;

export interface ReviewView {
  readonly event: ClanEvent;
  readonly attendance: Attendance;
  /** The earliest event with the same proof. */
  readonly duplicateOf: ClanEvent | undefined;
  readonly settings: Pick<Settings, 'color' | 'guild_id' | 'locale'>;
  /** Of who reads it; the clan's where left out. */
  readonly locale?: string | undefined;
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
  const locale = localeOf(view);
  return {
    embeds: [
      {
        title: eventTitle(locale, event),
        color: event.status === 'pending' ? embedColor(view.settings) : COLORS[event.status],
        fields: [...eventFields(view), ...decisionFields(locale, event)],
        ...proofImage(event),
        footer: { text: reviewTexts(locale).footer(event.id) },
        timestamp: new Date(event.submittedAt).toISOString(),
      },
    ],
    components: [reviewButtons(locale, event.id, !pending)],
  };
}

function localeOf({ locale, settings }: ReviewView): string {
  return locale ?? settings.locale;
}

/** The type of an event and how it stands. */
export function eventTitle(
  locale: string | undefined,
  { type, status }: Pick<ClanEvent, 'type' | 'status'>,
): string {
  return clip(`${escapeMarkdown(type)}: ${statusTexts(locale)[status]}`, DISCORD_LIMITS.embedTitle);
}

/** Approve and Decline; each opens a modal. */
export function reviewButtons(
  locale: string | undefined,
  eventId: string,
  disabled: boolean,
): NonNullable<Message['components']>[number] {
  const texts = reviewTexts(locale);
  return {
    type: 1,
    components: [
      { type: 2, style: 3, label: texts.approve, custom_id: `review.approve:${eventId}`, disabled },
      { type: 2, style: 4, label: texts.decline, custom_id: `review.decline:${eventId}`, disabled },
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
  const locale = localeOf(view);
  const texts = reviewTexts(locale);
  const fields: APIEmbedField[] = [
    {
      name: texts.submittedBy,
      value: event.hostId === null ? texts.unknownHost : mention(event.hostId),
      inline: true,
    },
    { name: texts.start, value: when(event.startsAt, event.startsText), inline: true },
    { name: texts.end, value: when(event.endsAt, event.endsText), inline: true },
    ...peopleFields(locale, event, attendance),
  ];
  const warnings = warningsOf(view);
  if (warnings.length > 0) fields.push({ name: texts.warnings, value: warnings.join('\n') });
  return fields;
}

/** Who decided what and when. Empty while the event is pending. */
export function decisionFields(locale: string | undefined, event: ClanEvent): APIEmbedField[] {
  if (event.status === 'pending') return [];
  const texts = reviewTexts(locale);
  const fields: APIEmbedField[] = [
    { name: texts.status, value: texts.statusOf[event.status], inline: true },
    {
      name: texts.reviewer,
      value: event.decidedBy === null ? texts.unknownReviewer : mention(event.decidedBy),
      inline: true,
    },
    {
      name: texts.decided,
      value: event.decidedAt === null ? '\u2014' : timestamp(event.decidedAt),
      inline: true,
    },
  ];
  if (event.points !== null)
    fields.push({ name: texts.points, value: texts.count(event.points), inline: true });
  if (event.note !== null) {
    const name = event.status === 'declined' ? texts.reason : texts.note;
    fields.push({ name, value: fieldText(event.note) });
  }
  return fields;
}

/** What the lists of people are called, which depends on the decision. */
export function peopleTitles(
  locale: string | undefined,
  event: ClanEvent,
  shares: { readonly withPoints: readonly Listed[]; readonly without: readonly Listed[] },
): { withPoints: string; without: string } {
  const texts = reviewTexts(locale);
  return {
    withPoints: texts.withPoints[event.status](shares.withPoints.length),
    without: texts.without[event.status](shares.without.length),
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

function peopleFields(locale: string | undefined, event: ClanEvent, attendance: Attendance): APIEmbedField[] {
  const shares = sharesOf(locale, event, attendance);
  const titles = peopleTitles(locale, event, shares);
  const fields = [list(locale, titles.withPoints, shares.withPoints)];
  if (shares.without.length > 0) fields.push(list(locale, titles.without, shares.without));
  return fields;
}

function warningsOf(view: ReviewView): string[] {
  const { event, duplicateOf, settings, now } = view;
  const locale = localeOf(view);
  const texts = reviewTexts(locale);
  const warnings: string[] = [];
  if (event.duplicateOf !== null) {
    const link = duplicateOf === undefined ? undefined : reviewLink(duplicateOf, settings);
    const same = texts.sameEvent(event.duplicateOf);
    const shown = link === undefined ? same : `[${same}](${link})`;
    warnings.push(
      duplicateOf === undefined
        ? texts.duplicate(shown)
        : texts.duplicateOf(shown, statusTexts(locale)[duplicateOf.status]),
    );
  }
  if (event.status === 'pending' && event.endsAt !== null && event.endsAt > now) warnings.push(texts.notOver);
  if (event.startsAt !== null && event.endsAt !== null && event.endsAt - event.startsAt > LONG_MS)
    warnings.push(texts.long);
  return warnings;
}

function when(ms: number | null, typed: string | null): string {
  if (ms === null) return typed === null ? '\u2014' : fieldText(typed);
  return timestamp(ms);
}

function list(locale: string | undefined, name: string, people: readonly Listed[]): APIEmbedField {
  return { name, value: fitList(locale, people, DISCORD_LIMITS.embedFieldValue) || '\u2014' };
}

function fieldText(text: string): string {
  return escapeToFit(text, DISCORD_LIMITS.embedFieldValue);
}
