import { makeSnowflake } from '../discord/snowflake.ts';
import { findMember, type LinkedMember } from '../members/member.ts';
import { recordSync } from '../members/record-sync.ts';
import { sameRoles } from '../members/role-ids.ts';
import { changeTransaction } from '../outbox/change-transaction.ts';
import { logBothChanged } from '../ranks/both-changed.ts';
import { changeRank } from '../ranks/change-rank.ts';
import { compensateChange } from '../ranks/compensate-change.ts';
import { decideRank, rankRoleIds } from '../ranks/decide-rank.ts';
import type { Rank } from '../ranks/rank.ts';
import { type RankChange, rankChangesOf } from '../ranks/rank-change.ts';
import type { GroupRole } from '../roblox/client.ts';
import type { DeliveryContext, EffectResult } from './performer.ts';
import { storedResults } from './result-texts.ts';

/** Far more changes than wait for Roblox at once. */
const LATEST = 20;

interface Waiting {
  readonly change: RankChange;
  readonly member: LinkedMember;
  readonly ranks: readonly Rank[];
  readonly groupRoles: readonly GroupRole[];
  /** All roles that the member holds in the group now. */
  readonly roleIds: readonly string[];
}

/**
 * The rank that somebody gave on the Roblox site while the change waited to be written there; undefined: nobody did.
 * To be asked when the member does not have a role of their rank yet. What an attempt of this bot wrote before it
 * died is no such rank.
 */
export async function rankGivenOnRoblox(
  { db }: DeliveryContext,
  { change, member, ranks, groupRoles, roleIds }: Waiting,
): Promise<Rank | undefined> {
  const before = ranks.find((rank) => rank.id === change.oldRankId);
  if (before === undefined) return undefined;
  if (sameRoles(member.robloxRoleIds, rankRoleIds(ranks, groupRoles, roleIds))) return undefined;
  const decision = decideRank({ ranks, groupRoles, current: before, roleIds });
  if (decision.kind !== 'moves') return undefined;
  const changes = await rankChangesOf(db, member.discordId, LATEST);
  const ours = changes.some((one) => one.createdAt >= change.createdAt && one.newRankId === decision.rank.id);
  return ours ? undefined : decision.rank;
}

/**
 * Roblox is the source of truth: where both were changed, the change from here is taken back with the progress that
 * it reset, and the member gets the rank that Roblox has. The log channel is told. Nothing is written on Roblox.
 */
export async function acceptRobloxRank(
  { db, settings, now, random, log }: DeliveryContext,
  { change, member, ranks, groupRoles, roleIds }: Waiting,
  given: Rank,
): Promise<EffectResult> {
  const base = makeSnowflake(now(), random);
  await db.transaction(async (queryable) => {
    const tx = changeTransaction(queryable, { base, now: now() });
    const error = storedResults.changedOnRoblox;
    await compensateChange(tx, { change, error, ranks, settings, now: now() });
    const present = await findMember(tx, member.discordId);
    if (present === undefined || present.rankId === given.id) return;
    const move = { member: present, to: given, ranks, settings, now: now() };
    await changeRank(tx, { ...move, cause: 'sync', actorId: null, roblox: 'already' });
    await recordSync(tx, {
      discordId: member.discordId,
      robloxUserId: member.robloxUserId,
      robloxName: undefined,
      robloxRoleIds: rankRoleIds(ranks, groupRoles, roleIds),
      now: now(),
    });
    await logBothChanged(tx, settings, { memberId: member.discordId, to: given });
  });
  log.info('A rank was changed here and on Roblox', { member: member.discordId, change: change.changeId });
  return { failed: storedResults.robloxWins(given.name) };
}
