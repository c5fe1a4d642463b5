import type { CommandContext } from '../../shared/context/command-context.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { givableRoles } from '../../shared/ranks/group-roles.ts';
import type { GroupRole } from '../../shared/roblox/client.ts';
import { RobloxError } from '../../shared/roblox/errors.ts';
import { texts } from './texts.ts';

/** The group's roles as they are now, by rising rank, without Guest. Throws `UserError` `roblox-unavailable`. */
export async function readGroupRoles({ roblox, log }: CommandContext): Promise<readonly GroupRole[]> {
  try {
    return givableRoles(await roblox.groupRolesNow());
  } catch (error) {
    if (!(error instanceof RobloxError)) throw error;
    log.warning('Roblox could not be read for /ranks', { status: error.status, code: error.code });
    throw new UserError('roblox-unavailable', texts.robloxAway);
  }
}
