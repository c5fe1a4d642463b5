import type { Settings } from '../../shared/clans/settings.ts';
import type { Message } from '../../shared/discord/message.ts';
import { clip, DISCORD_LIMITS, mention } from '../../shared/discord/text.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import type { Comparison } from './compare-member.ts';
import { texts } from './texts.ts';

/** The three places side by side, then what differs and what `/sync` would do. */
export function verifyMessage(shown: {
  readonly memberId: string;
  readonly comparison: Comparison;
  readonly settings: Settings;
}): Message {
  const { comparison } = shown;
  const value = (lines: readonly string[], none: string) =>
    clip(lines.length === 0 ? none : lines.join('\n'), DISCORD_LIMITS.embedFieldValue);
  return {
    embeds: [
      {
        title: texts.verifyTitle,
        description: mention(shown.memberId),
        color: embedColor(shown.settings),
        fields: [
          { name: texts.database, value: value([comparison.database], ''), inline: true },
          { name: texts.roblox, value: value([comparison.roblox], ''), inline: true },
          { name: texts.discord, value: value([comparison.discord], ''), inline: true },
          { name: texts.differences, value: value(comparison.differences, texts.noDifferences) },
          { name: texts.syncWould, value: value(comparison.syncWould, texts.syncNothing) },
        ],
      },
    ],
  };
}
