import { DiscordError, isDiscordCode } from '../discord/errors.ts';
import { sayObjection } from '../discord/power-texts.ts';
import { findLeave, keepLeaveRole, type Leave } from '../leave/leave.ts';
import type { Effect } from '../outbox/effect.ts';
import { tierOfRole } from '../settings/role-rules.ts';
import { auditTexts } from './audit-texts.ts';
import { refusalToGive } from './givable-role.ts';
import type { DeliveryContext, EffectResult, Perform } from './performer.ts';
import { storedResults } from './result-texts.ts';
import { isUnauthorized, noteFailure } from './service-pause.ts';

type LeaveRole = Extract<Effect, { kind: 'leave-role' }>;

/**
 * Brings the role of those on leave to how the leave stands: given while it runs (the role that the settings name), taken
 * when it does not. Which one was given is kept with the leave before it is given, so that this one is taken though the
 * settings name another by then; one that the member had before is theirs.
 */
export const performLeaveRole: Perform<LeaveRole> = async ({ memberId, leaveId }, context) => {
  const leave = await findLeave(context.db, leaveId);
  if (leave === undefined) return { done: storedResults.noLeave };
  const { on_leave } = context.settings.roles;
  if (leave.status !== 'running') return take(memberId, leave, context);
  const roleId = leave.roleId ?? on_leave;
  return roleId === null ? { done: storedResults.noLeaveRole } : give(memberId, leave, roleId, context);
};

async function give(
  memberId: string,
  leave: Leave,
  roleId: string,
  context: DeliveryContext,
): Promise<EffectResult> {
  const { db, discord, settings } = context;
  const person = await discord.member(memberId);
  if (person === undefined) return { done: storedResults.leftServer };
  if (person.roleIds.includes(roleId)) return { done: storedResults.nothingToChange };
  if (tierOfRole(settings, roleId) !== undefined) {
    return { failed: `${storedResults.leaveGivesTier} ${storedResults.setLeaveRole}` };
  }
  const refusal = await refusalToGive(context, roleId);
  if (refusal !== undefined) {
    const refused = storedResults.leaveRoleRefused(sayObjection('en', refusal));
    return { failed: `${refused} ${storedResults.setLeaveRole}` };
  }
  await keepLeaveRole(db, leave.id, roleId);
  const failed = await asked(context, () =>
    discord.addRole(memberId, roleId, auditTexts(settings.locale).onLeave),
  );
  return failed ?? { done: storedResults.given };
}

async function take(memberId: string, leave: Leave, context: DeliveryContext): Promise<EffectResult> {
  const { db, discord, settings } = context;
  const { roleId } = leave;
  if (roleId === null) return { done: storedResults.nothingToChange };
  const failed = await asked(context, () =>
    discord.removeRole(memberId, roleId, auditTexts(settings.locale).leaveEnded),
  );
  if (failed !== undefined) return failed;
  await keepLeaveRole(db, leave.id, null);
  return { done: storedResults.taken };
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
    if (isDiscordCode(error, 'unknownMember', 'unknownUser')) return { done: storedResults.leftServer };
    if (!(error instanceof DiscordError) || error.retryable || isUnauthorized(error)) throw error;
    await noteFailure(db, error, { now: now(), log });
    if (isDiscordCode(error, 'unknownRole')) {
      return { failed: `${storedResults.leaveRoleGone} ${storedResults.setLeaveRole}` };
    }
    if (!isDiscordCode(error, 'missingPermissions', 'missingAccess')) return { failed: error.message };
    return { failed: storedResults.leaveRoleTooHigh };
  }
}
