import type { Settings } from '../../shared/clans/settings.ts';
import type { Message } from '../../shared/discord/message.ts';
import { clip, DISCORD_LIMITS, mention, roleMention } from '../../shared/discord/text.ts';
import { roleIdOf } from '../../shared/ranks/discord-place.ts';
import { differenceText, wouldText } from '../../shared/ranks/say-sync.ts';
import { type Difference, robloxRolesOf, type SyncPlan } from '../../shared/ranks/sync-plan.ts';
import { sayRefusal } from '../../shared/refusals/say-refusal.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { texts } from './texts.ts';

/** The three places side by side, then what differs and what `/sync` would do. */
export function verifyMessage(plan: SyncPlan, settings: Settings): Message {
  const value = (lines: readonly string[], none: string) =>
    clip(lines.length === 0 ? none : lines.join('\n'), DISCORD_LIMITS.embedFieldValue);
  const { differences, steps } = plan;
  return {
    embeds: [
      {
        title: texts.verifyTitle,
        description: mention(plan.member.discordId),
        color: embedColor(settings),
        fields: [
          { name: texts.database, value: value([texts.databaseHas(plan.rank)], ''), inline: true },
          { name: texts.roblox, value: value([robloxText(plan)], ''), inline: true },
          { name: texts.discord, value: value([discordText(plan)], ''), inline: true },
          { name: texts.differences, value: value(differences.map(differenceLine), texts.noDifferences) },
          {
            name: texts.syncWould,
            value: value(
              steps.map((step) => wouldText('en', step)),
              texts.syncNothing,
            ),
          },
        ],
      },
    ],
  };
}

/** Not known is no difference yet. */
function differenceLine(difference: Difference): string {
  const unknown = difference.kind === 'roblox-away' || difference.kind === 'discord-away';
  return `${unknown ? '❔' : '⚠️'} ${differenceText('en', difference)}`;
}

function robloxText(plan: SyncPlan): string {
  const { member, roblox } = plan;
  switch (roblox.kind) {
    case 'away':
      return texts.unread(sayRefusal('en', roblox.error));
    case 'left-group':
      return texts.notInGroup;
    case 'account-gone':
      return texts.noAccount;
    case 'read': {
      const roles = robloxRolesOf(plan).map((role) => role.name);
      return texts.robloxHas(roblox.robloxName ?? member.robloxName ?? '', roles);
    }
  }
}

function discordText({ discord, discordRanks }: SyncPlan): string {
  if (discord.kind === 'left-server') return texts.notInServer;
  if (discord.kind === 'away') return texts.unread(sayRefusal('en', discord.error));
  if (discord.kind === 'unread') return texts.discordNotAsked;
  return texts.discordHas(
    discordRanks.flatMap((rank) => roleIdOf(discord.rankRoles, rank) ?? []).map(roleMention),
  );
}
