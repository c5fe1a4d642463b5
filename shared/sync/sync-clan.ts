import type { ClanContext } from '../context/clan-runtime.ts';
import type { LinkedMember } from '../members/member-row.ts';
import { type ListedGuild, placeInGuild, rankRolesOf } from '../ranks/discord-place.ts';
import { listRanks, type Rank } from '../ranks/rank.ts';
import type { RobloxPlace } from '../ranks/roblox-place.ts';
import type { SyncFacts } from '../ranks/sync-plan.ts';
import type { GroupRole } from '../roblox/client.ts';
import { roleRules } from '../settings/role-rules.ts';
import { type Accounts, accountsOfMembers } from './accounts-of-members.ts';
import { type GroupRolesOfMembers, groupRolesOfMembers } from './group-roles-of-members.ts';
import { listGuildMembers } from './guild-members.ts';
import { countLinkedMembers, linkedMembersAfter } from './linked-members.ts';
import { OutOfTimeError, retryUntil } from './out-of-time.ts';
import { emptyReport, type SyncReport, withReportLines } from './sync-report.ts';
import { syncTexts } from './sync-texts.ts';

const MEMBERS_A_CHUNK = 200;

/** What a run needs besides the clan. */
export interface SyncRun {
  /** Whom the changes are put down to; null: the job. */
  readonly actorId: string | null;
  /** Unix milliseconds; nothing new is begun at or after it. */
  readonly deadline: number;
  /** Begins behind this member (the cursor of an earlier run), with that run's report. */
  readonly from: SyncCursor | undefined;
  /**
   * What is done with a member; returns the report with the member counted and said. Discord is `unread` unless the
   * guild was listed, and whether an effect is open was not asked.
   */
  readonly onMember: (facts: SyncFacts, report: SyncReport) => Promise<SyncReport>;
  /** Called after each chunk of 200 members with the cursor from which a stopped run goes on. */
  readonly onChunk: (cursor: SyncCursor, total: number) => Promise<void>;
  /** So many calls may ask what members are called on Roblox now, 100 a call; 0: names are not compared. */
  readonly nameCalls: number;
  /** What the report is written in. */
  readonly locale: string | undefined;
  readonly sleep: (ms: number) => Promise<void>;
}

/** What a run came to. */
export interface SyncEnd {
  readonly report: SyncReport;
  /** Everybody was looked at. */
  readonly finished: boolean;
  /** Of those who were looked at, so many names were not compared. */
  readonly namesUnread: number;
}

/** What was read once for the whole run. */
interface SyncKnown {
  readonly ranks: readonly Rank[];
  readonly groupRoles: readonly GroupRole[];
  /** Undefined unless the clan's settings ask for all members and Discord allows it. */
  readonly guild: ListedGuild | undefined;
}

export interface SyncCursor {
  readonly after: string;
  readonly report: SyncReport;
}

/**
 * Compares every linked member with the Roblox group in bulk and hands each to `visit`. Stops at the deadline, or
 * when Roblox asks to wait longer than there is time; the last cursor then says where to go on. Throws
 * `RobloxError`, `DiscordError` and `DatabaseError` when what concerns everybody cannot be read.
 */
export async function syncClan(context: ClanContext, run: SyncRun): Promise<SyncEnd> {
  const { db, roblox, now } = context;
  const call = retryUntil({ now, deadline: run.deadline, sleep: run.sleep });
  const accounts = accountsOfMembers(context, { nameCalls: run.nameCalls, call });
  const end = (reached: SyncReport, finished: boolean): SyncEnd => ({
    report: reached,
    finished,
    namesUnread: accounts.namesUnread(),
  });
  let cursor = run.from;
  let report = run.from?.report ?? emptyReport();
  try {
    const total = await countLinkedMembers(db);
    const known = await readKnown(context, call);
    if (run.from === undefined && context.settings.sync.all_members && known.guild === undefined) {
      report = withReportLines(report, [{ who: null, says: syncTexts(run.locale).discordUnlisted }]);
    }
    const roles = await groupRolesOfMembers(roblox, total, call);
    for (;;) {
      const members = await linkedMembersAfter(db, cursor?.after, MEMBERS_A_CHUNK);
      const last = members.at(-1);
      if (last === undefined) return end(report, true);
      report = await visitChunk(members, roles, known, report);
      cursor = { after: last.discordId, report };
      await run.onChunk(cursor, total);
      if (now() >= run.deadline) return end(report, false);
    }
  } catch (error) {
    if (error instanceof OutOfTimeError) return end(cursor?.report ?? report, false);
    throw error;
  }

  async function visitChunk(
    members: readonly LinkedMember[],
    roles: GroupRolesOfMembers,
    known: SyncKnown,
    before: SyncReport,
  ): Promise<SyncReport> {
    const held = await roles.of(members.map((member) => member.robloxUserId));
    const read = await accounts.of(members, held);
    let after = before;
    for (const member of members) {
      const place = robloxPlace(member, { held, ...read }, known);
      after = await run.onMember(factsOf(member, place, known), after);
    }
    return after;
  }
}

function robloxPlace(
  { robloxUserId }: LinkedMember,
  { held, names, gone }: Accounts & { readonly held: ReadonlyMap<string, readonly string[]> },
  { groupRoles }: SyncKnown,
): RobloxPlace {
  const roleIds = held.get(robloxUserId);
  const robloxName = names.get(robloxUserId);
  return roleIds === undefined
    ? { kind: 'left-group', robloxName, accountGone: gone.has(robloxUserId) }
    : { kind: 'read', robloxName, groupRoles, roleIds };
}

function factsOf(member: LinkedMember, roblox: RobloxPlace, { ranks, guild }: SyncKnown): SyncFacts {
  const discord = guild === undefined ? ({ kind: 'unread' } as const) : placeInGuild(guild, member.discordId);
  return { member, ranks, roblox, discord, hasOpenEffect: false };
}

async function readKnown(
  context: ClanContext,
  call: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<SyncKnown> {
  const { db, roblox, settings } = context;
  const [ranks, groupRoles] = await Promise.all([listRanks(db), call(() => roblox.groupRoles())]);
  const guild = settings.sync.all_members ? await listGuild(context, ranks, call) : undefined;
  return { ranks, groupRoles, guild };
}

async function listGuild(
  context: ClanContext,
  ranks: readonly Rank[],
  call: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<ListedGuild | undefined> {
  const { discord, log } = context;
  const members = await listGuildMembers(discord, call);
  if (members === undefined) {
    log.warning('Discord did not let the bot list the members; is the Server Members intent on?');
    return undefined;
  }
  return { members, rankRoles: rankRolesOf(ranks, await discord.roles(), roleRules(context)) };
}
