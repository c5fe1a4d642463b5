import type { Settings } from '../../shared/clans/settings.ts';
import { clip, DISCORD_LIMITS, escapeMarkdown, mention, timestamp } from '../../shared/discord/text.ts';
import type { Attendance } from '../../shared/events/attendance.ts';
import type { ClanEvent } from '../../shared/events/event.ts';
import { type Listed, listedMember, packList, sharesOf } from '../../shared/events/people-list.ts';
import type { Member } from '../../shared/members/member.ts';
import type { ChangeTransaction } from '../../shared/outbox/change-transaction.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { postTo } from '../../shared/settings/post-to-channel.ts';
import { texts } from './texts.ts';

/** Less than a description may hold, so that the head of the first message fits as well. */
const MAX_PIECE = DISCORD_LIMITS.embedDescription - 1000;

/**
 * Announces an approved event to the clan: who hosted, who took part, and when; nothing of the review.
 * Returns the first message's effect; undefined where no channel is set.
 */
export async function logEvent(
  tx: ChangeTransaction,
  settings: Settings,
  event: ClanEvent,
  attendance: Attendance,
): Promise<string | undefined> {
  const { withPoints, without } = sharesOf(settings.locale, { ...event, status: 'pending' }, attendance);
  const people = [...withPoints, ...without];
  const t = texts(settings.locale);
  const head = [hostLine(settings, event), whenLine(settings, event)];
  const list = isSolo(event, attendance)
    ? [`**${t.soloEvent}**`]
    : [t.participants(people.length), ...packList(people, MAX_PIECE)];
  return postPieces(tx, settings, 'event_log', escapeMarkdown(event.type), [...head, ...list]);
}

/** Tells who got how many points. Returns the first message's effect; undefined where no channel is set. */
export async function logPoints(
  tx: ChangeTransaction,
  settings: Settings,
  event: ClanEvent,
  attendance: Attendance,
  awarded: readonly Member[],
): Promise<string | undefined> {
  const got: readonly Listed[] = awarded.map(listedMember);
  const without = sharesOf(settings.locale, event, attendance).without;
  const t = texts(settings.locale);
  const lines = [hostLine(settings, event), t.gotPoints(got.length), ...packList(got, MAX_PIECE)];
  if (without.length > 0) lines.push(t.gotNone(without.length), ...packList(without, MAX_PIECE));
  const title = t.pointLogTitle(event.type, event.points ?? 0);
  return postPieces(tx, settings, 'point_log', title, lines);
}

function hostLine({ locale }: Settings, { hostId }: ClanEvent): string {
  const t = texts(locale);
  return t.host(hostId === null ? t.somebodyLeft : mention(hostId));
}

function whenLine({ locale }: Settings, event: ClanEvent): string {
  const { startsAt, endsAt } = event;
  return startsAt === null || endsAt === null
    ? texts(locale).when(escapeMarkdown(event.startsText ?? '?'), escapeMarkdown(event.endsText ?? '?'))
    : texts(locale).when(timestamp(startsAt), timestamp(endsAt));
}

/** Whether nobody but the host took part. */
function isSolo(event: ClanEvent, attendance: Attendance): boolean {
  const others = attendance.linked.filter(({ member }) => member.discordId !== event.hostId);
  return event.hostId !== null && others.length === 0 && attendance.unlinked.length === 0;
}

async function postPieces(
  tx: ChangeTransaction,
  settings: Settings,
  channel: 'event_log' | 'point_log',
  title: string,
  lines: readonly string[],
): Promise<string | undefined> {
  let first: string | undefined;
  for (const [index, description] of piecesOf(lines).entries()) {
    const shown = clip(
      index === 0 ? title : texts(settings.locale).continued(title),
      DISCORD_LIMITS.embedTitle,
    );
    const embed = { title: shown, description, color: embedColor(settings) };
    const effectId = await postTo(tx, settings, channel, { embeds: [embed] });
    first ??= effectId;
  }
  return first;
}

/** Lines together as far as they fit into one description. */
function piecesOf(lines: readonly string[]): readonly string[] {
  const pieces: string[] = [];
  for (const line of lines) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= DISCORD_LIMITS.embedDescription) {
      pieces[pieces.length - 1] = `${last}\n${line}`;
    } else pieces.push(line);
  }
  return pieces;
}
