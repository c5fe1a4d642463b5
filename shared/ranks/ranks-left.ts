import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';
import { subjectOf } from '../outbox/effect.ts';
import { type RankChange, rankChangesOf } from './rank-change.ts';

/** How far back a row of failures is followed. */
const FURTHEST = 20;

const FAILED_EFFECTS = sql`
SELECT payload FROM outbox
WHERE subject = :subject AND status = 'failed' AND kind = 'discord-roles'
ORDER BY created_at DESC, ordinal DESC {rows}`;
const FailedPayload = z.object({ changeId: z.string() });

/**
 * The ranks whose Discord roles a change leaves behind: its old rank, and those of the changes right before it
 * whose effect failed for good, since these never took what they should have. Newest first.
 */
export async function ranksLeftOnDiscord(q: Queryable, change: RankChange): Promise<readonly string[]> {
  const failed = await changesFailedOnDiscord(q, change.memberId);
  return ranksLeft(q, change, (earlier) => failed.has(earlier.changeId));
}

/** The latest changes of a member whose Discord roles could not be changed for good, by id. */
export async function changesFailedOnDiscord(q: Queryable, memberId: string): Promise<ReadonlySet<string>> {
  const rows = await q.query(z.object({ payload: z.string() }), FAILED_EFFECTS, {
    subject: subjectOf({ kind: 'discord-roles', memberId, changeId: '' }),
    row_offset: 0,
    row_limit: FURTHEST,
  });
  return new Set(rows.map((row) => FailedPayload.parse(JSON.parse(row.payload)).changeId));
}

/** The same for the roles in the Roblox group. */
export async function ranksLeftOnRoblox(q: Queryable, change: RankChange): Promise<readonly string[]> {
  return ranksLeft(q, change, (earlier) => earlier.robloxState === 'refused');
}

async function ranksLeft(
  q: Queryable,
  change: RankChange,
  failed: (earlier: RankChange) => boolean,
): Promise<readonly string[]> {
  if (change.oldRankId === null) return [];
  const left = [change.oldRankId];
  const changes = await rankChangesOf(q, change.memberId, FURTHEST);
  const before = changes.slice(changes.findIndex((one) => one.changeId === change.changeId) + 1);
  for (const earlier of before) {
    if (earlier.newRankId !== left.at(-1) || earlier.oldRankId === null || !failed(earlier)) break;
    left.push(earlier.oldRankId);
  }
  return left;
}
