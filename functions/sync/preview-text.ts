import { robloxRolesOf, type SyncPlan } from '../../shared/ranks/sync-plan.ts';
import { mainSteps, wouldText } from '../../shared/ranks/sync-texts.ts';
import { sayRefusal } from '../../shared/refusals/say-refusal.ts';
import { texts } from './texts.ts';

/** Database, Discord and Roblox of one member in one line, and what a sync would do. */
export function previewText(plan: SyncPlan): string {
  const discord = discordText(plan);
  const parts = [
    texts.database(plan.rank.name),
    ...(discord === undefined ? [] : [texts.discord(discord)]),
    texts.roblox(robloxText(plan)),
  ];
  const would = mainSteps(plan).map(wouldText).join(', ');
  return texts.difference(parts, would);
}

function discordText({ discord, discordRanks }: SyncPlan): string | undefined {
  switch (discord.kind) {
    case 'unread':
      return undefined;
    case 'away':
      return texts.away(sayRefusal('en', discord.error));
    case 'left-server':
      return texts.discordLeft;
    case 'read':
      return texts.roles(discordRanks.map((rank) => rank.name));
  }
}

function robloxText(plan: SyncPlan): string {
  switch (plan.roblox.kind) {
    case 'away':
      return texts.away(sayRefusal('en', plan.roblox.error));
    case 'left-group':
      return texts.robloxLeft;
    case 'account-gone':
      return texts.robloxGone;
    case 'read':
      return texts.roles(robloxRolesOf(plan).map((role) => role.name));
  }
}
