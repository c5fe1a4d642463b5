import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOON, openTestClan, TEST_SETTINGS, type TestClan } from '../../test/support/clan.ts';
import { sql } from '../database/database.ts';
import { postTo } from './post-to-channel.ts';
import {
  changeSetting,
  forgetChangedSettings,
  listChanged,
  loadSettings,
  NoSettingsError,
  storeSettingsFile,
} from './settings-store.ts';

const CHANNEL = '1100000000000000055';
const ADMIN = '1100000000000000066';
let clan: TestClan;
beforeEach(async () => {
  clan = await openTestClan();
});
afterEach(() => clan.db.close());

describe('settings', () => {
  it('are missing until the file is stored', async () => {
    await expect(loadSettings(clan.db)).rejects.toBeInstanceOf(NoSettingsError);
  });

  it('are the file’s, with what commands changed on top, whatever the file becomes', async () => {
    await storeSettingsFile(clan.db, TEST_SETTINGS, NOON);
    expect(await loadSettings(clan.db)).toEqual(TEST_SETTINGS);
    await changeSetting(clan.db, 'channels.admin', CHANNEL, ADMIN, NOON);
    await changeSetting(clan.db, 'log_level', 'error', ADMIN, NOON);
    await changeSetting(clan.db, 'log_level', 'none', ADMIN, NOON + 1);
    await storeSettingsFile(
      clan.db,
      { ...TEST_SETTINGS, clan_name: 'Renamed', log_level: 'warning' },
      NOON + 2,
    );
    const settings = await loadSettings(clan.db);
    expect(settings).toMatchObject({ clan_name: 'Renamed', log_level: 'none', channels: { admin: CHANNEL } });
    expect(settings.channels.log).toBe(TEST_SETTINGS.channels.log);
    expect(await listChanged(clan.db)).toEqual([
      { key: 'channels.admin', value: CHANNEL, changedBy: ADMIN, changedAt: NOON },
      { key: 'log_level', value: 'none', changedBy: ADMIN, changedAt: NOON + 1 },
    ]);
    expect(await forgetChangedSettings(clan.db)).toBe(2);
    expect((await loadSettings(clan.db)).log_level).toBe('warning');
  });

  it('refuse a value that does not fit and a key that identifies the clan', async () => {
    await storeSettingsFile(clan.db, TEST_SETTINGS, NOON);
    await expect(changeSetting(clan.db, 'channels.admin', 'general', ADMIN, NOON)).rejects.toThrow();
    await expect(changeSetting(clan.db, 'application_id', ADMIN, ADMIN, NOON)).rejects.toThrow();
    expect(await listChanged(clan.db)).toEqual([]);
  });

  it('leave out a stored change that this version no longer knows, and keep the others', async () => {
    await storeSettingsFile(clan.db, TEST_SETTINGS, NOON);
    await changeSetting(clan.db, 'roles.officer', [CHANNEL], ADMIN, NOON);
    await clan.db.execute(ADD_UNKNOWN, { setting_value: '"x"', now_ms: NOON });
    expect((await loadSettings(clan.db)).roles.officer).toEqual([CHANNEL]);
  });
});

const ADD_UNKNOWN = sql`
INSERT INTO settings (setting_key, setting_source, setting_value, changed_at)
VALUES ('channels.gone', 'command', :setting_value, :now_ms)`;

describe('a post to a channel of the clan', () => {
  it('goes nowhere when the channel is not set', async () => {
    const { effects } = await clan.change((tx) => postTo(tx, TEST_SETTINGS, 'event_log', { content: 'x' }));
    expect(effects).toEqual([]);
  });
});
