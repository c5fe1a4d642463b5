import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';
import { MEMBER_COLUMNS, type Member, MemberRow } from '../members/member-row.ts';
import { changeSums } from './change-sums.ts';
import { type Posting, postToLedger } from './post-to-ledger.ts';

/** So many entries are taken back at once, the latest first; what is left is there for another time. */
export const MAX_REVERTED = 5_000;

/** Whose entries, and from when to when. */
export interface RevertScope {
  readonly officerId: string;
  /** Only entries of this member; null: of everybody. */
  readonly memberId: string | null;
  /** Unix milliseconds, both included. */
  readonly since: number;
  readonly until: number;
  /** Whether approvals of events are taken back as well. */
  readonly withEvents: boolean;
}

interface GivenEntry {
  readonly entryId: string;
  readonly points: number;
  readonly lifetime: number;
  readonly eventId: string | null;
  readonly createdAt: number;
}
interface Amounts {
  readonly points: number;
  readonly lifetime: number;
}

/** What taking back does to one member. */
export interface MemberRevert {
  readonly member: Member;
  readonly entries: readonly GivenEntry[];
  /** What all entries together would change. */
  readonly wanted: Amounts;
  /** What they change: less than wanted where a sum would fall below 0. */
  readonly taken: Amounts;
}

/** What taking back would do. */
export interface RevertPlan {
  /** By id. */
  readonly members: readonly MemberRevert[];
  readonly entries: number;
  /** Entries given to whoever takes back, which are left as they are. */
  readonly own: { readonly entries: number; readonly points: number };
  /** There are more than `MAX_REVERTED`. */
  readonly hasMore: boolean;
}

const SCOPE = sql`
e.actor_id = :officer_id AND e.created_at >= :since_at AND e.created_at <= :until_at
AND e.kind IN ('award', 'removal', :event_kind) AND e.member_id = COALESCE(:member_id, e.member_id)`;
const OPEN_ENTRIES = sql`
SELECT e.entry_id, e.points_delta, e.lifetime_delta, e.event_id, e.created_at, ${MEMBER_COLUMNS}
FROM point_entries e JOIN members ON members.discord_id = e.member_id
WHERE ${SCOPE} AND NOT EXISTS (SELECT 1 FROM point_entries r WHERE r.reverses_entry_id = e.entry_id)
ORDER BY e.created_at DESC, e.entry_id DESC {rows}`;
const COUNT_UNDONE = sql`
SELECT COUNT(*) AS undone FROM point_entries e
WHERE ${SCOPE} AND EXISTS (SELECT 1 FROM point_entries r WHERE r.reverses_entry_id = e.entry_id)`;

const EntryRow = z.looseObject({
  entry_id: z.string(),
  points_delta: z.int(),
  lifetime_delta: z.int(),
  event_id: z.nullable(z.string()),
  created_at: z.int(),
});

/** What one officer gave and took by hand in this time and is not undone yet, by member. Changes nothing. */
export async function planRevert(q: Queryable, scope: RevertScope, actorId: string): Promise<RevertPlan> {
  const binds = { ...scopeBinds(scope), row_offset: 0, row_limit: MAX_REVERTED + 1 };
  const rows = await q.query(EntryRow, OPEN_ENTRIES, binds);
  const found = rows.slice(0, MAX_REVERTED).map((row) => ({
    member: MemberRow.parse(row),
    entry: {
      entryId: row.entry_id,
      points: row.points_delta,
      lifetime: row.lifetime_delta,
      eventId: row.event_id,
      createdAt: row.created_at,
    },
  }));
  const own = found.filter(({ member }) => member.discordId === actorId);
  const others = found.filter(({ member }) => member.discordId !== actorId);
  const byMember = new Map<string, { member: Member; entries: GivenEntry[] }>();
  for (const { member, entry } of others) {
    const group = byMember.get(member.discordId) ?? { member, entries: [] };
    group.entries.push(entry);
    byMember.set(member.discordId, group);
  }
  return {
    members: [...byMember.values()].map(memberRevert).sort(byId),
    entries: others.length,
    own: { entries: own.length, points: own.reduce((sum, { entry }) => sum + entry.lifetime, 0) },
    hasMore: rows.length > MAX_REVERTED,
  };
}

/** How many entries of this time were undone before. */
export async function countUndone(q: Queryable, scope: RevertScope): Promise<number> {
  const [row] = await q.query(z.object({ undone: z.int() }), COUNT_UNDONE, scopeBinds(scope));
  return row?.undone ?? 0;
}

function scopeBinds({ officerId, memberId, since, until, withEvents }: RevertScope) {
  return {
    officer_id: officerId,
    member_id: memberId,
    since_at: since,
    until_at: until,
    event_kind: withEvents ? 'event' : 'award',
  };
}

function byId(a: MemberRevert, b: MemberRevert): number {
  return a.member.discordId < b.member.discordId ? -1 : 1;
}

/** The net sum decides what would fall below 0, not one entry after the other. */
function memberRevert({ member, entries }: { member: Member; entries: readonly GivenEntry[] }): MemberRevert {
  const wanted = entries.reduce(
    (sum, entry) => ({ points: sum.points - entry.points, lifetime: sum.lifetime - entry.lifetime }),
    { points: 0, lifetime: 0 },
  );
  const taken = {
    points: Math.max(wanted.points, 0 - member.points),
    lifetime: Math.max(wanted.lifetime, 0 - member.totalPoints),
  };
  return { member, entries, wanted, taken };
}

/** Whether not all of it is there any more. */
export function fallsShort({ wanted, taken }: MemberRevert): boolean {
  return taken.points > wanted.points || taken.lifetime > wanted.lifetime;
}

/**
 * Takes back what the plan, made in this transaction, says: an entry of its own for each entry, in the week and month of
 * the original. A few statements, however many they are. Returns the members as they are afterwards. Throws
 * `ConflictError` when an entry was undone or a member changed meanwhile.
 */
export async function applyRevert(
  tx: Queryable,
  { members }: RevertPlan,
  by: {
    readonly actorId: string;
    readonly now: number;
    readonly timeZone: string;
    readonly newId: () => string;
  },
): Promise<readonly Member[]> {
  const changed = members.filter(({ taken }) => taken.points !== 0 || taken.lifetime !== 0);
  const after = await changeSums(
    tx,
    changed.map(({ member, taken }) => ({ member, ...taken })),
  );
  const postings = members.flatMap((one) => undoPostings(one, by));
  await postToLedger(tx, postings, by.timeZone);
  const sums = new Map(after.map((member) => [member.discordId, member]));
  return members.map(({ member }) => sums.get(member.discordId) ?? member);
}

function undoPostings(
  { member, entries, wanted, taken }: MemberRevert,
  { actorId, now, newId }: { readonly actorId: string; readonly now: number; readonly newId: () => string },
): readonly Posting[] {
  let missingPoints = taken.points - wanted.points;
  let missingLifetime = taken.lifetime - wanted.lifetime;
  return entries.map((entry) => {
    const keptPoints = Math.min(missingPoints, Math.max(0, entry.points));
    const keptLifetime = Math.min(missingLifetime, Math.max(0, entry.lifetime));
    missingPoints -= keptPoints;
    missingLifetime -= keptLifetime;
    return {
      entryId: newId(),
      member,
      pointsDelta: keptPoints - entry.points,
      lifetimeDelta: keptLifetime - entry.lifetime,
      kind: 'undo' as const,
      actorId,
      eventId: entry.eventId,
      reverses: entry.entryId,
      countsAt: entry.createdAt,
      createdAt: now,
    };
  });
}
