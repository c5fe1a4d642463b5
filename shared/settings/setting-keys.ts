import { Settings } from '../clans/settings.ts';

/** What commands may change above the file. Identity (application, guild, group) is not among it. */
const COMMAND_KEYS = [
  'channels.admin',
  'channels.event_log',
  'channels.point_log',
  'channels.log',
  'roles.admin',
  'roles.moderator',
  'roles.officer',
  'roles.verified',
  'roles.on_leave',
  'log_level',
  'locale',
  'time_zone',
  'verification',
  'nickname',
] as const;
export type SettingKey = (typeof COMMAND_KEYS)[number];

export function isCommandKey(key: string): key is SettingKey {
  return COMMAND_KEYS.some((known) => known === key);
}

/** The settings with one of them changed; `key` may be a path of two parts. Throws when the value does not fit. */
export function withSetting(settings: Settings, key: SettingKey, value: unknown): Settings {
  return Settings.parse(place(settings, key, value));
}

/**
 * The settings with changes on top. A change that a later version of the bot no longer accepts is left out, so
 * that it cannot keep the clan from `/settings`, where it can be fixed.
 */
export function changedSettings(
  file: Settings,
  changes: readonly { readonly key: string; readonly value: unknown }[],
): Settings {
  let raw: Record<string, unknown> = file;
  for (const change of changes) raw = place(raw, change.key, change.value);
  const all = Settings.safeParse(raw);
  if (all.success) return all.data;
  let settings = file;
  for (const change of changes) {
    const next = Settings.safeParse(place(settings, change.key, change.value));
    if (next.success) settings = next.data;
  }
  return settings;
}

function place(settings: Record<string, unknown>, key: string, value: unknown): Record<string, unknown> {
  const dot = key.indexOf('.');
  if (dot < 0) return { ...settings, [key]: value };
  const [group, name] = [key.slice(0, dot), key.slice(dot + 1)];
  const inner = settings[group];
  return { ...settings, [group]: { ...(typeof inner === 'object' ? inner : {}), [name]: value } };
}
