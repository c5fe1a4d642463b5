import { DiscordError, isDiscordCode } from '../discord/errors.ts';
import { findOrMakeRole } from '../discord/find-or-make-role.ts';
import { sayObjection, sayRefusedRole } from '../discord/power-texts.ts';
import { findMember } from '../members/member.ts';
import type { Effect } from '../outbox/effect.ts';
import { roleRules, tierOfRole } from '../settings/role-rules.ts';
import { VERIFIED_NAME } from '../settings/verified-role.ts';
import { auditTexts } from './audit-texts.ts';
import { refusalToGive } from './givable-role.ts';
import type { Perform } from './performer.ts';
import { storedResults } from './result-texts.ts';
import { isUnauthorized, noteFailure } from './service-pause.ts';

type VerifiedRole = Extract<Effect, { kind: 'verified-role' }>;

/**
 * Gives the clan's Verified role: the one in the settings, else the guild's role of that name, which is made
 * when there is none. Nothing is done for somebody who left or is no longer linked.
 */
export const performVerifiedRole: Perform<VerifiedRole> = async ({ memberId }, context) => {
  const { db, discord, settings } = context;
  const reason = auditTexts(settings.locale).linked;
  const member = await findMember(db, memberId);
  if (member === undefined || member.robloxUserId === null) return { done: storedResults.unlinked };
  const person = await discord.member(memberId);
  if (person === undefined) return { done: storedResults.leftServer };

  let roleId = settings.roles.verified;
  if (roleId === null) {
    const named = await findOrMakeRole(discord, roleRules(context), VERIFIED_NAME, reason);
    if (named.kind === 'refused') {
      return { failed: `${sayRefusedRole('en', named.refused)} ${storedResults.setVerified}` };
    }
    roleId = named.role.id;
  }
  if (person.roleIds.includes(roleId)) return { done: storedResults.nothingToChange };
  if (tierOfRole(settings, roleId) !== undefined) {
    return { failed: `${storedResults.verifiedGivesTier} ${storedResults.setVerified}` };
  }
  const refusal = settings.roles.verified === null ? undefined : await refusalToGive(context, roleId);
  if (refusal !== undefined) {
    const refused = storedResults.verifiedRefused(sayObjection('en', refusal));
    return { failed: `${refused} ${storedResults.setVerified}` };
  }
  try {
    await discord.addRole(memberId, roleId, reason);
    return { done: storedResults.verifiedGiven };
  } catch (error) {
    if (isDiscordCode(error, 'unknownMember', 'unknownUser')) return { done: storedResults.leftServer };
    if (!(error instanceof DiscordError) || error.retryable || isUnauthorized(error)) throw error;
    await noteFailure(db, error, { now: context.now(), log: context.log });
    if (isDiscordCode(error, 'unknownRole')) {
      return { failed: `${storedResults.verifiedGone} ${storedResults.setVerified}` };
    }
    if (!isDiscordCode(error, 'missingPermissions', 'missingAccess')) return { failed: error.message };
    return { failed: storedResults.verifiedTooHigh };
  }
};
