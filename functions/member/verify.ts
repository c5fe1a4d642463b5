import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { type LinkedMember, requireLinked } from '../../shared/members/member.ts';
import { hasOpenRobloxEffect } from '../../shared/ranks/open-roblox-effect.ts';
import { listRanks, type Rank } from '../../shared/ranks/rank.ts';
import { type RobloxReading, readFromRoblox } from '../../shared/ranks/sync-member.ts';
import type { GroupRole } from '../../shared/roblox/client.ts';
import { RobloxError } from '../../shared/roblox/errors.ts';
import { comparePlaces } from '../../shared/sync/compare-places.ts';
import { discordPlaces } from '../../shared/sync/discord-place.ts';
import { texts } from './texts.ts';
import { verifyMessage } from './verify-message.ts';

/** Reads a member in all three places and says what differs and what `/sync` would do. Changes nothing. */
export async function verify(context: CommandContext): Promise<Answer> {
  const { interaction, db, settings } = context;
  const memberId = String(interaction.options['member'] ?? '');
  if (memberId === '') throw new UserError('no-member', texts.noMember);
  const member = await requireLinked(db, memberId, 'they');
  const ranks = await listRanks(db);
  const hasOpenEffect = await hasOpenRobloxEffect(db, memberId);
  const [roblox, discord] = await Promise.all([
    readRoblox(context, ranks, member),
    discordPlaces(context, ranks)(memberId),
  ]);
  const groupRoles = roblox?.groupRoles ?? [];
  const reading = roblox?.reading;
  const comparison = comparePlaces({ member, ranks, groupRoles, reading, discord, hasOpenEffect });
  return { message: verifyMessage(comparison, settings) };
}

/** Undefined when Roblox failed: Discord and the database are still compared. */
async function readRoblox(
  { roblox, log }: CommandContext,
  ranks: readonly Rank[],
  member: LinkedMember,
): Promise<{ reading: RobloxReading; groupRoles: readonly GroupRole[] } | undefined> {
  try {
    return {
      reading: await readFromRoblox(roblox, ranks, member),
      groupRoles: await roblox.groupRoles(),
    };
  } catch (error) {
    if (!(error instanceof RobloxError)) throw error;
    log.warning('Roblox could not be read for /member verify', { status: error.status, code: error.code });
    return undefined;
  }
}
