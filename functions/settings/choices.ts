import type { ChannelName, Settings } from '../../shared/clans/settings.ts';
import { texts } from './texts.ts';

/** What can be chosen, as Discord offers it; the value is what `settings.json` calls it. */
export const CHANNELS: readonly { readonly name: string; readonly value: ChannelName }[] = [
  { name: texts.choices.channels.admin, value: 'admin' },
  { name: texts.choices.channels.event_log, value: 'event_log' },
  { name: texts.choices.channels.point_log, value: 'point_log' },
  { name: texts.choices.channels.log, value: 'log' },
];

export type RoleSetting = keyof Settings['roles'];
export const ROLES: readonly { readonly name: string; readonly value: RoleSetting }[] = [
  { name: texts.choices.roles.officer, value: 'officer' },
  { name: texts.choices.roles.moderator, value: 'moderator' },
  { name: texts.choices.roles.admin, value: 'admin' },
  { name: texts.choices.roles.verified, value: 'verified' },
  { name: texts.choices.roles.on_leave, value: 'on_leave' },
];

export const LOG_LEVEL_CHOICES: readonly { readonly name: string; readonly value: Settings['log_level'] }[] =
  [
    { name: texts.choices.logLevels.critical, value: 'critical' },
    { name: texts.choices.logLevels.error, value: 'error' },
    { name: texts.choices.logLevels.warning, value: 'warning' },
    { name: texts.choices.logLevels.none, value: 'none' },
  ];

/** The chosen value, checked again: choices are only checked by Discord's own client. */
export function chosen<T>(
  from: readonly { readonly name: string; readonly value: T }[],
  option: unknown,
): { readonly name: string; readonly value: T } | undefined {
  return from.find((choice) => choice.value === option);
}
