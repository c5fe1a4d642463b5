import type { Settings } from '../clans/settings.ts';
import { TIERS, type Tier } from '../interactions/declaration.ts';
import type { Interaction } from '../interactions/interaction.ts';

const ADMINISTRATOR = 1n << 3n;

/**
 * The tier of whoever signed for this interaction: by their roles, by `admin_user_ids`, or as an administrator of
 * the server. The highest that applies.
 */
export function tierOf(
  { user, roleIds, permissions }: Pick<Interaction, 'user' | 'roleIds' | 'permissions'>,
  { roles, admin_user_ids }: Pick<Settings, 'roles' | 'admin_user_ids'>,
): Tier {
  if ((permissions & ADMINISTRATOR) !== 0n || admin_user_ids.includes(user.id)) return 'admin';
  const highest = (['admin', 'moderator', 'officer'] as const).find((tier) =>
    roles[tier].some((roleId) => roleIds.includes(roleId)),
  );
  return highest ?? 'member';
}

/** Whether somebody of tier `held` may do what needs `needed`. */
export function reaches(held: Tier, needed: Tier): boolean {
  return TIERS.indexOf(held) >= TIERS.indexOf(needed);
}
