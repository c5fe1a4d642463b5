import type { CommandContext } from '../../shared/commands/handler.ts';
import type { LinkedMember } from '../../shared/members/member.ts';
import { type Rank, rankById } from '../../shared/ranks/rank.ts';
import type { RobloxReading } from '../../shared/ranks/sync-member.ts';
import type { Examined } from '../../shared/sync/examine-member.ts';
import { syncTexts } from '../../shared/sync/sync-texts.ts';
import { texts } from './texts.ts';

/**
 * Database, Discord and Roblox of one member side by side, and what a sync would do. Undefined when all three agree.
 * `discordRoles` undefined: not read; null: not in the server.
 */
export function differenceLine(
  member: LinkedMember,
  reading: RobloxReading,
  known: {
    readonly ranks: readonly Rank[];
    /** Names of the group's roles by id. */
    readonly groupRoleNames: ReadonlyMap<string, string>;
    readonly discordRoles: readonly string[] | null | undefined;
  },
): string | undefined {
  const { ranks, discordRoles } = known;
  const rank = rankById(ranks, member.rankId);
  const parts = [texts.database(rank.name)];
  if (discordRoles !== undefined) parts.push(discordPart(discordRoles, ranks));
  parts.push(robloxPart(reading, known.groupRoleNames));
  const would = wouldDo(member, reading, rank, discordRoles);
  return would === undefined ? undefined : texts.difference(member.discordId, parts, would);
}

function wouldDo(
  member: LinkedMember,
  reading: RobloxReading,
  rank: Rank,
  discordRoles: readonly string[] | null | undefined,
): string | undefined {
  if (reading.kind !== 'read' || reading.decision.kind === 'unmapped') return texts.wouldStay;
  if (reading.decision.kind === 'moves') {
    return member.refusedChangeId === null
      ? texts.wouldMove(reading.decision.rank.name)
      : syncTexts.held(member.discordId, rank);
  }
  const lacksRole =
    discordRoles != null && rank.discordRoleId !== null && !discordRoles.includes(rank.discordRoleId);
  return lacksRole ? texts.wouldGiveRole : undefined;
}

function discordPart(roles: readonly string[] | null, ranks: readonly Rank[]): string {
  if (roles === null) return texts.discordLeft;
  const held = ranks.filter((rank) => rank.discordRoleId !== null && roles.includes(rank.discordRoleId));
  return texts.discord(held.map((rank) => rank.name));
}

function robloxPart(reading: RobloxReading, names: ReadonlyMap<string, string>): string {
  if (reading.kind === 'left-group') return texts.robloxLeft;
  if (reading.kind === 'account-gone') return texts.robloxGone;
  return texts.roblox(reading.rankRoleIds.map((id) => names.get(id) ?? id));
}

/** The Discord roles of a member now; null when they are not in the server. Throws `DiscordError`. */
export async function discordRolesOf(
  { discord }: CommandContext,
  memberId: string,
): Promise<readonly string[] | null> {
  return (await discord.member(memberId))?.roleIds ?? null;
}

/** What the difference of a member found in bulk is, with Discord read for them alone when it was not listed. */
export async function examinedLine(
  context: CommandContext,
  { member, reading }: Examined,
  known: Parameters<typeof differenceLine>[2] & { readonly readDiscord: boolean },
): Promise<string | undefined> {
  const discordRoles =
    known.discordRoles === undefined && known.readDiscord
      ? await discordRolesOf(context, member.discordId)
      : known.discordRoles;
  return differenceLine(member, reading, { ...known, discordRoles });
}
