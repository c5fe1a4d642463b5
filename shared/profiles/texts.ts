import type { SyncOutcome } from '../ranks/sync-member.ts';

/** The texts that `/xp` and `/member check` have in common. */
export const profileTexts = {
  rank: 'Rank',
  rankType: 'Rank type',
  pointBased: 'Point-based',
  adminGranted: 'Admin-granted',
  place: 'Leaderboard',
  placeOver: (places: string) => `over ${places}`,
  points: 'Points',
  lifetimePoints: 'Lifetime points',
  robloxName: 'Roblox name',
  notLinked: 'not linked',
  progress: 'Progress',

  missing: (missing: string, one: boolean, rank: string) =>
    `**${missing}** more ${one ? 'point' : 'points'} to **${rank}**`,
  due: (rank: string) => `✅ Enough points for **${rank}**: a promotion is due.`,
  reached: (rank: string) => `✅ Enough points for **${rank}**.`,
  adminsDecide: 'From a rank that admins grant, promotions are theirs to decide.',
  top: '🏆 The highest rank that points lead to.',
  topAdmin: '🏆 A rank granted by admins; no rank by points is above it.',

  discordRoles: 'Discord roles',
  robloxAway: '⚠️ Roblox did not answer, so the rank shown is the last one known.',
  moved: (rank: string, resetPoints: number) =>
    `🔄 The rank was taken over from Roblox: **${rank}**.` +
    (resetPoints > 0 ? ` Points towards the next rank start again from 0 (they were ${resetPoints}).` : ''),
  synced: {
    'in-sync': undefined,
    'changed-meanwhile': undefined,
    unmapped: '⚠️ The role in the Roblox group belongs to no rank of this clan, so the rank stays as it is.',
    'left-group': '⚠️ This Roblox account is not in the group any more, so the rank stays as it is.',
    'account-gone':
      '⚠️ Roblox does not know this account any more, so the rank stays as it is. `/link-roblox` links another one.',
    'roblox-pending': '⏳ The last change of rank is still on its way to Roblox.',
    held: '⚠️ Roblox refused this rank, so it is only held here. Ask an admin.',
  } satisfies Record<Exclude<SyncOutcome['kind'], 'moved'>, string | undefined>,
} as const;
