import { findBlacklisting } from '../blacklist/blacklist.ts';
import type { Settings } from '../clans/settings.ts';
import type { Actor } from '../context/command-context.ts';
import type { Queryable } from '../database/database.ts';
import { timestamp } from '../discord/text.ts';
import { UserError } from '../errors/user-error.ts';
import type { Route } from '../interactions/declaration.ts';
import type { Interaction } from '../interactions/interaction.ts';
import { refuseDuringCooldown } from './cooldown.ts';
import { reaches, tierOf } from './tiers.ts';

/**
 * Who acts, when they may use this route now: their tier reaches, they are not blacklisted (where that matters),
 * and no cooldown runs. Throws `UserError` otherwise. Decided from the signed interaction and the clan's own
 * settings only.
 */
export async function authorize(
  q: Queryable,
  interaction: Interaction,
  { route, settings, now }: { readonly route: Route; readonly settings: Settings; readonly now: number },
): Promise<Actor> {
  const { user } = interaction;
  const tier = tierOf(interaction, settings);
  if (!reaches(tier, route.tier)) {
    throw new UserError(
      'tier-needed',
      `This needs the ${route.tier} tier, and you are ${tier}. Nothing was changed. ` +
        'Ask an admin of the clan if you should have it.',
    );
  }
  if (route.whenBlacklisted === 'refuse') {
    const entry = await findBlacklisting(q, user.id, now);
    if (entry !== undefined) {
      const until = entry.expiresAt === null ? '' : ` until ${timestamp(entry.expiresAt)}`;
      throw new UserError(
        'blacklisted',
        `You are on the clan's blacklist${until}, so you cannot use this. Nothing was changed. ` +
          'Talk to an admin of the clan about it.',
      );
    }
  }
  if (route.cooldownSeconds > 0 && route.duringCooldown === 'refuse')
    await refuseDuringCooldown(q, {
      discordId: user.id,
      key: route.key,
      seconds: route.cooldownSeconds,
      now,
    });
  return { id: user.id, tier };
}
