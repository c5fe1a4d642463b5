import type { Settings } from '../clans/settings.ts';
import { isLinked, type Member, recordSync } from '../members/member.ts';
import { sameRoles } from '../members/role-ids.ts';
import type { ChangeTransaction } from '../outbox/change-transaction.ts';
import { addNickname } from '../settings/add-nickname.ts';
import { changedHereToo, logBothChanged } from './both-changed.ts';
import { type ChangedRank, changeRank } from './change-rank.ts';
import { findMemberToSync } from './open-roblox-effect.ts';
import type { Rank } from './rank.ts';
import { rankChangesOf } from './rank-change.ts';
import { changesFailedOnDiscord } from './ranks-left.ts';
import { planSync, type SyncFacts, type SyncPlan } from './sync-plan.ts';

/** What a sync came to. */
export interface Synced {
  /** As read in the transaction, while rank and points are still those; undefined once they changed. */
  readonly member?: Member | undefined;
  /** As it was carried out. */
  readonly plan: SyncPlan;
  /** Undefined: the rank did not change. */
  readonly moved: Moved | undefined;
  /** The effect that changes the Discord roles. */
  readonly discordEffectId: string | undefined;
  /** The effect that sets the nickname; undefined where neither rank nor name changed, or the clan sets none. */
  readonly nicknameEffectId?: string | undefined;
}

export interface Moved {
  readonly from: Rank;
  readonly to: Rank;
  readonly change: ChangedRank;
  /** The rank had been changed with a command as well; the log channel gets a message. */
  readonly bothChanged: boolean;
}

export interface Apply {
  /** What was read; `member` is as they were at that time. */
  readonly facts: Omit<SyncFacts, 'hasOpenEffect'>;
  readonly settings: Settings;
  /** Null: the job. */
  readonly actorId: string | null;
  /** Unix milliseconds. */
  readonly now: number;
}

/**
 * Plans once more with the member of this transaction, carries the plan out and keeps what was read. Safe to run
 * again: what was read before the member's last change changes nothing (`changed-meanwhile`).
 */
export async function applySync(tx: ChangeTransaction, apply: Apply): Promise<Synced> {
  const { facts, settings, now } = apply;
  const { member, hasOpenEffect } = await findMemberToSync(tx, facts.member.discordId);
  const nothing = { member, moved: undefined, discordEffectId: undefined };
  if (member === undefined || !isLinked(member) || !isSame(member, facts)) {
    const plan = planSync({ ...facts, hasOpenEffect: false });
    return { ...nothing, plan: { ...plan, steps: [], differences: [{ kind: 'changed-meanwhile' }] } };
  }
  const plan = planSync({ ...facts, member, hasOpenEffect });
  if (hasOpenEffect || facts.roblox.kind === 'away') return { ...nothing, plan };
  // Nothing was read of an account that is gone; a look that counted as fresh would keep the next one from asking.
  if (facts.roblox.kind !== 'account-gone') await keepWhatWasRead(tx, plan, now);
  const move = plan.steps.find((step) => step.kind === 'move');
  if (move !== undefined) {
    const bothChanged = await changedHereToo(tx, member);
    const { ranks } = facts;
    const { actorId } = apply;
    const { from, to } = move;
    const change = await changeRank(tx, {
      member,
      to,
      ranks,
      cause: 'sync',
      actorId,
      settings,
      now,
      roblox: 'already',
    });
    if (bothChanged) await logBothChanged(tx, settings, { memberId: member.discordId, to });
    return {
      plan,
      moved: { from, to, change, bothChanged },
      discordEffectId: change.discordEffectId,
      nicknameEffectId: change.nicknameEffectId,
    };
  }
  const gives = plan.steps.some(({ kind }) => kind === 'give' || kind === 'make-role');
  const isRenamed = plan.steps.some(({ kind }) => kind === 'keep-name');
  return {
    ...nothing,
    plan,
    discordEffectId: gives ? await giveRankRole(tx, member.discordId) : undefined,
    nicknameEffectId: isRenamed ? await addNickname(tx, settings, member.discordId) : undefined,
  };
}

async function keepWhatWasRead(tx: ChangeTransaction, plan: SyncPlan, now: number): Promise<void> {
  const { member, roblox } = plan;
  await recordSync(tx, {
    discordId: member.discordId,
    robloxUserId: member.robloxUserId,
    robloxName: 'robloxName' in roblox ? roblox.robloxName : undefined,
    robloxRoleIds: plan.rankRoleIds,
    now,
  });
}

/**
 * Has a member given the Discord role of their rank again. What an earlier change should have taken is taken along
 * only when its effect failed: everything else may have been given by hand since. Returns the effect's id.
 */
async function giveRankRole(tx: ChangeTransaction, memberId: string): Promise<string> {
  const [latest] = await rankChangesOf(tx, memberId, 1);
  const failed = await changesFailedOnDiscord(tx, memberId);
  const changeId = latest !== undefined && failed.has(latest.changeId) ? latest.changeId : 'none';
  return tx.addEffect({ kind: 'discord-roles', memberId, changeId });
}

/** Whether nothing that a sync depends on changed since the reading, and nothing newer was read or written on Roblox. */
function isSame(now: Member, { member: then, readAt }: Pick<SyncFacts, 'member' | 'readAt'>): boolean {
  return (
    (readAt === undefined || now.syncedAt === null || now.syncedAt <= readAt) &&
    now.rankId === then.rankId &&
    now.robloxUserId === then.robloxUserId &&
    now.refusedChangeId === then.refusedChangeId &&
    sameRoles(now.robloxRoleIds, then.robloxRoleIds)
  );
}
