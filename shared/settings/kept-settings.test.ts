import { afterEach, beforeEach, expect, it } from 'vitest';
import { NOON, openTestClan, TEST_SETTINGS, type TestClan } from '../../test/support/clan.ts';
import { countRoundTrips } from '../../test/support/round-trips.ts';
import { KeptSettings } from './kept-settings.ts';
import { changeSetting, storeSettingsFile } from './settings-store.ts';

let clan: TestClan;
beforeEach(async () => {
  clan = await openTestClan();
  await storeSettingsFile(clan.db, TEST_SETTINGS, NOON);
});
afterEach(() => clan.db.close());

it('settings are read once for a version, and again for the next one', async () => {
  const { db, trips } = countRoundTrips(clan.db);
  const kept = new KeptSettings(2);
  const first = await kept.of('wolves', db, '1');
  await changeSetting(clan.db, 'log_level', 'none', null, NOON);
  expect((await kept.of('wolves', db, '1')).config).toBe(first.config);
  expect(trips).toHaveLength(1);
  const second = await kept.of('wolves', db, '2');
  expect([second.settings.log_level, second.config === first.config]).toEqual(['none', false]);
});

it('settings of another schema are not taken for those of a clan of the same name', async () => {
  const kept = new KeptSettings(2);
  await kept.of('wolves', clan.db, '1');
  const { db, trips } = countRoundTrips(clan.db);
  await kept.of('wolves', db, '1');
  expect(trips).toHaveLength(1);
});

it('settings without a version are read each time', async () => {
  const { db, trips } = countRoundTrips(clan.db);
  const kept = new KeptSettings(2);
  expect((await kept.of('wolves', db, undefined)).config).toBeUndefined();
  await kept.of('wolves', db, undefined);
  expect(trips).toHaveLength(2);
});
