import type { Blacklisting } from '../../shared/blacklist/blacklist.ts';
import { clip, escapeMarkdown, mention, roleMention, timestamp } from '../../shared/discord/text.ts';
import type { Rank } from '../../shared/ranks/rank.ts';
import type { Difference, Step } from '../../shared/sync/compare-places.ts';

/** Texts of `/member` and the user menu "Check member"; what it shares with `/xp` is in shared/members. */
export const texts = {
  command: 'Look closely at one member',
  commandCheck: 'Rank, points, eligibility, last sync and blacklist of a member',
  commandVerify: 'Compare database, Discord roles and Roblox for a member',
  optionMember: 'Who',

  noMember: 'No member was named. Choose one and try again.',
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
  robloxSilent: '⚠️ Roblox did not answer.',
  discordAway: '⚠️ Discord did not answer.',
  discordHas: (roles: readonly string[]) => `Rank roles: ${roles.length === 0 ? 'none' : roles.join(', ')}`,
  notInServer: 'not in the server',
  difference: differenceText,
  step: stepText,

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

/** One line of `/member verify` for what differs. */
function differenceText(difference: Difference): string {
  switch (difference.kind) {
    case 'roblox-away':
      return '❔ Roblox could not be compared. Try again in a minute.';
    case 'left-group':
      return '⚠️ Not in the Roblox group any more; the rank stays as it is.';
    case 'account-gone':
      return '⚠️ Roblox does not know the account any more; the rank stays as it is.';
    case 'unmapped':
      return '⚠️ None of the roles on Roblox belongs to a rank of this clan; the rank stays as it is.';
    case 'renamed':
      return `⚠️ Renamed on Roblox: ${escapeMarkdown(difference.from)} is now ${escapeMarkdown(difference.to)}.`;
    case 'other-rank':
      return `⚠️ The database says ${rankName(difference.here)}, Roblox says ${rankName(difference.there)}.`;
    case 'discord-away':
      return '❔ Discord could not be compared. Try again in a minute.';
    case 'left-server':
      return '⚠️ Not in this server any more; the Discord roles cannot be changed.';
    case 'role-missing':
      return difference.roleId === undefined
        ? `⚠️ There is no Discord role for ${rankName(difference.rank)} yet.`
        : `⚠️ The Discord role of ${rankName(difference.rank)} is missing: ${roleMention(difference.roleId)}.`;
    case 'role-of-other-rank':
      return `⚠️ Has the Discord role of ${rankName(difference.rank)}, another rank.`;
  }
}

/** One line for what `/sync` would do; it follows "would". */
function stepText(step: Step): string {
  switch (step.kind) {
    case 'keep-name':
      return 'keep the new Roblox name';
    case 'wait':
      return 'skip them: an earlier change is still on its way to Roblox';
    case 'hold':
      return 'leave them: Roblox refused the rank, and the clan keeps it until the roles on Roblox change';
    case 'move':
      return `change the rank: ${rankName(step.from)} → ${rankName(step.to)}`;
    case 'give':
      return `give ${roleMention(step.roleId)} in Discord`;
    case 'make-role':
      return `make a Discord role for ${rankName(step.rank)} and give it`;
    case 'take':
      return `take ${roleMention(step.roleId)} in Discord`;
    case 'no-role':
      return `give no Discord role: ${step.reason}`;
    case 'leave':
      return step.count === 1
        ? 'leave the role of another rank: it may have been given by hand'
        : `leave the roles of ${step.count} other ranks: they may have been given by hand`;
  }
}

function rankName(rank: Rank): string {
  return `**${escapeMarkdown(clip(rank.name, 100))}**`;
}
