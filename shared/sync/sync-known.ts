import type { ClanContext } from '../context/clan-runtime.ts';
import type { LinkedMember } from '../members/member.ts';
import { type ListedGuild, placeInGuild, rankRolesOf, roleIdOf } from '../ranks/discord-place.ts';
import { listRanks, type Rank } from '../ranks/rank.ts';
import type { RobloxPlace } from '../ranks/roblox-place.ts';
import type { SyncFacts } from '../ranks/sync-plan.ts';
import type { GroupRole } from '../roblox/client.ts';
import { roleRules } from '../settings/role-rules.ts';
import type { Accounts } from './accounts-of-members.ts';
import type { HeldRoles } from './group-roles-of-members.ts';
import { listGuildMembers } from './guild-members.ts';
import { OutOfTimeError, retryUntil } from './out-of-time.ts';
import { syncTexts } from './sync-texts.ts';

/** The time of a run, and what it says its remarks in. */
interface RunTime {
  /** Unix milliseconds. */
  readonly deadline: number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly locale: string | undefined;
}

type MakeCall = <T>(work: () => Promise<T>) => Promise<T>;

/** What was read once for the whole run. */
export interface SyncKnown {
  readonly ranks: readonly Rank[];
  readonly groupRoles: readonly GroupRole[];
  /** Undefined unless the clan's settings ask for all members, and Discord listed them. */
  readonly guild: ListedGuild | undefined;
  /** Why the guild could not be listed, for the report. */
  readonly remark?: string;
}

/** What was read of some members. */
interface ReadOfMembers extends Accounts {
  readonly held: HeldRoles;
  /** Unix milliseconds, before Roblox was asked. */
  readonly readAt: number;
}

/** Throws `RobloxError`, `DiscordError` and `DatabaseError`, and `OutOfTimeError`. */
export async function readKnown(context: ClanContext, run: RunTime, call: MakeCall): Promise<SyncKnown> {
  const { db, roblox, settings } = context;
  const [ranks, groupRoles] = await Promise.all([listRanks(db), call(() => roblox.groupRoles())]);
  const guild = settings.sync.all_members ? await listGuild(context, ranks, run) : undefined;
  return { ranks, groupRoles, ...guild, guild: guild?.guild };
}

/** One member in the three places, as far as they were read. */
export function factsOf(
  member: LinkedMember,
  read: ReadOfMembers,
  { ranks, groupRoles, guild }: SyncKnown,
): SyncFacts {
  const discord = guild === undefined ? ({ kind: 'unread' } as const) : placeInGuild(guild, member.discordId);
  const roblox = robloxPlace(member, read, groupRoles);
  return { member, ranks, roblox, discord, hasOpenEffect: false, readAt: read.readAt };
}

function robloxPlace(
  { robloxUserId }: LinkedMember,
  { held, names, gone }: ReadOfMembers,
  groupRoles: readonly GroupRole[],
): RobloxPlace {
  const roleIds = held.get(robloxUserId);
  const robloxName = names.get(robloxUserId);
  return roleIds === undefined
    ? { kind: 'left-group', robloxName, accountGone: gone.has(robloxUserId) }
    : { kind: 'read', robloxName, groupRoles, roleIds };
}

/**
 * The guild is listed again in each run, for half of its time at most: the list has to be fresh, and whatever its size the
 * run has to come further.
 */
async function listGuild(
  context: ClanContext,
  ranks: readonly Rank[],
  { deadline, sleep, locale }: RunTime,
): Promise<{ readonly guild?: ListedGuild; readonly remark?: string }> {
  const { discord, log, now } = context;
  const texts = syncTexts(locale);
  const half = now() + (deadline - now()) / 2;
  const rankRoles = rankRolesOf(ranks, await discord.roles(), roleRules(context));
  const roleIds = ranks.flatMap((rank) => roleIdOf(rankRoles, rank) ?? []);
  try {
    const call = retryUntil({ now, deadline: half, sleep });
    const members = await listGuildMembers(discord, roleIds, call);
    if (members !== undefined) return { guild: { members, rankRoles } };
    log.warning('Discord did not let the bot list the members; is the Server Members intent on?');
    return { remark: texts.discordUnlisted };
  } catch (error) {
    if (!(error instanceof OutOfTimeError)) throw error;
    log.info('The list of Discord’s members takes longer than half of the run');
    return { remark: texts.discordTooLong };
  }
}
