import { DiscordError, isDiscordCode } from '../discord/errors.ts';
import { findLeave, keepLeaveRole, type Leave } from '../leave/leave.ts';
import type { Effect } from '../outbox/effect.ts';
import { tierOfRole } from '../settings/role-rules.ts';
import { refusalToGive } from './givable-role.ts';
import type { DeliveryContext, EffectResult, Perform } from './performer.ts';
import { isUnauthorized, noteFailure } from './service-pause.ts';

type LeaveRole = Extract<Effect, { kind: 'leave-role' }>;

const GIVEN = 'On leave';
const TAKEN = 'The leave has ended';
const SET_ANOTHER = 'Set another one as roles.on_leave.';

/**
 * Brings the role of those on leave to how the leave stands: given while it runs (the role that the settings name), taken
 * when it does not. Which one was given is kept with the leave before it is given, so that this one is taken though the
 * settings name another by then; one that the member had before is theirs.
 */
export const performLeaveRole: Perform<LeaveRole> = async ({ memberId, leaveId }, context) => {
  const leave = await findLeave(context.db, leaveId);
  if (leave === undefined) return { done: 'there is no such leave any more' };
  const { on_leave } = context.settings.roles;
  if (leave.status !== 'running') return take(memberId, leave, context);
  const roleId = leave.roleId ?? on_leave;
  return roleId === null ? { done: 'no role is set' } : give(memberId, leave, roleId, context);
};

async function give(
  memberId: string,
  leave: Leave,
  roleId: string,
  context: DeliveryContext,
): Promise<EffectResult> {
  const { db, discord, settings } = context;
  const person = await discord.member(memberId);
  if (person === undefined) return { done: 'they have left the server' };
  if (person.roleIds.includes(roleId)) return { done: 'nothing to change' };
  if (tierOfRole(settings, roleId) !== undefined) {
    return {
      failed: `the role of those on leave gives a tier of the bot, so it is not handed out. ${SET_ANOTHER}`,
    };
  }
  const refusal = await refusalToGive(context, roleId);
  if (refusal !== undefined) return { failed: `the role of those on leave ${refusal} ${SET_ANOTHER}` };
  await keepLeaveRole(db, leave.id, roleId);
  const failed = await asked(context, () => discord.addRole(memberId, roleId, GIVEN));
  return failed ?? { done: 'given' };
}

async function take(memberId: string, leave: Leave, context: DeliveryContext): Promise<EffectResult> {
  const { db, discord } = context;
  const { roleId } = leave;
  if (roleId === null) return { done: 'nothing to change' };
  const failed = await asked(context, () => discord.removeRole(memberId, roleId, TAKEN));
  if (failed !== undefined) return failed;
  await keepLeaveRole(db, leave.id, null);
  return { done: 'taken' };
}

/** Undefined: it is done. Somebody who has left has no role. */
async function asked(
  { db, now, log }: DeliveryContext,
  change: () => Promise<unknown>,
): Promise<EffectResult | undefined> {
  try {
    await change();
    return undefined;
  } catch (error) {
    if (isDiscordCode(error, 'unknownMember', 'unknownUser')) return { done: 'they have left the server' };
    if (!(error instanceof DiscordError) || error.retryable || isUnauthorized(error)) throw error;
    await noteFailure(db, error, { now: now(), log });
    if (isDiscordCode(error, 'unknownRole')) {
      return { failed: `the role of those on leave no longer exists. ${SET_ANOTHER}` };
    }
    if (!isDiscordCode(error, 'missingPermissions', 'missingAccess')) return { failed: error.message };
    return {
      failed:
        'the bot needs the permission Manage Roles, and its own role must stand above the role of those on leave.',
    };
  }
}
