import { changesFailedOnDiscord } from '../effects/ranks-left.ts';
import type { ChangeTransaction } from '../outbox/change-transaction.ts';
import { rankChangesOf } from '../ranks/rank-change.ts';

/**
 * Has a member given the Discord role of their rank again. What an earlier change should have taken is taken along
 * only when its effect failed: everything else may have been given by hand since. Returns the effect's id.
 */
export async function giveRankRole(tx: ChangeTransaction, memberId: string): Promise<string> {
  const [latest] = await rankChangesOf(tx, memberId, 1);
  const failed = await changesFailedOnDiscord(tx, memberId);
  const changeId = latest !== undefined && failed.has(latest.changeId) ? latest.changeId : 'none';
  return tx.addEffect({ kind: 'discord-roles', memberId, changeId });
}
