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
  robloxUnread: 'the rank shown is the last one known',
} as const;
