import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetDatabases, openClanDatabase } from './clan-database.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'data-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const path = () => join(dataDir, 'tophat', 'clan_data.db');
async function openAndClose(isNew = false): Promise<void> {
  const db = await openClanDatabase({ path: path() }, { dataDir, isNew });
  await db.close();
}
const lose = () => rmSync(join(dataDir, 'tophat'), { recursive: true });

describe("a clan's database file", () => {
  it('is made where there was none', async () => {
    await openAndClose();
    expect(existsSync(path())).toBe(true);
  });

  it('that is missing is not made again, unless somebody asks for an empty one', async () => {
    await openAndClose();
    lose();
    await expect(openAndClose()).rejects.toThrow(/was there and is missing[\s\S]*--new/);
    expect(existsSync(path())).toBe(false);
    await openAndClose(true);
    expect(existsSync(path())).toBe(true);
  });

  it('that was deleted on purpose is made again', async () => {
    await openAndClose();
    lose();
    await forgetDatabases(dataDir, [path()]);
    await openAndClose();
    expect(existsSync(path())).toBe(true);
  });
});
