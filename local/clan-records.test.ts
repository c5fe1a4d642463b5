import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
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

  it('are both stopped when two claim the same, and no other', async () => {
    const gamma = { ...alpha, clan: 'gamma', applicationId: '1100000000000000009' };
    const delta = { ...gamma, clan: 'delta' };
    const { records, stopped } = await load([
      { ...alpha, database: { path: join(folder, 'data/beta/clan_data.db') } },
      beta,
      gamma,
      delta,
      { ...alpha, clan: 'epsilon', applicationId: '1100000000000000007' },
    ]);
    expect(records.map(({ clan }) => clan)).toEqual(['epsilon']);
    expect(stopped.map(({ clan }) => clan)).toEqual(['alpha', 'beta', 'delta', 'gamma']);
    expect(stopped[2]?.problems).toEqual([
      'delta: applicationId: the clan gamma has the same; each clan needs an application of its own',
    ]);
  });

  it('stop their own clan only when they are malformed, with all that is wrong', async () => {
    await writeFile(join(folder, 'broken.json'), '{\n  "clan": "broken"\n  "botToken": "a-secret" }');
    await mkdir(join(folder, 'folder.json'));
    const { records, stopped } = await load([
      { ...alpha, publicKey: 'a-secret', botToken: '' },
      beta,
      { ...alpha, clan: 'gamma', applicationId: '1100000000000000009', publicKey: '0'.repeat(64) },
    ]);
    expect(records.map(({ clan }) => clan)).toEqual(['beta']);
    expect(stopped).toEqual([
      {
        clan: 'alpha',
        problems: [expect.stringContaining('publicKey'), expect.stringContaining('botToken')],
      },
      {
        clan: 'broken',
        problems: [`${folder}/broken.json: not JSON at line 3, column 3: expected "," or "}".`],
      },
      { clan: 'folder', problems: [expect.stringContaining('folder.json: cannot be read')] },
      { clan: 'gamma', problems: [expect.stringContaining('gamma: publicKey: still the placeholder')] },
    ]);
    expect(JSON.stringify(stopped)).not.toContain('a-secret');
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
