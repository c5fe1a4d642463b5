import { DiscordError, isDiscordCode } from '../discord/errors.ts';
import { sayRefusedRole } from '../discord/power-texts.ts';
import type { Effect } from '../outbox/effect.ts';
import { type Rank, rankById, ranksOf } from '../ranks/rank.ts';
import { changeAmong, findMemberWithChanges } from '../ranks/rank-change.ts';
import { ranksLeftOnDiscord } from '../ranks/ranks-left.ts';
import { auditTexts } from './audit-texts.ts';
import { refusalToGive } from './givable-role.ts';
import type { DeliveryContext, EffectResult, Perform } from './performer.ts';
import { forgetFoundRole, roleForRank, roleGivenBy } from './rank-discord-role.ts';
import { storedResults } from './result-texts.ts';
import { isUnauthorized, noteFailure } from './service-pause.ts';

/** How the effect ends for somebody who is not in the server: there is nothing to do. */
export const LEFT_SERVER = storedResults.leftServer;

type DiscordRoles = Extract<Effect, { kind: 'discord-roles' }>;

/**
 * Brings a member's Discord roles to the rank they have now, whatever it was when the change was made. First the
 * role of that rank is given; only then is taken what the old rank gave. A role that belongs to no rank left
 * behind is never touched. Safe to run again: what is held is not given, what is not held is not taken.
 */
export const performDiscordRoles: Perform<DiscordRoles> = async ({ memberId, changeId }, context) => {
  const { db, discord, settings } = context;
  const known = await findMemberWithChanges(db, memberId);
  if (known === undefined) return { done: storedResults.noRecord };
  const { member, changes } = known;
  const person = await discord.member(memberId);
  if (person === undefined) return { done: LEFT_SERVER };
  const ranks = await ranksOf(db, context);
  const rank = rankById(ranks, member.rankId);
  const wanted = await roleForRank(context, rank);
  if ('refused' in wanted) return { failed: wanted.refused };

  const reason = auditTexts(settings.locale).rank(rank.name);
  const changed: string[] = [];
  if (!person.roleIds.includes(wanted.roleId)) {
    const refusal = await refusalToGive(context, wanted.roleId);
    if (refusal !== undefined) {
      const refused = sayRefusedRole('en', { by: 'rank', name: rank.name, objection: refusal });
      return { failed: `${refused} ${storedResults.chooseRankRole}` };
    }
    const ended = await attempt(context, () => discord.addRole(memberId, wanted.roleId, reason));
    if (ended === 'left') return { done: LEFT_SERVER };
    if (ended === 'no-role') return lostRole(context, rank, wanted.roleId);
    if (ended !== 'done') return { failed: storedResults.roleNotGiven(rank.name, ended.denied) };
    changed.push(storedResults.roleGiven(rank.name));
  }

  const change = await changeAmong(db, changes, changeId);
  const left = change === undefined ? [] : await ranksLeftOnDiscord(db, change, changes);
  for (const old of ranks.filter((one) => left.includes(one.id) && one.id !== rank.id)) {
    const roleId = await roleGivenBy(context, old);
    if (roleId === undefined || roleId === wanted.roleId || !person.roleIds.includes(roleId)) continue;
    const ended = await attempt(context, () => discord.removeRole(memberId, roleId, reason));
    if (typeof ended === 'object') {
      return {
        failed: [...changed, storedResults.roleNotTaken(old.name, ended.denied)].join(', '),
      };
    }
    changed.push(storedResults.roleTaken(old.name));
  }
  return { done: changed.length === 0 ? storedResults.nothingToChange : changed.join(', ') };
};

type Ended = 'done' | 'left' | 'no-role' | { readonly denied: string };

/** One change of a role. Throws what passes by itself or is fixed by a new token; the rest is said. */
async function attempt(context: DeliveryContext, call: () => Promise<void>): Promise<Ended> {
  try {
    await call();
    return 'done';
  } catch (error) {
    if (isDiscordCode(error, 'unknownMember', 'unknownUser')) return 'left';
    if (isDiscordCode(error, 'unknownRole')) return 'no-role';
    if (!(error instanceof DiscordError) || error.retryable || isUnauthorized(error)) throw error;
    await noteFailure(context.db, error, { now: context.now(), log: context.log });
    return {
      denied: isDiscordCode(error, 'missingPermissions', 'missingAccess')
        ? storedResults.mayNotManageRole
        : error.message,
    };
  }
}

/** A role that was found by name is looked for again; one that somebody chose is theirs to choose again. */
async function lostRole(context: DeliveryContext, rank: Rank, roleId: string): Promise<EffectResult> {
  if (await forgetFoundRole(context, rank, roleId)) {
    return { again: storedResults.roleLost(rank.name), afterMs: 0 };
  }
  return { failed: `${storedResults.roleGone(rank.name)} ${storedResults.chooseRankRole}` };
}
