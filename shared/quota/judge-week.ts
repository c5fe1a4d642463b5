import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';
import type { Rank } from '../ranks/rank.ts';
import type { Quota } from './quota.ts';
import { quotasOfRanks } from './span.ts';
import type { Week } from './week.ts';

/** How members stand, in the order in which they are listed. */
export const OUTCOMES = ['below', 'excused', 'leave', 'new', 'met'] as const;
/** `new`: they joined the clan in this week. Whoever has met the quota has met it, on leave or not. */
export type Outcome = (typeof OUTCOMES)[number];

/** A member's week against the quota of their rank. */
export interface Judged {
  readonly memberId: string;
  /** Not escaped. */
  readonly robloxName: string | null;
  /** The one they had at the end of the week. */
  readonly rank: Rank;
  readonly quota: Quota;
  /** Points or events of the week. */
  readonly done: number;
  readonly outcome: Outcome;
  /** Of an excuse. Not escaped. */
  readonly reason: string | null;
}

/**
 * The rank at the end of the week is the old one of the first change after it, or the present one. A leave that was ended
 * early pauses until then. An entry of an event that was taken back does not count; neither do its points, since taking
 * back changes the week of what is taken back.
 */
const WEEK_OF_MEMBERS = sql`
SELECT m.discord_id, m.roblox_name, m.joined_at, m.rank_id,
  (SELECT MIN(c.old_rank_id) FROM rank_changes c
    WHERE c.member_id = m.discord_id AND c.created_at = (SELECT MIN(f.created_at) FROM rank_changes f
      WHERE f.member_id = c.member_id AND f.created_at >= :ends_at)) AS rank_then_id,
  (SELECT COUNT(*) FROM point_entries e
    WHERE e.member_id = m.discord_id AND e.created_at >= :starts_at AND e.created_at < :ends_at AND e.kind = 'event'
      AND NOT EXISTS (SELECT 1 FROM point_entries u WHERE u.reverses_entry_id = e.entry_id)) AS events,
  (SELECT COUNT(*) FROM leaves l
    WHERE l.discord_id = m.discord_id AND l.status IN ('approved', 'running', 'ended') AND l.starts_at < :ends_at
      AND CASE WHEN l.closed_at < l.ends_at THEN l.closed_at ELSE l.ends_at END > :starts_at) AS leaves,
  COALESCE(p.points, 0) AS points, x.excused_at, x.reason
FROM members m
LEFT JOIN period_points p ON p.period_key = :week_key AND p.discord_id = m.discord_id
LEFT JOIN quota_excuses x ON x.week_key = :week_key AND x.discord_id = m.discord_id
WHERE m.roblox_user_id IS NOT NULL AND m.joined_at < :ends_at`;
const ALL_MEMBERS = sql`${WEEK_OF_MEMBERS} ORDER BY m.discord_id`;
const ONE_MEMBER = sql`${WEEK_OF_MEMBERS} AND m.discord_id = :discord_id`;

const MemberRow = z.object({
  discord_id: z.string(),
  roblox_name: z.nullable(z.string()),
  joined_at: z.int(),
  rank_id: z.string(),
  rank_then_id: z.nullable(z.string()),
  events: z.int(),
  leaves: z.int(),
  points: z.int(),
  excused_at: z.nullable(z.int()),
  reason: z.nullable(z.string()),
});
type MemberRow = z.infer<typeof MemberRow>;

export interface WeekToJudge {
  readonly week: Week;
  readonly ranks: readonly Rank[];
  readonly quotas: readonly Quota[];
  /** Only this member. Left out: everybody who is linked. */
  readonly memberId?: string;
}

/**
 * Everybody to whom a quota applies, those below it first. One plan for the report, `/quota show` and the file. One
 * statement, however many members there are.
 */
export async function judgeWeek(q: Queryable, wanted: WeekToJudge): Promise<readonly Judged[]> {
  const { week, ranks, quotas, memberId } = wanted;
  const ofRanks = quotasOfRanks(quotas, ranks, week.key);
  if (ofRanks.size === 0) return [];
  const binds = { week_key: week.key, starts_at: week.startsAt, ends_at: week.endsAt };
  const rows =
    memberId === undefined
      ? await q.query(MemberRow, ALL_MEMBERS, binds)
      : await q.query(MemberRow, ONE_MEMBER, { ...binds, discord_id: memberId });
  const byId = new Map(ranks.map((rank) => [rank.id, rank]));
  const judged = rows.flatMap((row) => {
    const rank = byId.get(row.rank_then_id ?? row.rank_id);
    const quota = rank === undefined ? undefined : ofRanks.get(rank.id);
    return rank === undefined || quota === undefined ? [] : [judge(row, rank, quota, week)];
  });
  return judged.sort(inOrder);
}

function judge(row: MemberRow, rank: Rank, quota: Quota, week: Week): Judged {
  const done = quota.counted === 'points' ? row.points : row.events;
  return {
    memberId: row.discord_id,
    robloxName: row.roblox_name,
    rank,
    quota,
    done,
    outcome: outcomeOf(row, done >= quota.amount, week),
    reason: row.reason,
  };
}

function outcomeOf(row: MemberRow, isMet: boolean, week: Week): Outcome {
  if (isMet) return 'met';
  if (row.excused_at !== null) return 'excused';
  if (row.leaves > 0) return 'leave';
  return row.joined_at >= week.startsAt ? 'new' : 'below';
}

/** Who misses most of their quota comes first. */
function inOrder(a: Judged, b: Judged): number {
  const order = OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome);
  const missing = ({ done, quota }: Judged) => quota.amount - done;
  return order || missing(b) - missing(a) || (a.memberId < b.memberId ? -1 : 1);
}
