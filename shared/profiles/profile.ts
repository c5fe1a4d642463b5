import type { APIEmbedField } from 'discord-api-types/v10';
import { clip, escapeMarkdown } from '../discord/text.ts';
import type { Member } from '../members/member.ts';
import type { Place } from '../points/place.ts';
import { dueRank, nextPointRank, type Rank, rankById } from '../ranks/rank.ts';
import { profileTexts } from './texts.ts';

/** What `/xp` and `/member check` show of somebody: rank, kind of rank, points, place, Roblox name, progress. */
export function profileFields(
  locale: string | undefined,
  {
    member,
    ranks,
    place,
  }: { readonly member: Member; readonly ranks: readonly Rank[]; readonly place: Place },
): APIEmbedField[] {
  const texts = profileTexts(locale);
  const rank = rankById(ranks, member.rankId);
  const name = member.robloxName;
  return [
    { name: texts.rank, value: rankName(rank), inline: true },
    { name: texts.rankType, value: rank.adminOnly ? texts.adminGranted : texts.pointBased, inline: true },
    { name: texts.place, value: placeText(locale, place), inline: true },
    { name: texts.points, value: texts.count(member.points), inline: true },
    { name: texts.lifetimePoints, value: texts.count(member.totalPoints), inline: true },
    {
      name: texts.robloxName,
      value: name === null ? texts.notLinked : escapeMarkdown(clip(name, 64)),
      inline: true,
    },
    { name: texts.progress, value: progress(locale, member, ranks) },
  ];
}

/** `#12`, or `over 10,000`. */
export function placeText(locale: string | undefined, place: Place): string {
  const texts = profileTexts(locale);
  return place.exact ? texts.placeIs(place.place) : texts.placeOver(place.place - 1);
}

const CELLS = 12;

/** A bar such as `▰▰▰▱▱▱▱▱▱▱▱▱`: never full before the points are reached, never empty once there are some. */
function progressBar(points: number, needed: number): string {
  const part = needed <= 0 ? CELLS : Math.floor((Math.max(0, points) / needed) * CELLS);
  const cells = Math.min(CELLS, points > 0 ? Math.max(1, part) : part);
  return '▰'.repeat(cells) + '▱'.repeat(CELLS - cells);
}

function progress(locale: string | undefined, member: Member, ranks: readonly Rank[]): string {
  const texts = profileTexts(locale);
  const current = rankById(ranks, member.rankId);
  const next = nextPointRank(ranks, current);
  const lines = [wayUp(locale, member, ranks)];
  if (next !== undefined) {
    const needed = next.pointsRequired;
    lines.unshift(texts.bar(progressBar(member.points, needed), member.points, needed));
    if (current.adminOnly) lines.push(texts.adminsDecide);
  }
  return lines.join('\n');
}

/** What the next rank by points needs, or why there is none. */
export function wayUp(locale: string | undefined, member: Member, ranks: readonly Rank[]): string {
  const texts = profileTexts(locale);
  const current = rankById(ranks, member.rankId);
  const next = nextPointRank(ranks, current);
  if (next === undefined) return current.adminOnly ? texts.topAdmin : texts.top;
  const missing = Math.max(0, next.pointsRequired - member.points);
  if (missing > 0) return texts.missing(missing, rankName(next));
  return dueRank(ranks, member) === undefined ? texts.reached(rankName(next)) : texts.due(rankName(next));
}

function rankName(rank: Rank): string {
  return escapeMarkdown(clip(rank.name, 100));
}
