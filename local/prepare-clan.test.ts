import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PERMISSIONS } from '../shared/discord/permissions.ts';
import { demoRecords } from './demo-clans.ts';
import { parsePlatformEnvironment } from './environment.ts';
import { prepareClan, readClan } from './prepare-clan.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prepare-clan-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('says of files that are applied which of their roles are not given, once', async () => {
  const configsDir = resolve(import.meta.dirname, '../configs');
  const environment = parsePlatformEnvironment({ DATA_DIR: folder, CONFIGS_DIR: configsDir });
  const { records } = await demoRecords(environment, ['tophat']);
  const [record] = records;
  if (record === undefined) throw new Error('There is no demo clan.');
  const clan = await readClan(record, configsDir);
  const powerful = { id: '1100000000000000055', position: 1, permissions: PERMISSIONS.ADMINISTRATOR };
  const discord = { roles: async () => [{ ...powerful, name: 'Pending', managed: false }] };
  const warnings = async () =>
    (await prepareClan(clan, environment, { discord })).filter((line) => line.startsWith('warning: '));
  expect(await warnings()).toEqual([
    expect.stringMatching(/^warning: the role named Pending has the permission Administrator/),
  ]);
  expect(await warnings()).toEqual([]);
});
