import type { Settings } from '../../shared/clans/settings.ts';
import type { Message } from '../../shared/discord/message.ts';
import { clip, DISCORD_LIMITS, plainText } from '../../shared/discord/text.ts';
import type { Member } from '../../shared/members/member.ts';
import type { Place } from '../../shared/points/place.ts';
import { profileFields } from '../../shared/profiles/profile.ts';
import type { Rank } from '../../shared/ranks/rank.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { texts as xpTexts } from './texts.ts';

export function xpMessage(
  locale: string | undefined,
  shown: {
    readonly member: Member;
    readonly ranks: readonly Rank[];
    readonly place: Place;
    readonly settings: Settings;
    /** Not escaped. */
    readonly displayName: string;
    /** What the look at Roblox had to say, above the figures. */
    readonly lines: readonly string[];
  },
): Message {
  const { member, settings, lines } = shown;
  const texts = xpTexts(locale);
  return {
    embeds: [
      {
        author: { name: clip(plainText(shown.displayName), DISCORD_LIMITS.embedAuthor) },
        ...(lines.length > 0 ? { description: lines.join('\n') } : {}),
        fields: profileFields(locale, shown),
        color: embedColor(settings),
        ...(member.syncedAt === null
          ? {}
          : {
              footer: { text: texts.lastSync(plainText(settings.clan_name)) },
              timestamp: new Date(member.syncedAt).toISOString(),
            }),
      },
    ],
  };
}
