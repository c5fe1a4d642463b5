import { timestamp } from '../../shared/discord/text.ts';

/** Every text of the job. */
export const texts = {
  title: 'Rank sync',
  keyEnds: (at: number) =>
    `⚠️ The Roblox API key ends ${timestamp(at, 'R')} (${timestamp(at, 'D')}). From then on the bot can change no ranks on Roblox. ` +
    'Extend it at create.roblox.com, Open Cloud, API keys, or make a new one and set it with `npm run set-secrets`.',
  keyEnded:
    '❌ The Roblox API key is disabled or has expired, so the bot can change no ranks on Roblox. ' +
    'Make a new one at create.roblox.com, Open Cloud, API keys, and set it with `npm run set-secrets`.',
};
