import { escapeMarkdown, mention, timestamp } from '../../shared/discord/text.ts';

/** Every text of `/link-roblox`. */
export const texts = {
  command: 'Link your Roblox account',
  optionUsername: 'Your name on Roblox (not the display name)',

  badUsername:
    'That is no Roblox name: it has letters, digits and underscores only, 20 at most. Nothing was changed. ' +
    'Use the name with the @ in your Roblox profile.',
  noSuchUser: (name: string) =>
    `Nobody on Roblox is called ${escapeMarkdown(name)} now. Nothing was changed. ` +
    'Use the name with the @ in your Roblox profile, not the display name.',
  notInGroup: (name: string, groupId: string) =>
    `${escapeMarkdown(name)} is not in the clan's Roblox group, so nothing was changed. ` +
    `Join it first: <https://www.roblox.com/groups/${groupId}>, then use the command again.`,
  robloxUnread: 'nothing was changed',

  codeTitle: 'Show that the account is yours',
  codeSteps: (name: string, userId: string, code: string, expiresAt: number) =>
    `**1.** Open the profile of **${escapeMarkdown(name)}**: <https://www.roblox.com/users/${userId}/profile>\n` +
    `**2.** Put these words into its About text and save:\n\`\`\`\n${code}\n\`\`\`\n` +
    `**3.** Press Check. The code ends ${timestamp(expiresAt, 'R')}; you can take it out again afterwards.`,
  check: 'Check',

  noChallenge: 'This code is not valid any more. Nothing was changed. Use `/link-roblox` for a new one.',
  notYours: 'This code belongs to somebody else. Nothing was changed. Use `/link-roblox` yourself.',
  expired: 'This code has ended after 15 minutes. Nothing was changed. Use `/link-roblox` for a new one.',
  used: 'This code was used already. Nothing was changed.',
  codeMissing: (code: string) =>
    `The words are not in the profile's About text yet, so nothing was changed. Put in \`${code}\`, save, ` +
    'wait half a minute and press Check again.',
  accountGone: 'Roblox does not know that account any more. Nothing was changed.',

  linkedTitle: '✅ Linked',
  linked: (name: string, rank: string) =>
    `You are linked to **${escapeMarkdown(name)}**. Your rank: **${rank}**.`,
  unmapped: (rank: string) =>
    `Your role in the Roblox group belongs to no rank of this clan, so your rank is **${rank}** for now.`,
  kept: (points: number, total: number) =>
    `Your points stay: ${points} towards the next rank, ${total} in all.`,
  next: '`/xp` shows your progress, `/submit-event` hands in an event.',
  verifiedRole: 'Verified role',
  rankRole: 'Rank role',
  nickname: 'Nickname',

  adminLog: (id: string, name: string, userId: string, rank: string, before: string | null) =>
    `${mention(id)} linked the Roblox account **${escapeMarkdown(name)}** ` +
    `(<https://www.roblox.com/users/${userId}/profile>), rank **${rank}**.` +
    (before === null ? '' : ` The account before was **${escapeMarkdown(before)}**.`),
} as const;
