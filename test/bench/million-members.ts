import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ledgerDifferences } from '../../shared/points/ledger-differences.ts';
import { periodsOf } from '../../shared/points/period.ts';
import { listRanks } from '../../shared/ranks/rank.ts';
import type { BenchClans } from './bench-clan.ts';
import { memberId } from './bench-members.ts';
import { bySize } from './clan-size.ts';
import type { Result } from './result.ts';

const SMALL = 1_000;
const LARGE = 1_000_000;
const ROUNDS = { count: 200, warmUp: 40 };

/**
 * `/xp`, `/leaderboard` and `/points history` in a clan of 1,000 and in one of 1,000,000 members. Everybody has one to
 * five awards in the ledger; those of a fifth of them fall into this week and month.
 */
export async function millionMembers(clans: BenchClans): Promise<readonly Result[]> {
  const sizes = [
    { record: await fill(clans, 'thousand', SMALL), members: SMALL },
    { record: await fill(clans, 'million', LARGE), members: LARGE },
  ] as const;
  const member = (user: number) => [{ name: 'member', type: 6, value: memberId(user) }];
  const history = { command: 'points history', options: member };
  return bySize(clans, sizes, ROUNDS, [{ command: 'xp' }, { command: 'leaderboard' }, history]);
}

async function fill(clans: BenchClans, clan: string, members: number) {
  const { record, db } = await clans.add(clan);
  const [rank] = await listRanks(db);
  if (rank === undefined) throw new Error('The clan has no ranks.');
  const now = Date.now();
  const { week, month } = periodsOf(now, 'UTC');
  const file = new DatabaseSync(join(clans.directory, clan, 'clan_data.db'));
  // Made by SQLite itself: as single inserts it would take minutes.
  file.exec(`
    BEGIN;
    CREATE TEMP TABLE people AS
      WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${members})
      SELECT n, '2' || substr('00000000000000000' || n, -17) AS id, 1 + n % 5 AS awards, 1 + n % 97 AS amount,
        ${now} - n * 60 AS joined_at FROM numbers;
    INSERT INTO members (discord_id, roblox_user_id, roblox_name, roblox_name_key, rank_id, points, total_points,
      joined_at, linked_at, synced_at)
      SELECT id, 50000000 + n || '', 'Roblox' || n, 'roblox' || n, '${rank.id}', awards * amount, awards * amount,
        joined_at, joined_at, ${now} FROM people;
    INSERT INTO point_entries (entry_id, member_id, points_delta, lifetime_delta, kind, reason, created_at)
      SELECT '3' || substr(id, 2) || '-' || award, id, amount, amount, 'award', 'Bench',
        ${now} - CASE WHEN n % 5 = 0 THEN 0 ELSE 40 * 86400000 END - award * 1000
      FROM people JOIN (SELECT 1 AS award UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5)
        ON award <= awards;
    INSERT INTO period_points (period_key, discord_id, points, joined_at)
      SELECT period, id, awards * amount, joined_at
      FROM people JOIN (SELECT '${week}' AS period UNION SELECT '${month}') WHERE n % 5 = 0;
    DROP TABLE people;
    COMMIT`);
  file.close();
  if (members <= SMALL && (await ledgerDifferences(db)).length > 0)
    throw new Error('The sums of the members are not those of the ledger.');
  return record;
}
