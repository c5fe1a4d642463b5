import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { openSqlite } from '../../shared/database/sqlite.ts';
import { everythingRan } from './suite/everything-ran.ts';
import { MIGRATIONS } from './suite/store.ts';
import { storeSuite } from './suite/store-suite.ts';

const directory = mkdtempSync(join(tmpdir(), 'store-'));
afterAll(() => rmSync(directory, { recursive: true }));

describe('on SQLite', () => {
  const ran = storeSuite(() => openSqlite(join(directory, 'clan.db')));
  everythingRan(ran);
});

describe('on SQLite with the former schema', () => {
  storeSuite(() => openSqlite(join(directory, 'former.db')), {}, MIGRATIONS.slice(0, -1));
});
