import type { Answer, CommandContext } from '../../shared/commands/handler.ts';
import { UserError } from '../../shared/commands/user-error.ts';
import { DiscordError } from '../../shared/discord/errors.ts';
import { findRole } from '../../shared/discord/find-or-make-role.ts';
import { type LinkedMember, requireLinked } from '../../shared/members/member.ts';
import { hasOpenRobloxEffect } from '../../shared/ranks/open-roblox-effect.ts';
import { listRanks, type Rank, rankById } from '../../shared/ranks/rank.ts';
import { type RobloxReading, readFromRoblox } from '../../shared/ranks/sync-member.ts';
import type { GroupRole } from '../../shared/roblox/client.ts';
import { RobloxError } from '../../shared/roblox/errors.ts';
import { compareMember, type DiscordReading } from './compare-member.ts';
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
    readDiscord(context, ranks, member),
  ]);
  const groupRoles = roblox?.groupRoles ?? [];
  const reading = roblox?.reading;
  const comparison = compareMember({ member, ranks, groupRoles, reading, discord, hasOpenEffect });
  return { message: verifyMessage({ memberId, comparison, settings }) };
}

/** Undefined when Roblox failed. */
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

async function readDiscord(
  { discord, clan, log }: CommandContext,
  ranks: readonly Rank[],
  member: LinkedMember,
): Promise<DiscordReading> {
  try {
    const [person, roles] = await Promise.all([discord.member(member.discordId), discord.roles()]);
    if (person === undefined) return { kind: 'left-server' };
    const roleOf = new Map<string, string>();
    for (const rank of ranks) {
      const named = roles.find((role) => role.name === rank.name && role.id !== clan.guildId);
      const roleId = rank.discordRoleId ?? named?.id;
      if (roleId !== undefined) roleOf.set(rank.id, roleId);
    }
    const rank = rankById(ranks, member.rankId);
    const byName = rank.discordRoleId === null ? await findRole(discord, clan.guildId, rank.name) : undefined;
    const refused = byName?.kind === 'refused' ? byName.reason : undefined;
    return { kind: 'read', heldRoleIds: new Set(person.roleIds), roleOf, refused };
  } catch (error) {
    if (!(error instanceof DiscordError)) throw error;
    log.warning('Discord could not be read for /member verify', { status: error.status, code: error.code });
    return { kind: 'away' };
  }
}
