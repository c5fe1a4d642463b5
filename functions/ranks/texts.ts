import { escapeMarkdown, roleMention } from '../../shared/discord/text.ts';

/** Every text of `/ranks` but those of `/ranks setup`. Names come escaped. */
export const texts = {
  command: "The clan's ranks",
  commandList: 'All ranks with their points and members',
  commandRoblox: "The Roblox group's roles",
  commandCompare: "The clan's ranks against the Roblox group's roles",
  commandSetRole: 'Choose the Discord role of a rank',
  commandSetup: "Set the ranks up from the Roblox group's roles or from a file",
  optionRank: 'Which rank',
  optionRole: 'Its Discord role',
  optionFile: 'A ranks.json; left out: a proposal from the Roblox group',

  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  previous: 'Previous',
  next: 'Next',

  listTitle: 'Ranks',
  noRanks: 'There are no ranks yet. An admin sets them up with `/ranks setup`.',
  category: (name: string) => `__**${name}**__`,
  pointRanks: 'Ranks by points',
  adminRanks: 'Granted by admins',
  rank: (order: number, name: string, points: string, members: string) =>
    `**${order}. ${name}** · ${points} · ${members}`,
  points: (count: string, one: boolean) => `${count} ${one ? 'point' : 'points'}`,
  byAdmins: 'by admins',
  members: (count: string, one: boolean) => `${count} ${one ? 'member' : 'members'}`,

  robloxTitle: 'Roles of the Roblox group',
  role: (name: string, rank: number, id: string, members: string | undefined) =>
    `**${name}** · rank ${rank} · role \`${id}\`${members === undefined ? '' : ` · ${members}`}`,
  robloxUnread: 'There is nothing to show. Nothing was changed.',

  compareTitle: 'Ranks and Roblox roles',
  matched: (rank: string, role: string, number: number) => `✅ **${rank}** → ${role} (rank ${number})`,
  unmatched: (rank: string, robloxRank: string) =>
    `❌ **${rank}** → the group has no role with ${Number(robloxRank) <= 255 ? 'rank' : 'the id'} ${robloxRank}`,
  shared: (ranks: readonly string[], role: string) =>
    `ℹ️ ${ranks.map((rank) => `**${rank}**`).join(' and ')} share ${role}: the sync keeps whichever of them a member has.`,
  unused: 'Roles of the group that belong to no rank',
  unusedRole: (name: string, rank: number) => `⚠️ **${name}** (rank ${rank})`,
  allMapped: 'Every rank has its role, and every role its rank.',

  noSuchRank: 'There is no such rank, so nothing was changed. Choose one from the list.',
  noSuchRole: 'This server has no such role, so nothing was changed.',
  powerfulRole: (objection: string) =>
    `That role ${objection}, and a rank must not hand that out. Nothing was changed. Choose another role, or have ` +
    'the person who runs the bot allow it (`powerful_roles` in settings.json).',
  roleSet: (rank: string, roleId: string) => `**${rank}** now gives ${roleMention(roleId)}.`,
  roleIsSame: (rank: string, roleId: string) => `**${rank}** gives ${roleMention(roleId)} already.`,
  roleShared: (ranks: readonly string[]) =>
    `The same role is given by ${ranks.map((rank) => `**${rank}**`).join(', ')}.`,
  holders: (count: string) => `Members with this rank now: ${count}. \`/sync\` gives them the role.`,
  botBelow:
    '⚠️ The bot cannot give this role: its own role stands below it. ' +
    "Drag the bot's role above it in Server Settings, Roles.",
} as const;

/** A name that somebody chose, on one line, ready to stand in a text. */
export function shownName(name: string): string {
  return escapeMarkdown(name.replace(/\s+/g, ' '));
}
