import { clip, escapeMarkdown, mention } from '../../shared/discord/text.ts';

const named = (name: string) => `**${escapeMarkdown(clip(name, 60))}**`;

/** Every text of `/sync`; what the hourly job says as well is in shared/sync. */
export const texts = {
  command: 'Bring ranks and Discord roles to what the Roblox group says',
  optionMember: 'Only this member (left out: everybody)',
  optionDryRun: 'Show what differs and change nothing',

  title: 'Sync',
  previewTitle: 'Sync: what would change',
  apply: 'Apply',
  working: (done: number, total: number) => `Comparing with Roblox… ${done} of ${total} members.`,
  nothingWould: 'Nothing would change.',
  pressApply: 'Nothing was changed yet. "Apply" looks again and applies what differs then.',

  database: (rank: string) => `database ${named(rank)}`,
  discord: (what: string) => `Discord ${what}`,
  roblox: (what: string) => `Roblox ${what}`,
  roles: (names: readonly string[]) => (names.length === 0 ? 'no rank role' : names.map(named).join(', ')),
  away: (why: string) => `not compared (${why})`,
  discordLeft: 'has left the server',
  robloxLeft: 'not in the group',
  robloxGone: 'the account is gone',
  difference: (parts: readonly string[], would: string) =>
    `${parts.join(' · ')} → ${would === '' ? 'stays as it is' : `would ${would}`}`,
  oneInSync: (id: string) => `${mention(id)} is in sync: database, Discord and Roblox agree.`,

  discordRoles: 'Discord roles',
  inSync: 'In sync.',

  nickname: 'Nickname',
  wouldName: (name: string) => `The nickname would be set to ${named(name)}.`,
  wouldNameMany: (count: number, isWhole: boolean) =>
    isWhole ? `Nicknames that would be set: ${count}.` : `Nicknames that would be set: ${count} or more.`,

  namesUnread: (count: number) =>
    `${count === 1 ? 'One Roblox name was' : `${count} Roblox names were`} not compared; the hourly sync goes on with them.`,
  robloxUnread: 'Ranks could not be compared. Members who were done before keep their new ranks.',
} as const;
