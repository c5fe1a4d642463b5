import type { ClanRecords } from './clan-records.ts';
import type { LocalPlatform } from './platform.ts';

/** What is running, and how to use it, for the console. */
export function startMessage(
  { clans, stopped, services, url }: LocalPlatform,
  { source }: ClanRecords,
): string[] {
  const names = clans.map(({ record }) => record.clan);
  const lines = [
    `clans      ${names.join(', ')}${source === 'demo' ? ' (demo; set CLANS_DIR or fill in .env for your own)' : ''}`,
    ...(stopped.length === 0 ? [] : [`stopped    ${stopped.join(', ')} (see above)`]),
    `discord    ${services.discord === undefined ? services.configuration['DISCORD_API_URL'] : `emulated at ${services.discord.url}`}`,
    `roblox     ${services.roblox === undefined ? services.configuration['ROBLOX_API_URL'] : `emulated at ${services.roblox.apiUrl}`}`,
    `endpoint   ${url}/interactions/<clan>`,
  ];
  if (source !== 'demo' || services.discord === undefined) return lines;
  return [
    ...lines,
    '',
    'Talk to it from another terminal:',
    `  npm run discord                                          a prompt: ${names[0]}> /xp`,
    `  npm run discord -- --clan ${names[0]} --as wolf /leaderboard`,
    `  npm run discord -- --clan ${names[0]} --as officer '/points add member:@Wolf amount:5'`,
    `  npm run job -- sync-ranks --clan ${names[0]}`,
    '',
  ];
}
