import type { ChannelName, Settings } from '../../shared/clans/settings.ts';

/** What can be chosen, as `settings.json` calls it; Discord offers them in this order. */
export const CHANNELS = ['admin', 'event_log', 'point_log', 'log'] as const satisfies readonly ChannelName[];

export type RoleSetting = keyof Settings['roles'];
export const ROLES = [
  'officer',
  'moderator',
  'admin',
  'verified',
  'on_leave',
] as const satisfies readonly RoleSetting[];

export const LOG_LEVELS = [
  'critical',
  'error',
  'warning',
  'none',
] as const satisfies readonly Settings['log_level'][];

/** The chosen value, checked again: choices are only checked by Discord's own client. */
export function chosen<T>(from: readonly T[], option: unknown): T | undefined {
  return from.find((value) => value === option);
}
