import type { APIEmbedField } from 'discord-api-types/v10';
import type { Settings } from '../clans/settings.ts';
import { clip, escapeMarkdown } from '../discord/text.ts';
import type { Member } from '../members/member.ts';
import type { Place } from '../points/place.ts';
import { dueRank, nextPointRank, type Rank, rankById } from '../ranks/rank.ts';
import { type NumberFormat, numberFormat } from '../text/number-format.ts';
import { profileTexts } from './texts.ts';

/** What `/xp` and `/member check` show of somebody: rank, kind of rank, points, place, Roblox name, progress. */
export function profileFields(profile: {
  readonly member: Member;
  readonly ranks: readonly Rank[];
  readonly place: Place;
  readonly settings: Pick<Settings, 'locale'>;
}): APIEmbedField[] {
  const { member, ranks, place } = profile;
  const rank = rankById(ranks, member.rankId);
  const number = numberFormat(profile.settings.locale);
  const name = member.robloxName;
  const texts = profileTexts;
  return [
    { name: texts.rank, value: rankName(rank), inline: true },
    { name: texts.rankType, value: rank.adminOnly ? texts.adminGranted : texts.pointBased, inline: true },
    { name: texts.place, value: placeText(place, number), inline: true },
    { name: texts.points, value: number.format(member.points), inline: true },
    { name: texts.lifetimePoints, value: number.format(member.totalPoints), inline: true },
    {
      name: texts.robloxName,
      value: name === null ? texts.notLinked : escapeMarkdown(clip(name, 64)),
      inline: true,
    },
    { name: texts.progress, value: progress(member, ranks, number) },
  ];
}

/** `#12`, or `over 10,000`. */
export function placeText(place: Place, number: NumberFormat): string {
  return place.exact
    ? `#${number.format(place.place)}`
    : profileTexts.placeOver(number.format(place.place - 1));
}

const CELLS = 12;

/** A bar such as `▰▰▰▱▱▱▱▱▱▱▱▱`: never full before the points are reached, never empty once there are some. */
function progressBar(points: number, needed: number): string {
  const part = needed <= 0 ? CELLS : Math.floor((Math.max(0, points) / needed) * CELLS);
  const cells = Math.min(CELLS, points > 0 ? Math.max(1, part) : part);
  return '▰'.repeat(cells) + '▱'.repeat(CELLS - cells);
}

function progress(member: Member, ranks: readonly Rank[], number: NumberFormat): string {
  const current = rankById(ranks, member.rankId);
  const next = nextPointRank(ranks, current);
  if (next === undefined) return current.adminOnly ? profileTexts.topAdmin : profileTexts.top;
  const needed = next.pointsRequired;
  const missing = Math.max(0, needed - member.points);
  const bar = `${progressBar(member.points, needed)} ${number.format(member.points)} / ${number.format(needed)}`;
  const lines = [bar];
  if (missing > 0) lines.push(profileTexts.missing(number.format(missing), missing === 1, rankName(next)));
  else if (dueRank(ranks, member) !== undefined) lines.push(profileTexts.due(rankName(next)));
  else lines.push(profileTexts.reached(rankName(next)));
  if (current.adminOnly) lines.push(profileTexts.adminsDecide);
  return lines.join('\n');
}

function rankName(rank: Rank): string {
  return escapeMarkdown(clip(rank.name, 100));
}
