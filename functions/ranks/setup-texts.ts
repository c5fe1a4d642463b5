import { escapeMarkdown, roleMention } from '../../shared/discord/text.ts';

/** Every text of `/ranks setup`. Names of ranks come escaped. */
export const setupTexts = {
  title: 'Set the ranks up',
  fromGroup:
    "Proposed from the Roblox group's roles. To change points or names: edit the file and hand it in.",
  fromFile: 'From your file.',
  added: (rank: string) => `➕ **${rank}**`,
  changed: (rank: string, what: string) => `✏️ **${rank}**: ${what}`,
  dropped: (rank: string) => `🗑️ **${rank}**`,
  unchanged: (count: number) =>
    `${count} ${count === 1 ? 'rank stays' : 'ranks stay'} as ${count === 1 ? 'it is' : 'they are'}.`,
  nothing: 'The ranks are like this already: there is nothing to apply.',
  held: (rank: string, members: number) =>
    `⛔ **${rank}** is missing from the list, but ${members} ${members === 1 ? 'member holds' : 'members hold'} it.`,
  heldAdvice:
    'A rank that members hold is never dropped. Nothing was changed. Put it back, or move them with `/set-rank`.',
  roleRefused: (roleId: string, rank: string, objection: string) =>
    `⛔ ${roleMention(roleId)}, the role of **${rank}**, ${objection}, and a rank must not hand that out.`,
  roleRefusedAdvice:
    'Nothing was changed. Take such roles out of the file, or have the person who runs the bot allow them ' +
    '(`powerful_roles` in settings.json).',
  roleUnknown: (roleId: string, rank: string) =>
    `⚠️ The role \`${roleId}\` of **${rank}** is not in this server, so nobody can get it.`,
  warning: (text: string) => `⚠️ ${escapeMarkdown(text)}`,
  more: (count: number) => `… and ${count} more ${count === 1 ? 'line' : 'lines'}; the file has everything.`,
  apply: 'Apply',
  fields: {
    name: (from: string) => `renamed from ${from}`,
    order: (from: number, to: number) => `order ${from} → ${to}`,
    points: (from: number, to: number) => `points ${from} → ${to}`,
    roblox: (from: string, to: string) => `Roblox rank ${from} → ${to}`,
    adminOnly: (to: boolean) => (to ? 'now granted by admins' : 'now reached by points'),
    category: 'category',
    tag: 'tag',
    discordRole: 'Discord role',
  },

  notJson:
    'That file is not JSON, so nothing was changed. Hand in a ranks.json; `/ranks setup` without a file makes one.',
  tooLarge: (kilobytes: number) => `That file is larger than ${kilobytes} KB, so nothing was changed.`,
  fileGone: 'The file could not be fetched from Discord, so nothing was changed. Hand it in again.',
  badFile: (problems: readonly string[], more: number) =>
    `The file cannot be used, so nothing was changed:\n${problems.map((problem) => `• ${escapeMarkdown(problem)}`).join('\n')}` +
    (more > 0 ? `\n… and ${more} more.` : ''),
  guestRank: (ranks: readonly string[]) =>
    `${ranks.join(', ')}: the Roblox rank 0 is Guest, whom nobody can be made, so nothing was changed. ` +
    'Hand in a ranks.json with another roblox_group_rank_id.',
  noRoles: 'The Roblox group has no roles to make ranks from. Nothing was changed.',

  gone: 'This proposal was applied already, or a newer one was made. Nothing was changed. Use `/ranks setup` again.',
  ranksChanged:
    'The ranks were changed since this was shown, so nothing was changed. Use `/ranks setup` again.',
  heldMeanwhile:
    'Somebody came to hold a rank that would be dropped, so nothing was changed. Use `/ranks setup` again.',
  applied: (added: number, changed: number, dropped: number) =>
    `✅ Applied: ${added} added, ${changed} changed, ${dropped} dropped.`,
  next: '`/ranks list` shows them, `/ranks set-role` chooses their Discord roles; a rank without one finds or makes one by its name.',
} as const;
