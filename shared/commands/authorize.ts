import type { Settings } from '../clans/settings.ts';
import type { Actor } from '../context/command-context.ts';
import { UserError } from '../errors/user-error.ts';
import type { Route } from '../interactions/declaration.ts';
import type { Interaction } from '../interactions/interaction.ts';
import { tierNames } from '../interactions/tier-names.ts';
import { refuseWhileCooling } from './cooldown.ts';
import type { Opening } from './opening.ts';
import { commandTexts } from './texts.ts';
import { reaches, tierOf } from './tiers.ts';

/**
 * Who acts, when they may use this route now: their tier reaches, they are not blacklisted (where that matters),
 * and no cooldown runs. Throws `UserError` otherwise. Decided from the signed interaction, the clan's own settings and
 * the opening look-up only.
 */
export function authorize(
  interaction: Interaction,
  {
    route,
    settings,
    opening,
    now,
  }: {
    readonly route: Route;
    readonly settings: Settings;
    readonly opening: Opening;
    readonly now: number;
  },
): Actor {
  const { user } = interaction;
  const tier = tierOf(interaction, settings);
  if (!reaches(tier, route.tier)) {
    throw new UserError('tier-needed', (locale) => {
      const names = tierNames(locale);
      return commandTexts(locale).tierNeeded(names[route.tier], names[tier]);
    });
  }
  const { blacklisted } = opening;
  if (route.whenBlacklisted === 'refuse' && blacklisted !== undefined) {
    const { until } = blacklisted;
    throw new UserError('blacklisted', (locale) => {
      const texts = commandTexts(locale);
      return until === null ? texts.blacklisted : texts.blacklistedUntil(until);
    });
  }
  if (route.cooldownSeconds > 0 && route.duringCooldown === 'refuse')
    refuseWhileCooling(opening.cooldownUntil, { seconds: route.cooldownSeconds, now });
  return { id: user.id, tier };
}
