import { escapeMarkdown, mention } from '../discord/text.ts';
import type { Rank } from './rank.ts';

/** What `/promote`, `/demote`, `/set-rank` and the promotion cards have to say in common. */
export const moveTexts = {
  leftGroup: (id: string) =>
    `${mention(id)} is not in the Roblox group any more, so the rank was not changed. Ask them to join it again.`,
  accountGone: (id: string) =>
    `Roblox does not know the account of ${mention(id)} any more, so the rank was not changed. ` +
    'Ask them to link another one with `/link-roblox`.',
  robloxUnread: 'It is not known which rank they have there. Nothing was changed.',
  changedMeanwhile: (id: string) =>
    `The rank of ${mention(id)} was changed at the same moment by somebody else. Nothing was changed by you. ` +
    'Look again and repeat it if it is still needed.',

  syncedFirst: (from: Rank, to: Rank) =>
    `Roblox had another rank: ${name(from)} \u2192 ${name(to)} was taken over first.`,
  syncedOnly: (from: Rank, to: Rank) =>
    `Roblox had another rank: ${name(from)} \u2192 ${name(to)} was taken over.`,
  moved: (id: string, from: Rank, to: Rank) => `${mention(id)}: **${name(from)}** \u2192 **${name(to)}**`,
  pointsReset: (count: number) =>
    `Progress starts again at 0 (${count === 1 ? '1 point was' : `${count} points were`} used).`,
  databaseDone: '\u2705 Database: done',
  discordLine: 'Discord role',
  robloxLine: 'Roblox',
  nicknameLine: 'Nickname',
  directMessageLine: 'Direct message',

  directMessage: (clan: string, to: Rank, up: boolean, reset: number) =>
    `${up ? 'Congratulations! You were promoted to' : 'Your rank was changed to'} **${name(to)}** ` +
    `in ${escapeMarkdown(clan)}.${reset > 0 ? ' Your progress to the next rank starts again at 0.' : ''}`,
} as const;

function name(rank: Rank): string {
  return escapeMarkdown(rank.name);
}
