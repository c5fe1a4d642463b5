import * as z from 'zod/mini';
import { type Queryable, sql } from '../../shared/database/database.ts';
import { subjectOf } from '../../shared/outbox/effect.ts';
import { RANK_CHANGE_CAUSES, type RankChange, ROBLOX_CHANGE_STATES } from '../../shared/ranks/rank-change.ts';

/** So many changes, and effects, are told of. */
const LATEST = 5;

export interface ExplainedChange
  extends Pick<RankChange, 'oldRankId' | 'newRankId' | 'cause' | 'actorId' | 'robloxState' | 'robloxError'> {
  readonly changeId: string;
  readonly createdAt: number;
  /** Points of the progress that it reset. */
  readonly resetPoints: number;
}
/** Changes, the latest first, and whether a promotion card waits for a decision. */
export interface RankHistory {
  readonly changes: readonly ExplainedChange[];
  readonly hasOpenCard: boolean;
}

/** A role that is still to be given or taken, or was refused for good. */
export interface RoleEffect {
  readonly kind: 'roblox-roles' | 'discord-roles' | 'verified-role';
  readonly status: 'due' | 'failed';
  readonly dueAt: number;
  readonly attempts: number;
  readonly result: string | null;
  readonly createdAt: number;
  /** Of its service, Unix milliseconds; in the past or null: not paused. */
  readonly pausedUntil: number | null;
}

const HISTORY = sql`
SELECT c.change_id, c.old_rank_id, c.new_rank_id, c.cause, c.actor_id, c.roblox_state, c.roblox_error, c.created_at,
  e.points_delta,
  (SELECT COUNT(*) FROM promotion_cards p WHERE p.member_id = :member_id AND p.status = 'open') AS open_cards
FROM members m LEFT JOIN rank_changes c ON c.member_id = m.discord_id
LEFT JOIN point_entries e ON e.entry_id = c.reset_entry_id
WHERE m.discord_id = :member_id ORDER BY c.created_at DESC NULLS LAST, c.change_id DESC NULLS LAST {rows}`;
const EFFECTS = sql`
SELECT o.kind, o.status, o.due_at, o.attempts, o.result, o.created_at, s.paused_until
FROM outbox o LEFT JOIN service_pauses s
  ON s.service = CASE WHEN o.kind = 'roblox-roles' THEN 'roblox' ELSE 'discord' END
WHERE o.subject IN (:roblox_subject, :discord_subject) AND o.status IN ('due', 'failed')
ORDER BY o.created_at DESC, o.ordinal DESC {rows}`;

const HistoryRow = z.object({
  change_id: z.nullable(z.string()),
  old_rank_id: z.nullable(z.string()),
  new_rank_id: z.nullable(z.string()),
  cause: z.nullable(z.enum(RANK_CHANGE_CAUSES)),
  actor_id: z.nullable(z.string()),
  roblox_state: z.nullable(z.enum(ROBLOX_CHANGE_STATES)),
  roblox_error: z.nullable(z.string()),
  created_at: z.nullable(z.int()),
  points_delta: z.nullable(z.int()),
  open_cards: z.int(),
});
const EffectRow = z.pipe(
  z.object({
    kind: z.enum(['roblox-roles', 'discord-roles', 'verified-role']),
    status: z.enum(['due', 'failed']),
    due_at: z.int(),
    attempts: z.int(),
    result: z.nullable(z.string()),
    created_at: z.int(),
    paused_until: z.nullable(z.int()),
  }),
  z.transform(
    (row): RoleEffect => ({
      kind: row.kind,
      status: row.status,
      dueAt: row.due_at,
      attempts: row.attempts,
      result: row.result,
      createdAt: row.created_at,
      pausedUntil: row.paused_until,
    }),
  ),
);

/** A member's latest rank changes with the points that each reset. */
export async function rankHistory(q: Queryable, memberId: string): Promise<RankHistory> {
  const rows = await q.query(HistoryRow, HISTORY, { member_id: memberId, row_offset: 0, row_limit: LATEST });
  return { changes: rows.flatMap(changeOf), hasOpenCard: (rows[0]?.open_cards ?? 0) > 0 };
}

function changeOf(row: z.infer<typeof HistoryRow>): readonly ExplainedChange[] {
  const { change_id, new_rank_id, cause, roblox_state, created_at } = row;
  if (
    change_id === null ||
    new_rank_id === null ||
    cause === null ||
    roblox_state === null ||
    created_at === null
  ) {
    return [];
  }
  return [
    {
      changeId: change_id,
      oldRankId: row.old_rank_id,
      newRankId: new_rank_id,
      cause,
      actorId: row.actor_id,
      robloxState: roblox_state,
      robloxError: row.roblox_error,
      createdAt: created_at,
      resetPoints: 0 - (row.points_delta ?? 0),
    },
  ];
}

/** What is still to be done with a member's roles, or was refused, the latest first. */
export async function openEffects(q: Queryable, memberId: string): Promise<readonly RoleEffect[]> {
  return q.query(EffectRow, EFFECTS, {
    roblox_subject: subjectOf({ kind: 'roblox-roles', memberId, changeId: '' }),
    discord_subject: subjectOf({ kind: 'discord-roles', memberId, changeId: '' }),
    row_offset: 0,
    row_limit: LATEST,
  });
}
