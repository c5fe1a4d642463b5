/** The texts of `/xp`; what it shares with `/member check` is in `shared/profiles/texts.ts`. */
export const texts = {
  command: 'Your rank, points and place on the leaderboard',
  you: 'You',
  lastSync: (clan: string) => `${clan} · last looked up on Roblox`,
} as const;
