import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { databaseLocation } from '../database/database-location.ts';
import { listClanFiles } from './clan-files.ts';
import { ClanRegistryError } from './clan-record.ts';
import { createFileRegistry } from './file-registry.ts';

const tophat = {
  clan: 'tophat',
  applicationId: '1100000000000000001',
  publicKey: 'a'.repeat(64),
  guildId: '1100000000000000002',
  robloxGroupId: '3203735',
  botToken: 'bot-token-of-tophat',
  robloxApiKey: 'roblox-key-of-tophat',
  database: { path: '/data/tophat.db' },
};
const graves = { ...tophat, clan: 'graves', applicationId: '1100000000000000005', database: undefined };

async function registryOf(files: Record<string, unknown>) {
  const directory = await mkdtemp(join(tmpdir(), 'clans-'));
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(directory, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  const problems: string[] = [];
  return {
    directory,
    problems,
    registry: createFileRegistry({ directory, onProblem: (text) => problems.push(text) }),
  };
}

describe('clan records in files', () => {
  it('are found by application id and by name, the identity without secrets', async () => {
    const { registry } = await registryOf({ 'tophat.json': tophat, 'graves.json': graves, 'notes.txt': 'x' });
    const { botToken, robloxApiKey, database, ...identity } = tophat;
    expect(await registry.identity(tophat.applicationId)).toEqual(identity);
    expect(await registry.record(tophat.applicationId)).toEqual(tophat);
    expect(await registry.recordOfClan('graves')).toMatchObject({ clan: 'graves', botToken });
    expect((await registry.identities()).map(({ clan }) => clan)).toEqual(['graves', 'tophat']);
    expect([robloxApiKey, database]).not.toContain(undefined);
  });

  it('are unknown by any other id or name, paths out of the directory among them', async () => {
    const { registry } = await registryOf({ 'tophat.json': tophat });
    expect(await registry.record('1100000000000000099')).toBeUndefined();
    for (const clan of ['nobody', '../tophat', 'tophat.json', '']) {
      expect(await registry.recordOfClan(clan)).toBeUndefined();
    }
  });

  it('of clans that are not served are not listed', async () => {
    const { directory } = await registryOf({ 'tophat.json': tophat, 'graves.json': graves });
    const registry = createFileRegistry({ directory, isStopped: (clan) => clan === 'graves' });
    expect((await registry.identities()).map(({ clan }) => clan)).toEqual(['tophat']);
  });

  it('that are malformed concern their own clan only, and are named without their values', async () => {
    const { registry, problems } = await registryOf({
      'broken.json': '{"botToken": "secret-in-a-broken-file',
      'graves.json': { ...graves, publicKey: 'secret-in-a-wrong-field' },
      'other.json': { ...graves, clan: 'someone' },
      'tophat.json': tophat,
    });
    expect(await registry.record(tophat.applicationId)).toEqual(tophat);
    await expect(registry.identity(graves.applicationId)).rejects.toThrow(
      /graves\.json: publicKey: expected/,
    );
    await expect(registry.recordOfClan('broken')).rejects.toThrow('broken.json is not JSON.');
    expect(await registry.identities()).toHaveLength(1);
    expect(problems).toHaveLength(3);
    expect(problems.join()).not.toContain('secret');
  });

  it('may begin with a byte order mark, as some editors write one', async () => {
    const { registry } = await registryOf({ 'tophat.json': `\ufeff${JSON.stringify(tophat)}` });
    expect(await registry.record(tophat.applicationId)).toEqual(tophat);
  });

  it('in a directory that is not there are an error of the registry', async () => {
    const registry = createFileRegistry({ directory: '/nowhere/clans' });
    await expect(registry.identity(tophat.applicationId)).rejects.toThrow(ClanRegistryError);
  });
});

describe('the application ids of clan records in files', () => {
  const listed = (directory: string) => {
    const ids: string[] = [];
    try {
      for (const id of listClanFiles(directory)) ids.push(id);
    } catch (error) {
      return { ids, error };
    }
    return { ids };
  };

  it('are listed, and a file that cannot be read is told after all the others', async () => {
    const { directory } = await registryOf({
      'broken.json': '{"applicationId": "1100000000000000009"',
      'graves.json': graves,
      'nameless.json': {},
      'tophat.json': tophat,
    });
    expect(listed(directory)).toEqual({
      ids: [graves.applicationId, tophat.applicationId],
      error: new ClanRegistryError('broken.json is not JSON.'),
    });
  });

  it('include a new file at the next listing', async () => {
    const { directory } = await registryOf({ 'tophat.json': tophat });
    expect(listed(directory)).toEqual({ ids: [tophat.applicationId] });
    await writeFile(join(directory, 'graves.json'), JSON.stringify(graves));
    expect(listed(directory).ids).toHaveLength(2);
  });

  it('cannot be listed where there is no directory', () => {
    expect(listed('/nowhere/clans').error).toBeInstanceOf(ClanRegistryError);
  });
});

describe("a clan's database", () => {
  it('is what the record says, else DATABASE_PATH, else a file below DATA_DIR', () => {
    const dataDir = '/srv/data';
    expect(databaseLocation(tophat, { dataDir, databasePath: '/one.db' })).toEqual({
      path: '/data/tophat.db',
    });
    expect(databaseLocation({ clan: 'graves' }, { dataDir, databasePath: '/one.db' })).toEqual({
      path: '/one.db',
    });
    expect(databaseLocation({ clan: 'graves' }, { dataDir, databasePath: undefined })).toEqual({
      path: '/srv/data/graves/clan_data.db',
    });
  });
});
