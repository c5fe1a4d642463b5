import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';
import { insertOnce } from '../database/write-rows.ts';

export type JoinAnswer = 'accept' | 'decline';

/** What an admin decided on a request to join the Roblox group. */
export interface JoinDecision {
  readonly id: string;
  readonly robloxUserId: string;
  /** As it was when it was decided. Not escaped. */
  readonly robloxName: string | null;
  readonly decision: JoinAnswer;
  /** `waiting`: Roblox has not been told, or did not answer yet. */
  readonly status: 'waiting' | 'done' | 'failed';
  /** Null: they had their data deleted. */
  readonly decidedBy: string | null;
  /** Unix milliseconds. */
  readonly decidedAt: number;
}

const Row = z.pipe(
  z.object({
    decision_id: z.string(),
    roblox_user_id: z.string(),
    roblox_name: z.nullable(z.string()),
    decision: z.enum(['accept', 'decline']),
    status: z.enum(['waiting', 'done', 'failed']),
    decided_by: z.nullable(z.string()),
    decided_at: z.int(),
  }),
  z.transform(
    (row): JoinDecision => ({
      id: row.decision_id,
      robloxUserId: row.roblox_user_id,
      robloxName: row.roblox_name,
      decision: row.decision,
      status: row.status,
      decidedBy: row.decided_by,
      decidedAt: row.decided_at,
    }),
  ),
);

const LATEST = sql`
SELECT decision_id, roblox_user_id, roblox_name, decision, status, decided_by, decided_at
FROM join_decisions WHERE roblox_user_id = :roblox_user_id ORDER BY decided_at DESC, decision_id DESC {rows}`;
const ADD = sql`
INSERT INTO join_decisions (decision_id, open_key, roblox_user_id, roblox_name, decision, status, decided_by, decided_at)
VALUES (:decision_id, :open_key, :roblox_user_id, :roblox_name, :decision, 'waiting', :decided_by, :decided_at)`;
const END = sql`
UPDATE join_decisions SET status = :status, open_key = NULL, error_text = :error_text, finished_at = :finished_at
WHERE decision_id = :decision_id AND status = 'waiting'`;

/** The latest decision on a Roblox account. While one is waiting there is no later one. */
export async function latestJoinDecision(
  q: Queryable,
  robloxUserId: string,
): Promise<JoinDecision | undefined> {
  const binds = { roblox_user_id: robloxUserId, row_offset: 0, row_limit: 1 };
  const [found] = await q.query(Row, LATEST, binds);
  return found;
}

/** Stores a decision before Roblox is told. Throws `ConflictError` when another one is waiting for the account. */
export async function storeJoinDecision(
  tx: Queryable,
  decision: Omit<JoinDecision, 'status'> & { readonly decidedBy: string },
): Promise<void> {
  await insertOnce(tx, ADD, {
    decision_id: decision.id,
    open_key: decision.robloxUserId,
    roblox_user_id: decision.robloxUserId,
    roblox_name: decision.robloxName,
    decision: decision.decision,
    decided_by: decision.decidedBy,
    decided_at: decision.decidedAt,
  });
}

/** Ends a waiting decision; `error` (500 characters at most) says why it failed. False: it had ended already. */
export async function endJoinDecision(
  tx: Queryable,
  id: string,
  end: { readonly status: 'done' | 'failed'; readonly error: string | null; readonly now: number },
): Promise<boolean> {
  const changed = await tx.execute(END, {
    decision_id: id,
    status: end.status,
    error_text: end.error,
    finished_at: end.now,
  });
  return changed > 0;
}
