import type { CommandContext } from '../../shared/context/command-context.ts';
import type { Message } from '../../shared/discord/message.ts';
import { clip, DISCORD_LIMITS, escapeMarkdown, mention, roleMention } from '../../shared/discord/text.ts';
import type { ServiceError } from '../../shared/http/service-error.ts';
import { roleIdOf } from '../../shared/ranks/discord-place.ts';
import { differenceText, wouldText } from '../../shared/ranks/say-sync.ts';
import { type Difference, robloxRolesOf, type SyncPlan } from '../../shared/ranks/sync-plan.ts';
import { sayRefusal } from '../../shared/refusals/say-refusal.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { texts } from './texts.ts';

/** The three places side by side, then what differs and what `/sync` would do. */
export function verifyMessage(
  plan: SyncPlan,
  { settings, interaction: { locale } }: Pick<CommandContext, 'settings' | 'interaction'>,
): Message {
  const said = texts(locale);
  const value = (lines: readonly string[], none: string) =>
    clip(lines.length === 0 ? none : lines.join('\n'), DISCORD_LIMITS.embedFieldValue);
  const { differences, steps } = plan;
  return {
    embeds: [
      {
        title: said.verifyTitle,
        description: mention(plan.member.discordId),
        color: embedColor(settings),
        fields: [
          {
            name: said.database,
            value: value([said.databaseHas(escapeMarkdown(clip(plan.rank.name, 100)))], ''),
            inline: true,
          },
          { name: said.roblox, value: value([robloxText(locale, plan)], ''), inline: true },
          { name: said.discord, value: value([discordText(locale, plan)], ''), inline: true },
          {
            name: said.differences,
            value: value(
              differences.map((one) => differenceLine(locale, one)),
              said.noDifferences,
            ),
          },
          {
            name: said.syncWould,
            value: value(
              steps.map((step) => wouldText(locale, step)),
              said.syncNothing,
            ),
          },
        ],
      },
    ],
  };
}

/** Not known is no difference yet. */
function differenceLine(locale: string | undefined, difference: Difference): string {
  const unknown = difference.kind === 'roblox-away' || difference.kind === 'discord-away';
  return `${unknown ? '❔' : '⚠️'} ${differenceText(locale, difference)}`;
}

function robloxText(locale: string | undefined, plan: SyncPlan): string {
  const said = texts(locale);
  const { member, roblox } = plan;
  switch (roblox.kind) {
    case 'away':
      return unread(locale, roblox.error);
    case 'left-group':
      return said.notInGroup;
    case 'account-gone':
      return said.noAccount;
    case 'read': {
      const name = escapeMarkdown(roblox.robloxName ?? member.robloxName ?? '');
      const roles = robloxRolesOf(plan).map((role) => escapeMarkdown(role.name));
      return `${name}\n${said.rankRoles(roles)}`;
    }
  }
}

function discordText(locale: string | undefined, { discord, discordRanks }: SyncPlan): string {
  const said = texts(locale);
  if (discord.kind === 'left-server') return said.notInServer;
  if (discord.kind === 'away') return unread(locale, discord.error);
  if (discord.kind === 'unread') return said.discordNotAsked;
  return said.rankRoles(
    discordRanks.flatMap((rank) => roleIdOf(discord.rankRoles, rank) ?? []).map(roleMention),
  );
}

function unread(locale: string | undefined, error: ServiceError): string {
  return `⚠️ ${sayRefusal(locale, error)}.`;
}
