import { afterEach, expect, it } from 'vitest';
import { picture } from '../../../local/demo/seed-submission.ts';
import { openOldSqlite } from '../../../scripts/import/old-sqlite.ts';
import { repostPending } from '../../../scripts/import/repost-pending.ts';
import { applyConfig } from '../../../shared/configs/apply-config.ts';
import { ledgerDifferences } from '../../../shared/points/ledger.ts';
import { NOON, TEST_SETTINGS } from '../../support/clan.ts';
import { changeOld, oldDatabase, oldId, removeOld } from '../../support/old-bot.ts';
import { countAll, importOld, robloxWith } from '../../support/old-import.ts';
import { emptySchema } from './empty-schema.ts';
import type { Store } from './store.ts';

const PNG = picture();

export function oldBotCases(store: Store): void {
  let path = '';
  afterEach(() => {
    if (path !== '') removeOld(path);
    path = '';
  });

  it("the old bot's data comes along, and a later run brings only what changed since", async () => {
    await emptySchema(store.db, store.migrations);
    const config = { settings: TEST_SETTINGS, ranks: undefined };
    await applyConfig(store.db, config, { now: () => NOON, random: () => 0.5 });
    path = oldDatabase({
      members: [{}, {}, { roblox_username: null }],
      submissions: [
        { status: 'approved', points_awarded: 3, admin_id: oldId(1), participants: 'Wolf_0, Wolf_1' },
        {},
        {},
      ],
      config: { ADMIN_CHANNEL_ID: '1100000000000000031' },
      blacklist: [{ reason: 'why' }],
    });
    const roblox = robloxWith(['Wolf_0']);
    await importOld(store.db, path, { roblox });
    const first = await countAll(store.db);
    expect(first).toMatchObject({ members: 3, events: 3, blacklist: 1 });
    await importOld(store.db, path, { roblox });
    expect(await countAll(store.db)).toEqual(first);

    changeOld(
      path,
      `UPDATE members SET points = points + 2, total_points = total_points + 2, current_rank = 2 WHERE discord_id = ${oldId(0)}`,
      `UPDATE members SET roblox_username = 'Grey' WHERE discord_id = ${oldId(1)}`,
      "UPDATE raid_submissions SET status = 'declined' WHERE submission_id = 3",
    );
    await importOld(store.db, path, { roblox: robloxWith(['Wolf_0', 'Wolf_1', 'Grey']) });
    const later = await countAll(store.db);
    expect(later['points']).toBe((first['points'] ?? 0) + 2);
    expect(await ledgerDifferences(store.db)).toEqual([]);

    const old = openOldSqlite(path);
    const repost = {
      db: store.db,
      old,
      settings: TEST_SETTINGS,
      discord: { download: async () => PNG },
      now: () => NOON,
      random: () => 0.5,
      progress: () => undefined,
    };
    expect(await repostPending(repost)).toMatchObject({ posted: 1 });
    expect(await repostPending(repost)).toMatchObject({ posted: 0, alreadyThere: 1 });
    await old.close();
  });
}
