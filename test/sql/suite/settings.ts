import { expect, it } from 'vitest';
import { claimChannels, releaseChannels } from '../../../functions/setup/make-channels.ts';
import {
  addToBlacklist,
  findBlacklisting,
  listBlacklist,
  removeFromBlacklist,
} from '../../../shared/blacklist/blacklist.ts';
import { RankRow } from '../../../shared/clans/ranks-file.ts';
import { applyConfig } from '../../../shared/configs/apply-config.ts';
import {
  changeSetting,
  forgetChangedSettings,
  listChanged,
  loadSettings,
  storeSettingsFile,
} from '../../../shared/settings/settings-store.ts';
import { NOON, person, TEST_SETTINGS } from '../../support/clan.ts';
import type { Store } from './store.ts';

export function settingsCases(store: Store): void {
  it('settings are the file, with what commands changed on top', async () => {
    await storeSettingsFile(store.db, TEST_SETTINGS, NOON);
    await store.db.transaction((tx) => changeSetting(tx, 'channels.log', person(5), person(9), NOON));
    await store.db.transaction((tx) => changeSetting(tx, 'channels.log', person(6), person(9), NOON + 1));
    expect((await loadSettings(store.db)).channels.log).toBe(person(6));
    expect(await listChanged(store.db)).toEqual([
      { key: 'channels.log', value: person(6), changedBy: person(9), changedAt: NOON + 1 },
    ]);
    expect(await forgetChangedSettings(store.db)).toBe(1);
    expect(await loadSettings(store.db)).toEqual(TEST_SETTINGS);
  });

  it('one call at a time makes the channels of the set-up', async () => {
    await claimChannels(store.db, NOON);
    await expect(claimChannels(store.db, NOON + 1)).rejects.toMatchObject({ code: 'channels-busy' });
    await claimChannels(store.db, NOON + 60_000);
    await releaseChannels(store.db, NOON);
    await expect(claimChannels(store.db, NOON + 60_001)).rejects.toMatchObject({ code: 'channels-busy' });
    await releaseChannels(store.db, NOON + 60_000);
    await claimChannels(store.db, NOON + 60_001);
  });

  it('a blacklisting holds until it ends or is taken away', async () => {
    const entry = { discordId: person(1), reason: null, expiresAt: NOON + 10, actorId: person(9), now: NOON };
    expect(await store.db.transaction((tx) => addToBlacklist(tx, entry))).toMatchObject({
      how: 'added',
    });
    for (const reason of ['why', null]) {
      const changed = await store.db.transaction((tx) => addToBlacklist(tx, { ...entry, reason }));
      expect(changed).toEqual({ how: 'changed', reason: 'why' });
    }
    await store.db.transaction((tx) =>
      addToBlacklist(tx, { ...entry, discordId: person(2), expiresAt: null }),
    );
    expect(await findBlacklisting(store.db, person(1), NOON)).toMatchObject({ reason: 'why' });
    expect(await findBlacklisting(store.db, person(1), NOON + 10)).toBeUndefined();
    const list = await listBlacklist(store.db, { now: NOON + 11, page: 1, pageSize: 5 });
    expect(list.entries.map((each) => each.discordId)).toEqual([person(2)]);
    expect(await removeFromBlacklist(store.db, person(2), NOON)).toMatchObject({ expiresAt: null });
    expect(await removeFromBlacklist(store.db, person(2), NOON)).toBeUndefined();
  });

  it('a configuration is applied when it differs, and never takes a rank from members', async () => {
    const rank = { points_required: 0, roblox_group_rank_id: 1 };
    const ranks = [RankRow.parse({ ...rank, rank_order: 1, rank_name: 'Pending' })];
    const options = { now: () => NOON, random: () => 0.5 };
    const config = { settings: TEST_SETTINGS, ranks };
    expect(await applyConfig(store.db, config, options)).toMatchObject({
      settings: 'applied',
      ranks: 'applied',
    });
    expect(await applyConfig(store.db, config, options)).toMatchObject({
      settings: 'unchanged',
      ranks: 'unchanged',
    });
    await store.clan.seed({ discordId: person(1) });
    const other = [RankRow.parse({ ...rank, rank_order: 5, rank_name: 'Other', roblox_group_rank_id: 9 })];
    const applying = applyConfig(store.db, { settings: TEST_SETTINGS, ranks: other }, options);
    await expect(applying).rejects.toThrow(/"Pending" is gone/);
  });
}
