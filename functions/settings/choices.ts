import type { ChannelName, Settings } from '../../shared/clans/settings.ts';

/** What can be chosen, as Discord offers it; the value is what `settings.json` calls it. */
export const CHANNELS: readonly { readonly name: string; readonly value: ChannelName }[] = [
  { name: 'Admin (reviews, promotion cards, notices)', value: 'admin' },
  { name: 'Event log (public)', value: 'event_log' },
  { name: 'Point log', value: 'point_log' },
  { name: 'Log (errors, sync summaries)', value: 'log' },
];

export type RoleSetting = keyof Settings['roles'];
export const ROLES: readonly { readonly name: string; readonly value: RoleSetting }[] = [
  { name: 'Officer', value: 'officer' },
  { name: 'Moderator', value: 'moderator' },
  { name: 'Admin', value: 'admin' },
  { name: 'Verified (given to everybody who links)', value: 'verified' },
];

export const LOG_LEVELS: readonly { readonly name: string; readonly value: Settings['log_level'] }[] = [
  { name: 'Critical: only what stops the bot', value: 'critical' },
  { name: 'Error: commands that failed too', value: 'error' },
  { name: 'Warning: also what may become a problem', value: 'warning' },
  { name: 'None: nothing', value: 'none' },
];

/** The chosen value, checked again: choices are only checked by Discord's own client. */
export function chosen<T>(
  from: readonly { readonly name: string; readonly value: T }[],
  option: unknown,
): { readonly name: string; readonly value: T } | undefined {
  return from.find((choice) => choice.value === option);
}
