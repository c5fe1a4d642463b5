import type { Settings } from '../../shared/clans/settings.ts';
import type { Message } from '../../shared/discord/message.ts';
import { clip, DISCORD_LIMITS, mention, roleMention } from '../../shared/discord/text.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import type { Comparison } from '../../shared/sync/compare-places.ts';
import { roleIdOf } from '../../shared/sync/rank-roles.ts';
import { texts } from './texts.ts';

/** The three places side by side, then what differs and what `/sync` would do. */
export function verifyMessage(comparison: Comparison, settings: Settings): Message {
  const value = (lines: readonly string[], none: string) =>
    clip(lines.length === 0 ? none : lines.join('\n'), DISCORD_LIMITS.embedFieldValue);
  const { differences, steps } = comparison;
  return {
    embeds: [
      {
        title: texts.verifyTitle,
        description: mention(comparison.member.discordId),
        color: embedColor(settings),
        fields: [
          { name: texts.database, value: value([texts.databaseHas(comparison.rank)], ''), inline: true },
          { name: texts.roblox, value: value([robloxText(comparison)], ''), inline: true },
          { name: texts.discord, value: value([discordText(comparison)], ''), inline: true },
          { name: texts.differences, value: value(differences.map(texts.difference), texts.noDifferences) },
          { name: texts.syncWould, value: value(steps.map(texts.step), texts.syncNothing) },
        ],
      },
    ],
  };
}

function robloxText({ member, reading, robloxRoles }: Comparison): string {
  if (reading === undefined) return texts.robloxSilent;
  if (reading.kind !== 'read') return reading.kind === 'left-group' ? texts.notInGroup : texts.noAccount;
  const name = reading.robloxName ?? member.robloxName ?? '';
  return texts.robloxHas(
    name,
    robloxRoles.map((role) => role.name),
  );
}

function discordText({ discord, discordRanks }: Comparison): string {
  if (discord.kind === 'left-server') return texts.notInServer;
  if (discord.kind !== 'read') return texts.discordAway;
  return texts.discordHas(
    discordRanks.flatMap((rank) => roleIdOf(discord.rankRoles, rank) ?? []).map(roleMention),
  );
}
