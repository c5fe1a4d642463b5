import { DiscordError, isDiscordCode } from '../discord/errors.ts';
import { findOrMakeRole } from '../discord/find-or-make-role.ts';
import { sayRefusedRole } from '../discord/power-texts.ts';
import { findMember } from '../members/member.ts';
import type { Effect } from '../outbox/effect.ts';
import { roleRules, tierOfRole } from '../settings/role-rules.ts';
import { VERIFIED_NAME } from '../settings/verified-role.ts';
import { refusalToGive } from './givable-role.ts';
import type { Perform } from './performer.ts';
import { isUnauthorized, noteFailure } from './service-pause.ts';

type VerifiedRole = Extract<Effect, { kind: 'verified-role' }>;

const REASON = 'Linked a Roblox account';

/**
 * Gives the clan's Verified role: the one in the settings, else the guild's role of that name, which is made
 * when there is none. Nothing is done for somebody who left or is no longer linked.
 */
export const performVerifiedRole: Perform<VerifiedRole> = async ({ memberId }, context) => {
  const { db, discord, settings } = context;
  const member = await findMember(db, memberId);
  if (member === undefined || member.robloxUserId === null) return { done: 'they are not linked any more' };
  const person = await discord.member(memberId);
  if (person === undefined) return { done: 'they have left the server' };

  let roleId = settings.roles.verified;
  if (roleId === null) {
    const named = await findOrMakeRole(discord, roleRules(context), VERIFIED_NAME, REASON);
    if (named.kind === 'refused') {
      return { failed: `${sayRefusedRole('en', named.refused)} Set another one as roles.verified.` };
    }
    roleId = named.role.id;
  }
  if (person.roleIds.includes(roleId)) return { done: 'nothing to change' };
  if (tierOfRole(settings, roleId) !== undefined) {
    return {
      failed:
        'the Verified role gives a tier of the bot, so it is not handed out. Set another one as roles.verified.',
    };
  }
  const refusal = settings.roles.verified === null ? undefined : await refusalToGive(context, roleId);
  if (refusal !== undefined) {
    return { failed: `the Verified role ${refusal} Set another one as roles.verified.` };
  }
  try {
    await discord.addRole(memberId, roleId, REASON);
    return { done: 'Verified given' };
  } catch (error) {
    if (isDiscordCode(error, 'unknownMember', 'unknownUser')) return { done: 'they have left the server' };
    if (!(error instanceof DiscordError) || error.retryable || isUnauthorized(error)) throw error;
    await noteFailure(db, error, { now: context.now(), log: context.log });
    if (isDiscordCode(error, 'unknownRole')) {
      return { failed: 'the Verified role no longer exists. Set another one as roles.verified.' };
    }
    if (!isDiscordCode(error, 'missingPermissions', 'missingAccess')) return { failed: error.message };
    return {
      failed:
        'the bot needs the permission Manage Roles, and its own role must stand above the Verified role.',
    };
  }
};
