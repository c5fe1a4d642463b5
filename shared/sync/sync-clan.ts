import type { ClanContext } from '../context/clan-runtime.ts';
import { findMembersWith } from '../members/find-many.ts';
import { isLinked, type LinkedMember } from '../members/member.ts';
import { isNewOnRoblox, type SyncFacts } from '../ranks/sync-plan.ts';
import type { AccountSet } from './account-set.ts';
import { accountsOfMembers } from './accounts-of-members.ts';
import { groupPage, type HeldRoles, isListingCheaper, rolesOfAccounts } from './group-roles-of-members.ts';
import { countLinkedMembers, linkedAccountsAfter } from './linked-members.ts';
import { OutOfTimeError, retryUntil } from './out-of-time.ts';
import type { SyncCursor } from './sync-cursor.ts';
import { factsOf, readKnown, type SyncKnown } from './sync-known.ts';
import { emptyReport, type SyncReport, withRemark } from './sync-report.ts';

const MEMBERS_A_CHUNK = 200;
/** Who was read already is compared after the deadline as well, for so long at most. */
const GRACE_MS = 5_000;

/** What a run needs besides the clan. */
export interface SyncRun {
  /** Whom the changes are put down to; null: the job. */
  readonly actorId: string | null;
  /** Unix milliseconds; no call is begun at or after it, and 5 s later nothing. */
  readonly deadline: number;
  /** Where an earlier run of this round stopped, with that run's report. */
  readonly from: SyncCursor | undefined;
  /** The accounts that this round has compared on the group's list already; the run adds its own. */
  readonly seen: AccountSet;
  /**
   * What is done with a member; returns the report with the member counted and said. Discord is `unread` unless the
   * guild was listed, and whether an effect is open was not asked.
   */
  readonly onMember: (facts: SyncFacts, report: SyncReport) => Promise<SyncReport>;
  /** Called after each page of the group, each chunk of 200 members, and when the time is up. */
  readonly onChunk: (step: SyncStep) => Promise<void>;
  /** So many calls may ask what members are called on Roblox now, 100 a call; 0: names are not compared. */
  readonly nameCalls: number;
  /** What the report is written in. */
  readonly locale: string | undefined;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Where a run goes on. */
type Place = Omit<SyncCursor, 'report'>;

export interface SyncStep {
  /** From here a run that was stopped goes on. */
  readonly cursor: SyncCursor;
  /** The accounts that were compared on the group's list since the last step. */
  readonly seen: readonly string[];
  /** How many members there are to compare. */
  readonly total: number;
}

/** What a run came to. */
export interface SyncEnd {
  readonly report: SyncReport;
  /** How many members there are to compare. */
  readonly total: number;
  /** Everybody was looked at. */
  readonly finished: boolean;
  /** Of those who were looked at, so many names were not compared. */
  readonly namesUnread: number;
}

/**
 * Compares every linked member with the Roblox group in bulk and hands each to `onMember` once, whatever the size of the
 * group: a page or a chunk at a time, each compared before the next is read. The group is listed where that takes fewer
 * calls; then who was not on the list is asked for by id. A list whose token Roblox does not take any more is given up, and
 * the others are asked for. Stops at the deadline, or when Roblox asks to wait longer than there is time; the last step then
 * says where to go on. Throws `RobloxError`, `DiscordError` and `DatabaseError` when what concerns everybody cannot be read.
 */
export async function syncClan(context: ClanContext, run: SyncRun): Promise<SyncEnd> {
  const { db, roblox, now } = context;
  const call = retryUntil({ now, deadline: run.deadline, sleep: run.sleep });
  const accounts = accountsOfMembers(context, { nameCalls: run.nameCalls, call });
  let place: Place | undefined = run.from;
  let report = run.from?.report ?? emptyReport();
  let seen: string[] = [];
  let total = 0;

  const end = (finished: boolean): SyncEnd => ({
    ...{ report, total, finished },
    namesUnread: accounts.namesUnread(),
  });
  async function step(): Promise<void> {
    if (place === undefined) return;
    const compared = seen;
    seen = [];
    const { page, listed, after } = place;
    await run.onChunk({ cursor: { page, listed, after, report }, seen: compared, total });
  }

  async function beginning(): Promise<Place> {
    const isListed = await isListingCheaper(roblox, total, call);
    return { page: isListed ? '' : null, listed: false, after: null };
  }

  /** `at`: before Roblox was asked. */
  async function visit(
    members: readonly LinkedMember[],
    read: { readonly held: HeldRoles; readonly at: number; readonly known: SyncKnown },
    onDone: (member: LinkedMember) => void,
  ): Promise<void> {
    const { held } = read;
    const named = await accounts.of(members, held);
    for (const member of members) {
      if (now() >= run.deadline + GRACE_MS) throw new OutOfTimeError('the time of this run is up');
      report = await run.onMember(factsOf(member, { ...named, held, readAt: read.at }, read.known), report);
      onDone(member);
    }
  }

  async function visitPage(token: string, known: SyncKnown): Promise<Place> {
    const at = now();
    const page = await groupPage(roblox, token, call);
    if (page === undefined) {
      context.log.info('Roblox does not take the token of the group’s next page any more');
      return { page: null, listed: false, after: null };
    }
    const members = await findMembersWith(db, 'roblox_user_id', [...page.held.keys()]);
    const linked = members.filter(isLinked);
    const open = linked.filter(({ robloxUserId }) => !run.seen.has(robloxUserId));
    await visit(open, { held: page.held, at, known }, ({ robloxUserId }) => {
      run.seen.add(robloxUserId);
      seen.push(robloxUserId);
    });
    return { page: page.next ?? null, listed: page.next === undefined, after: null };
  }

  /** Those behind a place by id; undefined: there are no more. */
  async function visitChunk(from: Place, known: SyncKnown): Promise<Place | undefined> {
    const chunk = await linkedAccountsAfter(db, from.after ?? undefined, MEMBERS_A_CHUNK);
    const last = chunk.at(-1);
    if (last === undefined) return undefined;
    const ids = chunk.filter(({ robloxUserId }) => !run.seen.has(robloxUserId)).map((one) => one.discordId);
    const open = (await findMembersWith(db, 'discord_id', ids)).filter(isLinked).sort(byId);
    // Who was out of the group before and is not on its list is out of it still.
    const asked = from.listed ? open.filter((member) => isNewOnRoblox(member, [])) : open;
    const at = now();
    const held = await rolesOfAccounts(
      roblox,
      asked.map(({ robloxUserId }) => robloxUserId),
      call,
    );
    await visit(open, { held, at, known }, ({ discordId }) => {
      place = { ...from, after: discordId };
    });
    return { ...from, after: last.discordId };
  }

  try {
    total = await countLinkedMembers(db);
    const known = await readKnown(context, run, call);
    if (known.remark !== undefined) report = withRemark(report, known.remark);
    place ??= await beginning();
    for (;;) {
      const next: Place | undefined =
        place.page === null ? await visitChunk(place, known) : await visitPage(place.page, known);
      if (next === undefined) return end(true);
      place = next;
      await step();
    }
  } catch (error) {
    if (!(error instanceof OutOfTimeError)) throw error;
    await step();
    return end(false);
  }
}

/** As text, as the members are walked through. */
function byId(a: LinkedMember, b: LinkedMember): number {
  return a.discordId < b.discordId ? -1 : 1;
}
