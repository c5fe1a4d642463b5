import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadClanRecords } from './clan-records.ts';
import { parsePlatformEnvironment } from './environment.ts';

const alpha = {
  clan: 'alpha',
  applicationId: '1100000000000000001',
  publicKey: 'a'.repeat(64),
  guildId: '1100000000000000002',
  robloxGroupId: '1',
  botToken: 'token-of-alpha',
  robloxApiKey: 'key-of-alpha',
};
const beta = { ...alpha, clan: 'beta', applicationId: '1100000000000000003' };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'records-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function load(
  records: readonly (typeof alpha & { readonly database?: unknown })[],
  variables: Record<string, string> = {},
) {
  for (const record of records) {
    await writeFile(join(folder, `${record.clan}.json`), JSON.stringify(record));
  }
  return loadClanRecords(
    parsePlatformEnvironment({ CLANS_DIR: folder, DATA_DIR: join(folder, 'data'), ...variables }),
  );
}

describe('the clan records of a directory', () => {
  it('are each with a database of its own', async () => {
    const own = { ...alpha, database: { path: join(folder, 'alpha.db') } };
    expect((await load([own, beta])).records).toHaveLength(2);
  });

  const oracle = { user: 'clans', password: 'a-password', connectString: 'db_tp' };
  it.each([
    ['one path', { path: '/data/one.db' }, { path: '/data/../data/one.db' }],
    ['one schema', oracle, { ...oracle, user: 'CLANS', password: 'another-password' }],
  ])('are refused when two have %s', async (_, first, second) => {
    const records = [
      { ...alpha, database: first },
      { ...beta, database: second },
    ];
    await expect(load(records)).rejects.toThrow(
      'beta: database: the clan alpha has the same; each clan needs a database or a schema of its own',
    );
    await expect(load(records)).rejects.not.toThrow('password');
  });

  it('are refused when one names the file that another has by default', async () => {
    const taken = { ...alpha, database: { path: join(folder, 'data/beta/clan_data.db') } };
    await expect(load([taken, beta])).rejects.toThrow('beta: database: the clan alpha has the same');
  });

  it('are refused with the two forms of a database when it has neither', async () => {
    await expect(load([{ ...alpha, database: 'alpha.db' }])).rejects.toThrow(
      'alpha.json: database: expected {"path"} or {"user", "password", "connectString"}',
    );
  });
});
