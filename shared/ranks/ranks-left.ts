import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';
import { subjectOf } from '../outbox/effect.ts';
import { LATEST_CHANGES, type RankChange } from './rank-change.ts';

const FAILED_EFFECTS = sql`
SELECT payload FROM outbox
WHERE subject = :subject AND status = 'failed' AND kind = 'discord-roles'
ORDER BY created_at DESC, ordinal DESC {rows}`;
const FailedPayload = z.object({ changeId: z.string() });

/**
 * The ranks whose Discord roles a change leaves behind: its old rank, and those of the changes right before it
 * whose effect failed for good, since these never took what they should have. Newest first. `changes`: the member's
 * latest, newest first.
 */
export async function ranksLeftOnDiscord(
  q: Queryable,
  change: RankChange,
  changes: readonly RankChange[],
): Promise<readonly string[]> {
  const own = ranksLeft(change, changes, () => false);
  // Without a change right before it there is nothing that could have failed.
  if (ranksLeft(change, changes, () => true).length === own.length) return own;
  const failed = await changesFailedOnDiscord(q, change.memberId);
  return ranksLeft(change, changes, (earlier) => failed.has(earlier.changeId));
}

/** The latest changes of a member whose Discord roles could not be changed for good, by id. */
export async function changesFailedOnDiscord(q: Queryable, memberId: string): Promise<ReadonlySet<string>> {
  const rows = await q.query(z.object({ payload: z.string() }), FAILED_EFFECTS, {
    subject: subjectOf({ kind: 'discord-roles', memberId, changeId: '' }),
    row_offset: 0,
    row_limit: LATEST_CHANGES,
  });
  return new Set(rows.map((row) => FailedPayload.parse(JSON.parse(row.payload)).changeId));
}

/** The same for the roles in the Roblox group. */
export function ranksLeftOnRoblox(change: RankChange, changes: readonly RankChange[]): readonly string[] {
  return ranksLeft(change, changes, (earlier) => earlier.robloxState === 'refused');
}

function ranksLeft(
  change: RankChange,
  changes: readonly RankChange[],
  failed: (earlier: RankChange) => boolean,
): readonly string[] {
  if (change.oldRankId === null) return [];
  const left = [change.oldRankId];
  const before = changes.slice(changes.findIndex((one) => one.changeId === change.changeId) + 1);
  for (const earlier of before) {
    if (earlier.newRankId !== left.at(-1) || earlier.oldRankId === null || !failed(earlier)) break;
    left.push(earlier.oldRankId);
  }
  return left;
}
