import { clip, escapeMarkdown, mention } from '../../shared/discord/text.ts';

const named = (name: string) => `**${escapeMarkdown(clip(name, 60))}**`;

/** Every text of `/sync`. */
export const texts = {
  command: 'Bring ranks and Discord roles to what the Roblox group says',
  optionMember: 'Only this member (left out: everybody)',
  optionDryRun: 'Show what differs and change nothing',

  title: 'Sync',
  previewTitle: 'Sync: what would change',
  apply: 'Apply',
  working: (done: number, total: number) => `Comparing with Roblox… ${done} of ${total} members.`,
  nothingDiffers: 'Nothing differs.',
  nothingChanged: 'Nothing was changed.',
  pressApply: 'Nothing was changed yet. "Apply" looks again and applies what differs then.',

  database: (rank: string) => `database ${named(rank)}`,
  discord: (names: readonly string[]) =>
    `Discord ${names.length === 0 ? 'no rank role' : names.map(named).join(', ')}`,
  discordLeft: 'not in the server',
  roblox: (names: readonly string[]) =>
    `Roblox ${names.length === 0 ? 'no matching role' : names.map(named).join(', ')}`,
  robloxLeft: 'not in the Roblox group',
  robloxGone: 'the Roblox account is gone',
  difference: (id: string, parts: readonly string[], would: string) =>
    `${mention(id)}: ${parts.join(' · ')} → ${would}`,
  wouldMove: (rank: string) => `would get ${named(rank)}`,
  wouldStay: 'stays as it is',
  wouldGiveRole: 'would get the Discord role of the rank',
  oneInSync: (id: string) => `${mention(id)} is in sync: database, Discord and Roblox agree.`,

  discordRoles: 'Discord roles',
  outcome: {
    'in-sync': 'In sync.',
    unmapped: 'No rank of the clan belongs to the roles on Roblox. The rank stays as it is.',
    'left-group': 'No longer in the Roblox group. The rank stays as it is.',
    'account-gone': 'The Roblox account no longer exists. The rank stays as it is.',
    'roblox-pending':
      'An earlier change is still on its way to Roblox; nothing was changed. Try again in a minute.',
    held: 'Roblox refused the rank that the clan keeps; left alone until the roles on Roblox change.',
    'changed-meanwhile': 'The member changed while the sync looked; nothing was changed. Try again.',
  },
};
