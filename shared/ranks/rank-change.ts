import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';
import { MEMBER_COLUMNS, type Member, MemberRow } from '../members/member-row.ts';
import { cut } from '../text/cut.ts';

export const RANK_CHANGE_CAUSES = [
  'link',
  'promote',
  'demote',
  'set-rank',
  'card',
  'sync',
  'compensate',
  'import',
] as const;
export type RankChangeCause = (typeof RANK_CHANGE_CAUSES)[number];
export const ROBLOX_CHANGE_STATES = ['none', 'waiting', 'done', 'refused', 'compensated'] as const;
/** `none`: Roblox was not asked. `waiting`: an effect is open. `refused`: for good. `compensated`: taken back. */
export type RobloxChangeState = (typeof ROBLOX_CHANGE_STATES)[number];

/** One change of one member's rank. */
export interface RankChange {
  readonly changeId: string;
  readonly memberId: string;
  /** Null for the first rank. */
  readonly oldRankId: string | null;
  readonly newRankId: string;
  readonly cause: RankChangeCause;
  readonly actorId: string | null;
  /** The ledger entry that reset the points. */
  readonly resetEntryId: string | null;
  readonly robloxState: RobloxChangeState;
  readonly robloxError: string | null;
  readonly createdAt: number;
}

const RankChangeRow = z.pipe(
  z.object({
    change_id: z.string(),
    member_id: z.string(),
    old_rank_id: z.nullable(z.string()),
    new_rank_id: z.string(),
    cause: z.enum(RANK_CHANGE_CAUSES),
    actor_id: z.nullable(z.string()),
    reset_entry_id: z.nullable(z.string()),
    roblox_state: z.enum(ROBLOX_CHANGE_STATES),
    roblox_error: z.nullable(z.string()),
    created_at: z.int(),
  }),
  z.transform(
    (row): RankChange => ({
      changeId: row.change_id,
      memberId: row.member_id,
      oldRankId: row.old_rank_id,
      newRankId: row.new_rank_id,
      cause: row.cause,
      actorId: row.actor_id,
      resetEntryId: row.reset_entry_id,
      robloxState: row.roblox_state,
      robloxError: row.roblox_error,
      createdAt: row.created_at,
    }),
  ),
);

/** The columns of `rank_changes`: what is read, exported and restored. */
export const RANK_CHANGE_COLUMNS = sql`
change_id, member_id, old_rank_id, new_rank_id, cause, actor_id, reset_entry_id, roblox_state,
roblox_error, created_at`;
const CHANGES = sql`SELECT ${RANK_CHANGE_COLUMNS} FROM rank_changes`;
const FIND_CHANGE = sql`${CHANGES} WHERE change_id = :change_id`;
const CHANGES_OF_MEMBER = sql`
${CHANGES} WHERE member_id = :member_id ORDER BY created_at DESC, change_id DESC {rows}`;
/** One row for each change, or one without a change. */
const MEMBER_WITH_CHANGES = sql`
SELECT ${MEMBER_COLUMNS}, ${RANK_CHANGE_COLUMNS}
FROM members LEFT JOIN rank_changes ON rank_changes.member_id = members.discord_id
WHERE members.discord_id = :discord_id
ORDER BY rank_changes.created_at DESC NULLS LAST, rank_changes.change_id DESC NULLS LAST {rows}`;
const ADD_CHANGE = sql`
INSERT INTO rank_changes (change_id, member_id, old_rank_id, new_rank_id, cause, actor_id, reset_entry_id,
  roblox_state, created_at)
VALUES (:change_id, :member_id, :old_rank_id, :new_rank_id, :cause, :actor_id, :reset_entry_id,
  :roblox_state, :created_at)`;
const SET_ROBLOX_STATE = sql`
UPDATE rank_changes SET roblox_state = :roblox_state, roblox_error = :roblox_error
WHERE change_id = :change_id AND roblox_state = 'waiting'`;
const HOLD_REFUSED = sql`
UPDATE members SET refused_change_id = :change_id
WHERE discord_id = :member_id AND rank_id = :new_rank_id`;

export async function findRankChange(q: Queryable, changeId: string): Promise<RankChange | undefined> {
  const [change] = await q.query(RankChangeRow, FIND_CHANGE, { change_id: changeId });
  return change;
}

/** A member's latest rank changes, newest first. */
export async function rankChangesOf(
  q: Queryable,
  memberId: string,
  limit: number,
): Promise<readonly RankChange[]> {
  return q.query(RankChangeRow, CHANGES_OF_MEMBER, { member_id: memberId, row_offset: 0, row_limit: limit });
}

/** How far back somebody's changes are followed. */
export const LATEST_CHANGES = 20;

/** A member as they are, with their latest rank changes, newest first. */
export interface MemberWithChanges {
  readonly member: Member;
  readonly changes: readonly RankChange[];
}

/** Both in one look; undefined for somebody the clan does not know. */
export async function findMemberWithChanges(
  q: Queryable,
  memberId: string,
): Promise<MemberWithChanges | undefined> {
  const Row = z.looseObject({ change_id: z.nullable(z.string()) });
  const rows = await q.query(Row, MEMBER_WITH_CHANGES, {
    discord_id: memberId,
    row_offset: 0,
    row_limit: LATEST_CHANGES,
  });
  if (rows[0] === undefined) return undefined;
  return {
    member: MemberRow.parse(rows[0]),
    changes: rows.flatMap((row) => (row.change_id === null ? [] : [RankChangeRow.parse(row)])),
  };
}

/** One of these changes, or an older one. */
export async function changeAmong(
  q: Queryable,
  changes: readonly RankChange[],
  changeId: string,
): Promise<RankChange | undefined> {
  const found = changes.find((change) => change.changeId === changeId);
  return found ?? (changes.length < LATEST_CHANGES ? undefined : findRankChange(q, changeId));
}

export async function addRankChange(
  tx: Queryable,
  change: Omit<RankChange, 'robloxError' | 'robloxState'> & { readonly robloxState: 'none' | 'waiting' },
): Promise<void> {
  await tx.execute(ADD_CHANGE, {
    change_id: change.changeId,
    member_id: change.memberId,
    old_rank_id: change.oldRankId,
    new_rank_id: change.newRankId,
    cause: change.cause,
    actor_id: change.actorId,
    reset_entry_id: change.resetEntryId,
    roblox_state: change.robloxState,
    created_at: change.createdAt,
  });
}

/** Says how the Roblox part of a change ended; an ended one stays as it is. Returns whether it was open. */
export async function endRobloxChange(
  q: Queryable,
  changeId: string,
  end: { readonly state: 'done' | 'refused' | 'compensated'; readonly error?: string },
): Promise<boolean> {
  const changed = await q.execute(SET_ROBLOX_STATE, {
    change_id: changeId,
    roblox_state: end.state,
    roblox_error: end.error === undefined ? null : cut(end.error, 500),
  });
  return changed > 0;
}

/**
 * Marks a member as held at a rank that Roblox refused for good (`roblox_refusal: "show"`), so that the sync leaves
 * them alone until their roles on Roblox change. Nothing happens when they have another rank by now.
 */
export async function holdRefusedRank(q: Queryable, change: RankChange): Promise<void> {
  await q.execute(HOLD_REFUSED, {
    change_id: change.changeId,
    member_id: change.memberId,
    new_rank_id: change.newRankId,
  });
}
