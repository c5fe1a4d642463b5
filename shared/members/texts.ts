import { mention } from '../discord/text.ts';

/** What several commands say about members and their Roblox accounts. */
export const memberTexts = {
  youAreNotLinked:
    'You have not linked a Roblox account yet, so nothing was changed. Use `/link-roblox` with your Roblox name.',
  theyAreNotLinked: (id: string) =>
    `${mention(id)} has not linked a Roblox account yet, so nothing was changed. Ask them to use \`/link-roblox\`.`,
  accountTaken:
    'That Roblox account is linked to somebody else here, so nothing was changed. ' +
    'If it is yours, ask an admin of the clan.',
  accountBlacklisted:
    'That Roblox account cannot be linked in this clan, so nothing was changed. Ask an admin of the clan.',
  noRanks:
    'This clan has no ranks yet, so you were not linked. Ask an admin to set them up with `/ranks setup`.',
} as const;
