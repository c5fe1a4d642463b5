import { stillRuns } from '../clock/still-runs.ts';
import type { Answer, CommandContext, Reply } from '../context/command-context.ts';
import type { Queryable } from '../database/database.ts';
import { isLinked, type Member } from '../members/member.ts';

const FRESH_MS = 10 * 60_000;

/**
 * Shows somebody, for `/xp` and `/member check`: after a look at Roblox when the last one is older than 10 minutes,
 * and with what that look had to say in `lines`; as the member is then. A Roblox that fails is such a line, and what is known is shown.
 */
export async function showSynced(
  context: CommandContext,
  member: Member | undefined,
  show: (q: Queryable, lines: readonly string[], member: Member | undefined) => Promise<Reply>,
): Promise<Answer> {
  const { db } = context;
  const isFresh = member?.syncedAt != null && stillRuns(member.syncedAt + FRESH_MS, context.now(), FRESH_MS);
  if (member === undefined || !isLinked(member) || isFresh) return show(db, [], member);
  // Most looks are fresh ones, which need nothing of what a sync needs.
  const { syncThenShow } = await import('./sync-then-show.ts');
  return syncThenShow(context, member, show);
}
