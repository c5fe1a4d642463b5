import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../shared/database/database.ts';
import { migrate } from '../../shared/database/migrator.ts';
import { openOracle } from '../../shared/database/oracle.ts';
import { readMigrations } from '../../shared/database/read-migrations.ts';
import { openSqlite } from '../../shared/database/sqlite.ts';
import { findMember } from '../../shared/members/member.ts';
import { exported, restored } from '../support/backup.ts';
import { oldDatabase, oldId, removeOld } from '../support/old-bot.ts';
import { emptyClan, importOld, robloxWith } from '../support/old-import.ts';
import { h2Oracle } from './h2-oracle.ts';
import { H2Server, h2Missing } from './h2-server.ts';

const MIGRATIONS = readMigrations(resolve(import.meta.dirname, '../../sql/migrations'));
const PEOPLE = 600;
const missing = h2Missing();

describe.runIf(missing === undefined)('a clan moves from SQLite to H2 in Oracle mode and back', () => {
  let server: H2Server;
  let sqlite: Database;
  let oracle: Database;
  beforeAll(async () => {
    server = await H2Server.start();
    const clan = { user: 'moved', password: 'clan', connectString: 'h2' };
    oracle = await openOracle(clan, { driver: h2Oracle(server.port) });
    await migrate(oracle, MIGRATIONS);
    sqlite = await emptyClan();
  });
  afterAll(async () => {
    await oracle.close();
    await sqlite.close();
    await server.stop();
  });

  it('with the same rows, counts and checksums', { timeout: 120_000 }, async () => {
    const path = oldDatabase({
      members: Array.from({ length: PEOPLE }, () => ({})),
      submissions: [{ status: 'approved', points_awarded: 3 }, { participants: 'Wolf_1\nÜnknown; 🐺' }],
      blacklist: [{ reason: '\u201cban\u201d\nsecond line' }],
      config: { point_log_channel_id: '900000000000000003' },
    });
    await importOld(sqlite, path, { roblox: robloxWith(['Wolf_3']) });
    removeOld(path);
    const here = await exported(sqlite);
    await restored(oracle, here.lines);
    const there = await exported(oracle);
    expect(there.lines).toEqual(here.lines);
    expect(await findMember(oracle, String(oldId(3)))).toEqual(await findMember(sqlite, String(oldId(3))));

    const back = await openSqlite(':memory:');
    await migrate(back, MIGRATIONS);
    await restored(back, there.lines);
    expect((await exported(back)).tail).toEqual(here.tail);
    await back.close();
  });
});

if (missing !== undefined) {
  it(`moving between SQLite and H2 in Oracle mode did not run. ${missing}`, (context) =>
    context.skip(missing));
}
