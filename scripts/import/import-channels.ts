import type { Queryable } from '../../shared/database/database.ts';
import { changeSetting, loadSettings, type SettingKey } from '../../shared/settings/settings-store.ts';
import type { OldLayout } from './old-layout.ts';
import type { OldSetting } from './old-rows.ts';
import { oldSettings } from './old-tables.ts';
import { discordId } from './old-values.ts';
import type { ImportRun } from './run.ts';

/** Every key that any version of the old bot wrote. */
const CHANNELS: Readonly<Record<string, 'admin' | 'event_log' | 'point_log'>> = {
  admin_channel_id: 'admin',
  public_event_log_channel_id: 'event_log',
  point_log_channel_id: 'point_log',
};

/** Brings the channels along that the old bot's commands set. A channel that is set here already stays. */
export async function importChannels(run: ImportRun, source: Queryable, layout: OldLayout): Promise<void> {
  const rows = await oldSettings(source, layout);
  run.comparison.old('configuration', rows.length);
  for (const row of rows) {
    const isTaken = await importSetting(run, row);
    if (!isTaken) run.comparison.explain('configuration', -1);
  }
}

/** Whether the setting now holds here, read back. A value is never shown: it might be a secret. */
async function importSetting(
  { tx, anomalies, comparison, now }: ImportRun,
  row: OldSetting,
): Promise<boolean> {
  const subject = `key ${row.setting_key ?? '(none)'}`;
  const channel = CHANNELS[row.setting_key ?? ''];
  if (channel === undefined) {
    anomalies.add('unknown-setting', subject);
    return false;
  }
  const id = discordId(row.setting_value);
  if (id === undefined) {
    anomalies.add('bad-setting', subject);
    return false;
  }
  const present = (await loadSettings(tx)).channels[channel];
  if (present !== null && present !== id) {
    anomalies.add('setting-kept', subject, `was ${id}, is ${present}`);
    return false;
  }
  const key: SettingKey = `channels.${channel}`;
  if (present === null) await changeSetting(tx, key, id, null, now);
  if ((await loadSettings(tx)).channels[channel] === id) comparison.now('configuration', 1);
  return true;
}
