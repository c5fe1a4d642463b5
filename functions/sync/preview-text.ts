import { mainSteps, wouldText } from '../../shared/ranks/say-sync.ts';
import { robloxRolesOf, type SyncPlan } from '../../shared/ranks/sync-plan.ts';
import { sayRefusal } from '../../shared/refusals/say-refusal.ts';
import { texts } from './texts.ts';

/** Database, Discord and Roblox of one member in one line, and what a sync would do. */
export function previewText(locale: string | undefined, plan: SyncPlan): string {
  const said = texts(locale);
  const discord = discordText(locale, plan);
  const parts = [
    said.database(plan.rank.name),
    ...(discord === undefined ? [] : [said.discord(discord)]),
    said.roblox(robloxText(locale, plan)),
  ];
  const steps = mainSteps(plan).map((step) => wouldText(locale, step));
  return steps.length === 0 ? said.stays(parts) : said.would(parts, steps);
}

function discordText(locale: string | undefined, { discord, discordRanks }: SyncPlan): string | undefined {
  const said = texts(locale);
  switch (discord.kind) {
    case 'unread':
      return undefined;
    case 'away':
      return said.away(sayRefusal(locale, discord.error));
    case 'left-server':
      return said.discordLeft;
    case 'read':
      return said.roles(discordRanks.map((rank) => rank.name));
  }
}

function robloxText(locale: string | undefined, plan: SyncPlan): string {
  const said = texts(locale);
  switch (plan.roblox.kind) {
    case 'away':
      return said.away(sayRefusal(locale, plan.roblox.error));
    case 'left-group':
      return said.robloxLeft;
    case 'account-gone':
      return said.robloxGone;
    case 'read':
      return said.roles(robloxRolesOf(plan).map((role) => role.name));
  }
}
