import type { CommandContext } from '../../shared/context/command-context.ts';
import { givableRoles } from '../../shared/ranks/group-roles.ts';
import { readOrRefuse } from '../../shared/refusals/read-or-refuse.ts';
import type { GroupRole } from '../../shared/roblox/client.ts';
import { texts } from './texts.ts';

/** The group's roles as they are now, by rising rank, without Guest. Throws what `readOrRefuse` throws. */
export async function readGroupRoles(context: CommandContext): Promise<readonly GroupRole[]> {
  return givableRoles(
    await readOrRefuse(
      context,
      (locale) => texts(locale).robloxUnread,
      () => context.roblox.groupRolesNow(),
    ),
  );
}
