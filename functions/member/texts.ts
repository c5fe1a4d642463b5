import type { Blacklisting } from '../../shared/blacklist/blacklist.ts';
import { clip, escapeMarkdown, mention, timestamp } from '../../shared/discord/text.ts';
import type { OpenLeave } from '../../shared/leave/leave.ts';
import { leaveTexts } from '../../shared/leave/texts.ts';
import type { Rank } from '../../shared/ranks/rank.ts';

/** Texts of `/member` and the user menu "Check member"; what it shares with `/xp` is in shared/members. */
export const texts = {
  command: 'Look closely at one member',
  commandCheck: 'Rank, points, eligibility, last sync and blacklist of a member',
  commandVerify: 'Compare database, Discord roles and Roblox for a member',
  optionMember: 'Who',

  unknown: (id: string) =>
    `${mention(id)} is not known to the clan: they have never linked a Roblox account.`,

  verifyTitle: 'Database, Roblox and Discord',
  database: 'Database',
  roblox: 'Roblox',
  discord: 'Discord',
  differences: 'Differences',
  noDifferences: '✅ None',
  syncWould: '`/sync` would',
  syncNothing: 'do nothing',
  databaseHas: (rank: Rank) => `Rank: ${rankName(rank)}`,
  robloxHas: (name: string, roles: readonly string[]) =>
    `${escapeMarkdown(name)}\nRank roles: ${roles.length === 0 ? 'none' : roles.map(escapeMarkdown).join(', ')}`,
  notInGroup: 'not in the group',
  noAccount: 'no such account',
  unread: (why: string) => `⚠️ ${why}.`,
  discordNotAsked: 'not asked',
  discordHas: (roles: readonly string[]) => `Rank roles: ${roles.length === 0 ? 'none' : roles.join(', ')}`,
  notInServer: 'not in the server',

  title: 'Member',
  memberSince: 'Member since',
  since: (joinedAt: number, linkedAt: number | null) =>
    timestamp(joinedAt, 'D') +
    (linkedAt === null || linkedAt === joinedAt ? '' : `\npresent account: ${timestamp(linkedAt, 'D')}`),
  eligibility: 'Eligible',
  eligible: (rank: Rank) => `✅ for **${escapeMarkdown(rank.name)}**`,
  notEligible: 'no',
  lastSync: 'Last sync',
  syncedAt: (at: number) => timestamp(at, 'R'),
  never: 'never',
  leave: 'Leave',
  noLeave: 'none',
  leaves: {
    requested: ({ firstDay, lastDay }) => `asked for: ${leaveTexts('en').span({ firstDay, lastDay })}`,
    approved: ({ firstDay, lastDay }) => `approved: ${leaveTexts('en').span({ firstDay, lastDay })}`,
    running: ({ firstDay, lastDay }) => `🌙 on leave: ${leaveTexts('en').span({ firstDay, lastDay })}`,
  } satisfies Record<OpenLeave['status'], (leave: OpenLeave) => string>,
  blacklist: 'Blacklist',
  notBlacklisted: 'no',
  blacklisted: ({ reason, expiresAt, createdBy, createdAt }: Blacklisting) =>
    `⛔ since ${timestamp(createdAt, 'D')}${createdBy === null ? '' : ` by ${mention(createdBy)}`}, ` +
    `${expiresAt === null ? 'until somebody removes them' : `until ${timestamp(expiresAt)}`}.` +
    `${reason === null ? '' : ` Reason: ${escapeMarkdown(clip(reason, 300))}`}`,
} as const;

function rankName(rank: Rank): string {
  return `**${escapeMarkdown(clip(rank.name, 100))}**`;
}
