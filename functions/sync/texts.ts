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
  away: 'not compared',
  discordLeft: 'has left the server',
  robloxLeft: 'not in the group',
  robloxGone: 'the account is gone',
  difference: (id: string, parts: readonly string[], would: string) =>
    `${mention(id)}: ${parts.join(' · ')} → ${would}`,
  wouldMove: (rank: string) => `would get ${named(rank)}`,
  wouldStay: 'stays as it is',
  wouldGiveRole: 'would get the Discord role of the rank',
  wouldKeepName: 'the new Roblox name would be kept',
  wouldWait: 'skipped: an earlier change is still on its way to Roblox',
  wouldHold: 'left alone: Roblox refused the rank, which the clan keeps',
  wouldRefuse: (reason: string) => `would get no Discord role: ${reason}`,
  oneInSync: (id: string) => `${mention(id)} is in sync: database, Discord and Roblox agree.`,

  discordRoles: 'Discord roles',
  inSync: (id: string) => `${mention(id)}: In sync.`,
  discordAway: (id: string) =>
    `${mention(id)}: the rank is in sync. Discord did not answer, so the Discord roles were not compared. Try again in a minute.`,
  outcome: (id: string, said: string) => `${mention(id)}: ${said}`,
  outcomes: {
    unmapped: 'No rank of the clan belongs to the roles on Roblox. The rank stays as it is.',
    'left-group': 'No longer in the Roblox group. The rank stays as it is.',
    'account-gone': 'The Roblox account no longer exists. The rank stays as it is.',
    'roblox-pending':
      'An earlier change is still on its way to Roblox; nothing was changed. Try again in a minute.',
    held: 'Roblox refused the rank that the clan keeps; left alone until the roles on Roblox change.',
    'changed-meanwhile': 'The member changed while the sync looked; nothing was changed. Try again.',
  },

  robloxForbidden:
    "Roblox does not accept the clan's key, so ranks could not be compared. `/diagnose` says what is wrong with it.",
  robloxAway:
    'Roblox did not answer, so ranks could not be compared. Members who were done before keep their new ranks. Try again in a few minutes.',
} as const;
