import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../shared/database/database.ts';
import { ledgerDifferences } from '../../shared/points/ledger-differences.ts';
import { fixture, NO_FIXTURE } from '../../test/support/old-bot.ts';
import { countAll, emptyClan, importOld, robloxWith } from '../../test/support/old-import.ts';

let db: Database;
beforeEach(async () => {
  db = await emptyClan();
});
afterEach(async () => {
  await db.close();
});

const missing = fixture();
describe.skipIf(missing === undefined)('the file that the old bot itself wrote', () => {
  it('comes along twice with the same sums', async () => {
    const path = missing ?? '';
    const people = await namesIn(path);
    const first = await importOld(db, path, { roblox: robloxWith(people) });
    const after = await countAll(db);
    const second = await importOld(db, path, { roblox: robloxWith(people) });
    expect(await countAll(db)).toEqual(after);
    for (const report of [first, second]) {
      const figures = Object.fromEntries(
        report.comparison.rows().map(({ name, old: before, now }) => [name, [before, now]]),
      );
      expect(figures).toEqual({
        ranks: [23, 23],
        members: [240, 240],
        'with a Roblox account': [240, 240],
        'on their old rank': [240, 240],
        points: [8942, 8942],
        'lifetime points': [8942, 8942],
        submissions: [120, 120],
        approved: [78, 78],
        declined: [17, 17],
        pending: [25, 25],
        'points of approvals': [1175, 1175],
        participants: [600, 600],
        blacklisted: [3, 3],
        configuration: [3, 3],
      });
      expect(report.list).toEqual([]);
    }
    expect(await countAll(db)).toMatchObject({ points: 8942, lifetime: 8942 });
    expect(await ledgerDifferences(db)).toEqual([]);
  });
});
if (missing === undefined)
  it(`the fixture was not imported: ${NO_FIXTURE}`, (context) => context.skip(NO_FIXTURE));

async function namesIn(path: string): Promise<string[]> {
  const source = new DatabaseSync(path, { readOnly: true });
  const rows = source.prepare('SELECT roblox_username FROM members').all();
  source.close();
  return rows.map((row) => String(row['roblox_username']));
}
