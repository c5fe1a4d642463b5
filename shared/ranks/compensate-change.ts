import type { Settings } from '../clans/settings.ts';
import { findMember, type Member } from '../members/member.ts';
import type { ChangeTransaction } from '../outbox/change-transaction.ts';
import { changeSums } from '../points/change-sums.ts';
import { addEntry, findEntry } from '../points/point-entry.ts';
import { type ChangedRank, changeRank } from './change-rank.ts';
import { type Rank, rankById } from './rank.ts';
import { endRobloxChange, type RankChange } from './rank-change.ts';

/**
 * Takes back a rank change that Roblox refused for good (`roblox_refusal: "compensate"`): the member returns to the
 * old rank, and the progress that the change reset comes back by a ledger entry, as far as it does not exceed the
 * lifetime points. Undefined when the member has another rank by now: the change then only counts as refused.
 */
export async function compensateChange(
  tx: ChangeTransaction,
  refusal: {
    readonly change: RankChange;
    readonly error: string;
    readonly ranks: readonly Rank[];
    readonly settings: Settings;
    readonly now: number;
  },
): Promise<ChangedRank | undefined> {
  const { change, error, ranks, settings, now } = refusal;
  const member = await findMember(tx, change.memberId);
  const old = ranks.find((rank) => rank.id === change.oldRankId);
  if (member === undefined || old === undefined || member.rankId !== change.newRankId) {
    await endRobloxChange(tx, change.changeId, { state: 'refused', error });
    return undefined;
  }
  const open = await endRobloxChange(tx, change.changeId, { state: 'compensated', error });
  if (!open) return undefined;
  const changed = await changeRank(tx, {
    member,
    to: rankById(ranks, old.id),
    ranks,
    cause: 'compensate',
    actorId: null,
    settings,
    now,
    roblox: 'already',
  });
  if (change.resetEntryId !== null) await giveBack(tx, member, change.resetEntryId, now);
  return changed;
}

async function giveBack(
  tx: ChangeTransaction,
  member: Member,
  resetEntryId: string,
  now: number,
): Promise<void> {
  const reset = await findEntry(tx, resetEntryId);
  if (reset === undefined || reset.reversedBy !== null) return;
  const given = Math.max(0, Math.min(-reset.pointsDelta, member.totalPoints - member.points));
  await changeSums(tx, [{ member, points: given, lifetime: 0 }]);
  await addEntry(tx, {
    entryId: tx.newId(),
    memberId: member.discordId,
    pointsDelta: given,
    lifetimeDelta: 0,
    kind: 'undo',
    actorId: null,
    reverses: resetEntryId,
    createdAt: now,
  });
}
