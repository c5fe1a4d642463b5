import type { TestPlatform } from '../platform/start-platform.ts';

/** Names and texts as somebody would choose them who wants to ping everybody or to break a message's layout. */
export const RIGHT_TO_LEFT_OVERRIDE = '\u202e';
export const HOSTILE = `@everyone <@&1100000000000000400> **b** _i_ ~~s~~ ||x|| [l](https://x.example) ${RIGHT_TO_LEFT_OVERRIDE}מלך 🐺`;

/** As long as may be, and different for each `mark`. */
export function hostile(mark: string | number, length: number): string {
  return `${mark} ${HOSTILE} ${'*_'.repeat(length)}`.slice(0, length - 1).trimEnd();
}

/** The same as a clan's file may have it: nothing there turns the writing direction. */
export function hostileName(mark: string | number, length: number): string {
  return hostile(mark, length).replaceAll(RIGHT_TO_LEFT_OVERRIDE, '');
}

/** 40 ranks with names as long as they may be, in categories of such names; the last 12 are granted by admins. */
export function hostileRanks(): readonly object[] {
  return Array.from({ length: 40 }, (_, index) => ({
    rank_order: index + 1,
    rank_name: hostileName(index + 1, 100),
    points_required: index * 10,
    roblox_group_rank_id: index + 1,
    admin_only: index >= 28,
    category: hostileName(`c${index % 4}`, 100),
  }));
}

/** Gives everybody such a name on Discord and on Roblox; they still go by their user names. */
export function renameEverybody({ discord, roblox }: TestPlatform): void {
  for (const member of discord.guild('tophat').members.values()) member.nick = hostile('n', 32);
  for (const user of roblox.state.users.values()) roblox.rename(user.id, hostile(user.id, 50));
}
