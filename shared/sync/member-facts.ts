import type { CommandContext } from '../context/command-context.ts';
import { type LinkedMember, requireLinked } from '../members/member.ts';
import { discordPlaces } from '../ranks/discord-place.ts';
import { hasOpenRobloxEffect } from '../ranks/open-roblox-effect.ts';
import { listRanks } from '../ranks/rank.ts';
import type { RobloxPlace } from '../ranks/roblox-place.ts';
import type { SyncFacts } from '../ranks/sync-plan.ts';

/**
 * Reads one member in all three places. Throws `UserError` `not-linked`, and what `readRoblox` throws; a Discord that
 * fails is `away`.
 */
export async function memberFacts(
  context: CommandContext,
  memberId: string,
  readRoblox: (member: LinkedMember) => Promise<RobloxPlace>,
): Promise<SyncFacts> {
  const { db } = context;
  const member = await requireLinked(db, memberId, 'they');
  const ranks = await listRanks(db);
  const hasOpenEffect = await hasOpenRobloxEffect(db, memberId);
  const [roblox, discord] = await Promise.all([readRoblox(member), discordPlaces(context, ranks)(memberId)]);
  return { member, ranks, roblox, discord, hasOpenEffect };
}
