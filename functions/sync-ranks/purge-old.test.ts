import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { sql } from '../../shared/database/database.ts';
import { readMigrations } from '../../shared/database/read-migrations.ts';
import { readGuard, useGuard } from '../../shared/guards/hourly-guard.ts';
import { NOON, person } from '../../test/support/clan.ts';
import { openTestWorld } from '../../test/support/world.ts';
import { purgeOld } from './purge-old.ts';

const DAY_MS = 86_400_000;
const COUNT = sql`SELECT COUNT(*) AS guards FROM hourly_guards`;

/** Rows that are good for a while, and who removes them. */
const SHORT_LIVED = {
  'sync-ranks': ['hourly_guards', 'link_challenges', 'point_reverts'],
  'deliver-outbox': ['cooldowns', 'drafts', 'interactions', 'outbox'],
};
/** What a clan did, and what it has set: kept until somebody's data or the clan is deleted. */
const HISTORY = [
  ...['ranks', 'rank_tags', 'members', 'nicknames', 'roblox_links', 'blacklist', 'settings'],
  ...['events', 'event_participants', 'point_entries', 'period_points', 'rank_changes', 'promotion_cards'],
  ...['leaves', 'quotas', 'quota_excuses', 'quota_reports', 'join_decisions'],
];
/** A row for each service or each kind of thing. */
const FEW = ['service_pauses', 'sync_state'];

it('the hourly job removes limits of an hour that nobody used for a day, and no others', async () => {
  const t = await openTestWorld();
  for (const [number, at] of [NOON, NOON + DAY_MS].entries()) {
    const guard = await readGuard(t.db, person(number), 'points', at);
    if (guard === undefined) throw new Error('this schema has no guards');
    await useGuard(t.db, guard, 5, at);
  }
  t.clock.now = NOON + DAY_MS + 1;
  await purgeOld(t.clanContext);
  expect(await t.db.query(z.object({ guards: z.int() }), COUNT)).toEqual([{ guards: 1 }]);
});

it('of every table it is known whether its rows are history or are removed', () => {
  const migrations = readMigrations(resolve(import.meta.dirname, '../../sql/migrations'));
  const made = JSON.stringify(migrations).matchAll(/CREATE TABLE (\w+)/g);
  const known = [...Object.values(SHORT_LIVED).flat(), ...HISTORY, ...FEW];
  expect([...made].map(([, name]) => name).sort()).toEqual(known.sort());
});
