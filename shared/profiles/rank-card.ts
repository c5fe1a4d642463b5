import type { Settings } from '../clans/settings.ts';
import { markdownAsText } from '../discord/markdown-as-text.ts';
import { DISCORD_LIMITS } from '../discord/text.ts';
import type { AttachedPicture } from '../drawing/picture.ts';
import type { Member } from '../members/member.ts';
import type { Place } from '../points/place.ts';
import { nextPointRank, type Rank, rankById } from '../ranks/rank.ts';
import { cut } from '../text/cut.ts';
import { placeText, profileFields, wayUp } from './profile.ts';
import { profileTexts } from './texts.ts';

const TEXT_MAX = 300;

/** The picture of `/xp`: the facts of the profile, in the clan's colour. They are its alternative text as well. */
export function rankCard(
  locale: string | undefined,
  profile: {
    readonly member: Member;
    readonly ranks: readonly Rank[];
    readonly place: Place;
    readonly settings: Pick<Settings, 'color' | 'clan_name'>;
    /** Not escaped. */
    readonly displayName: string;
  },
): AttachedPicture {
  const { member, ranks, place, settings, displayName } = profile;
  const texts = profileTexts(locale);
  const rank = rankById(ranks, member.rankId);
  const next = nextPointRank(ranks, rank);
  const facts = profileFields(locale, profile).map(({ name, value }) => `${name}: ${markdownAsText(value)}`);
  return {
    name: 'rank-card.png',
    description: cut([displayName, ...facts].join('\n'), DISCORD_LIMITS.attachmentDescription),
    picture: {
      kind: 'rank-card',
      color: settings.color,
      clan: cut(settings.clan_name, TEXT_MAX),
      name: cut(displayName, TEXT_MAX),
      rank: cut(rank.name, TEXT_MAX),
      rankType: rank.adminOnly ? texts.adminGranted : texts.pointBased,
      figures: [
        { label: texts.place, value: placeText(locale, place) },
        { label: texts.points, value: texts.count(member.points) },
        { label: texts.lifetimePoints, value: texts.count(member.totalPoints) },
      ],
      ...(next === undefined
        ? {}
        : {
            progress: {
              part: partOf(member.points, next.pointsRequired),
              value: texts.bar('', member.points, next.pointsRequired).trim(),
            },
          }),
      note: cut(markdownAsText(wayUp(locale, member, ranks)), TEXT_MAX),
    },
  };
}

function partOf(points: number, needed: number): number {
  return needed <= 0 ? 1 : Math.min(1, Math.max(0, points / needed));
}
