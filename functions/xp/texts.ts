/** The texts of `/xp`; what it shares with `/member check` is in `shared/members/profile-texts.ts`. */
export const texts = {
  command: 'Your rank, points and place on the leaderboard',
  robloxAway: '⚠️ Roblox did not answer, so the rank shown is the last one known.',
  you: 'You',
  discordRoles: 'Discord roles',
  lastSync: (clan: string) => `${clan} · last looked up on Roblox`,
} as const;
