import { writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { changeOld, type OldData, oldDatabase, removeOld } from '../../test/support/old-bot.ts';
import { openOldSqlite } from './old-sqlite.ts';

const paths: string[] = [];
afterEach(() => {
  for (const path of paths.splice(0)) removeOld(path);
});

function old(data: OldData): string {
  const path = oldDatabase(data);
  paths.push(path);
  return path;
}

describe('the source', () => {
  it('is refused when it is some other database, with what is missing', async () => {
    const path = old({});
    changeOld(path, 'DROP TABLE rank_requirements', 'ALTER TABLE raid_submissions DROP COLUMN image_url');
    expect(() => openOldSqlite(path)).toThrow(
      /is not a database of the old bot: the table rank_requirements, raid_submissions.image_url is missing/,
    );
  });

  it('is refused when it is not there, or no database', async () => {
    const path = old({});
    expect(() => openOldSqlite(`${path}.gone`)).toThrow(/is not there/);
    writeFileSync(path, 'no database at all, but long enough to be looked at as one by anybody');
    expect(() => openOldSqlite(path)).toThrow(/cannot be read/);
  });
});
