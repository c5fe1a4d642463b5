import { isLinked, type LinkedMember, recordSync } from '../members/member.ts';
import type { Effect } from '../outbox/effect.ts';
import { rankRoleIds } from '../ranks/decide-rank.ts';
import { groupRoleOf, groupRolesOf, isBaseRole } from '../ranks/group-roles.ts';
import { type Rank, rankById, ranksOf } from '../ranks/rank.ts';
import {
  changeAmong,
  endRobloxChange,
  findMemberWithChanges,
  type RankChange,
} from '../ranks/rank-change.ts';
import { ranksLeftOnRoblox } from '../ranks/ranks-left.ts';
import type { GroupRole, Membership } from '../roblox/client.ts';
import { RobloxError } from '../roblox/errors.ts';
import { acceptRobloxRank, rankGivenOnRoblox } from './accept-roblox-rank.ts';
import type { DeliveryContext, EffectResult, Perform } from './performer.ts';
import { refuseOnRoblox } from './refuse-on-roblox.ts';
import { storedResults } from './result-texts.ts';
import { isUnauthorized, noteFailure } from './service-pause.ts';

type RobloxRoles = Extract<Effect, { kind: 'roblox-roles' }>;

/**
 * Brings a member's roles in the Roblox group to the rank they have now, whatever it was when the change was
 * made: the role of that rank is assigned, and only then is unassigned what the rank left behind gave. Roles that
 * belong to no rank left behind are never touched. Where the rank was changed on Roblox meanwhile, that holds; a
 * refusal for good is handled as the clan chose. Safe to run again: both calls do nothing when it is so already.
 */
export const performRobloxRoles: Perform<RobloxRoles> = async ({ memberId, changeId }, context) => {
  const { db } = context;
  const known = await findMemberWithChanges(db, memberId);
  if (known === undefined) return { done: storedResults.noRecord };
  const { member, changes } = known;
  const [ranks, change] = [await ranksOf(db, context), await changeAmong(db, changes, changeId)];
  if (!isLinked(member)) {
    await endRobloxChange(db, changeId, { state: 'refused', error: storedResults.notLinkedNow });
    return { failed: storedResults.notLinked };
  }
  const read = await readGroup(context, member.robloxUserId);
  if ('refusal' in read) return refuseOnRoblox(context, { change, ranks, reason: read.refusal });
  const { groupRoles, membership } = read;
  const rank = rankById(ranks, member.rankId);
  const wanted = groupRoleOf(rank, groupRoles);
  const work: Work = { context, change, changes, ranks, rank, groupRoles, member, membership };
  if (membership === undefined) return refused(work, storedResults.notInGroup);
  if (wanted === undefined) {
    return refused(work, storedResults.noRobloxRole(rank.name, rank.robloxRank));
  }
  return bringToRank(work, membership, wanted);
};

interface Work {
  readonly context: DeliveryContext;
  readonly change: RankChange | undefined;
  /** The member's latest, newest first. */
  readonly changes: readonly RankChange[];
  readonly ranks: readonly Rank[];
  /** The rank the member has now. */
  readonly rank: Rank;
  readonly groupRoles: readonly GroupRole[];
  readonly member: LinkedMember;
  readonly membership: Membership | undefined;
}

async function bringToRank(work: Work, membership: Membership, wanted: GroupRole): Promise<EffectResult> {
  const { context, change, changes, ranks, rank, groupRoles } = work;
  const held = new Set(membership.roleIds);
  const ofRank = new Set(groupRolesOf(rank, groupRoles).map((role) => role.id));
  const changed: string[] = [];
  if (![...ofRank].some((id) => held.has(id))) {
    const waiting = change === undefined ? undefined : { ...work, change, roleIds: membership.roleIds };
    const given = waiting && (await rankGivenOnRoblox(context, waiting));
    if (waiting !== undefined && given !== undefined) return acceptRobloxRank(context, waiting, given);
    const problem = await attempt(() => context.roblox.assignRole(membership.path, wanted.id));
    if (problem !== undefined) return refused(work, problem);
    held.add(wanted.id);
    changed.push(storedResults.roleGiven(wanted.name));
  }
  const left = change === undefined ? [] : ranksLeftOnRoblox(change, changes);
  const toTake = ranks
    .filter((one) => left.includes(one.id))
    // Every member holds the base role (FACTS, Roblox): nobody is asked to lose it.
    .flatMap((old) => groupRolesOf(old, groupRoles).filter((role) => !isBaseRole(role, old, groupRoles)))
    .filter((role) => held.has(role.id) && !ofRank.has(role.id));
  const problems: string[] = [];
  for (const role of new Set(toTake)) {
    const problem = await attempt(() => context.roblox.unassignRole(membership.path, role.id));
    if (problem === undefined) {
      held.delete(role.id);
      changed.push(storedResults.roleTaken(role.name));
    } else problems.push(storedResults.roleNotTaken(role.name, problem));
  }
  await finish(work, held, problems);
  if (problems.length > 0) return { failed: [...changed, ...problems].join(', ') };
  return { done: changed.length === 0 ? storedResults.nothingToChange : changed.join(', ') };
}

/** The rank has reached Roblox; an old role that stayed there is no refusal of it. */
async function finish(work: Work, held: ReadonlySet<string>, problems: readonly string[]): Promise<void> {
  const { context, change } = work;
  await context.db.transaction(async (tx) => {
    await recordSync(tx, seen(work, [...held]));
    if (change === undefined) return;
    const error = problems.join(' ');
    await endRobloxChange(tx, change.changeId, { state: 'done', ...(error === '' ? {} : { error }) });
  });
}

/** The roles seen are kept first: a held rank is left alone until they change. */
async function refused(work: Work, reason: string): Promise<EffectResult> {
  const { context, change, ranks, membership } = work;
  await recordSync(context.db, seen(work, membership?.roleIds ?? []));
  return refuseOnRoblox(context, { change, ranks, reason });
}

function seen({ context, member, ranks, groupRoles }: Work, roleIds: readonly string[]) {
  return {
    discordId: member.discordId,
    robloxUserId: member.robloxUserId,
    robloxName: undefined,
    robloxRoleIds: rankRoleIds(ranks, groupRoles, roleIds),
    now: context.now(),
  };
}

/** The group's roles and the member's. A refusal for good ends the change as well: nobody would come back to it. */
async function readGroup(context: DeliveryContext, robloxUserId: string) {
  const { roblox } = context;
  try {
    return { groupRoles: await roblox.groupRoles(), membership: await roblox.membership(robloxUserId) };
  } catch (error) {
    const refusal = refusalIn(error);
    await noteFailure(context.db, refusal, { now: context.now(), log: context.log });
    return { refusal: refusal.message };
  }
}

/**
 * Undefined: done. What Roblox said, when it refused for good: a matter of this one role, which counts towards no pause.
 * Throws what passes by itself or needs a new key.
 */
async function attempt(call: () => Promise<void>): Promise<string | undefined> {
  try {
    await call();
    return undefined;
  } catch (thrown) {
    const error = refusalIn(thrown);
    return error.status === 403 ? storedResults.keyRefused : error.message;
  }
}

/** An error that is a refusal for good. Throws every other. */
function refusalIn(error: unknown): RobloxError {
  if (!(error instanceof RobloxError) || error.retryable || isUnauthorized(error)) throw error;
  return error;
}
