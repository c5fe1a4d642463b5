import type { Blacklisting } from '../../shared/blacklist/blacklist.ts';
import { clip, escapeMarkdown, mention, roleMention, timestamp } from '../../shared/discord/text.ts';
import type { Rank } from '../../shared/ranks/rank.ts';

/** Texts of `/member` and the user menu "Check member"; what it shares with `/xp` is in shared/members. */
export const texts = {
  command: 'Look closely at one member',
  commandCheck: 'Rank, points, eligibility, last sync and blacklist of a member',
  commandVerify: 'Compare database, Discord roles and Roblox for a member',
  optionMember: 'Who',

  noMember: 'No member was named. Choose one and try again.',
  unknown: (id: string) =>
    `${mention(id)} is not known to the clan: they have never linked a Roblox account.`,
  robloxAway: '⚠️ Roblox did not answer, so the rank shown is the last one known.',
  discordRoles: 'Discord roles',

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
  discordAway: '⚠️ Discord did not answer.',
  discordHas: (roles: readonly string[]) => `Rank roles: ${roles.length === 0 ? 'none' : roles.join(', ')}`,
  notInServer: 'not in the server',
  leftGroup: '⚠️ Not in the Roblox group any more; the rank stays as it is.',
  accountGone: '⚠️ Roblox does not know the account any more; the rank stays as it is.',
  leftServer: '⚠️ Not in this server any more; the Discord roles cannot be changed.',
  renamed: (from: string, to: string) =>
    `⚠️ Renamed on Roblox: ${escapeMarkdown(from)} is now ${escapeMarkdown(to)}.`,
  robloxNotCompared: '❔ Roblox could not be compared. Try again in a minute.',
  discordNotCompared: '❔ Discord could not be compared. Try again in a minute.',
  unmapped: '⚠️ None of the roles on Roblox belongs to a rank of this clan; the rank stays as it is.',
  otherRank: (here: Rank, there: Rank) =>
    `⚠️ The database says ${rankName(here)}, Roblox says ${rankName(there)}.`,
  roleMissing: (rank: Rank, roleId: string | undefined) =>
    roleId === undefined
      ? `⚠️ There is no Discord role for ${rankName(rank)} yet.`
      : `⚠️ The Discord role of ${rankName(rank)} is missing: ${roleMention(roleId)}.`,
  roleOfOtherRank: (rank: Rank) => `⚠️ Has the Discord role of ${rankName(rank)}, another rank.`,
  wouldKeepName: 'keep the new Roblox name',
  wouldWait: 'skip them: an earlier change is still on its way to Roblox',
  wouldHold: 'leave them: Roblox refused the rank, and the clan keeps it until the roles on Roblox change',
  wouldMove: (from: Rank, to: Rank) => `change the rank: ${rankName(from)} → ${rankName(to)}`,
  wouldGive: (role: string) => `give ${role} in Discord`,
  wouldMakeRole: (rank: Rank) => `make a Discord role for ${rankName(rank)} and give it`,
  wouldTake: (role: string) => `take ${role} in Discord`,
  wouldRefuse: (reason: string) => `give no Discord role: ${reason}`,
  wouldLeave: (count: number) =>
    count === 1
      ? 'leave the role of another rank: it may have been given by hand'
      : `leave the roles of ${count} other ranks: they may have been given by hand`,

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
  blacklist: 'Blacklist',
  notBlacklisted: 'no',
  blacklisted: ({ reason, expiresAt, createdBy, createdAt }: Blacklisting) =>
    `⛔ since ${timestamp(createdAt, 'D')}${createdBy === null ? '' : ` by ${mention(createdBy)}`}, ` +
    `${expiresAt === null ? 'until somebody removes them' : `until ${timestamp(expiresAt)}`}.` +
    `${reason === null ? '' : ` Reason: ${escapeMarkdown(clip(reason, 300))}`}`,
} as const;

function rankName(rank: Rank): string {
  return `**${escapeMarkdown(rank.name)}**`;
}
