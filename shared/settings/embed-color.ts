import type { Settings } from '../clans/settings.ts';

/** The clan's color as Discord's embeds want it. */
export function embedColor(settings: Pick<Settings, 'color'>): number {
  return Number.parseInt(settings.color.slice(1), 16);
}
