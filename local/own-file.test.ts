import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openClanDatabase } from './clan-database.ts';
import { demoRecords } from './demo-clans.ts';
import { startDiscordEmulator } from './discord/start-discord-emulator.ts';
import { readFunctionsFile } from './functions-file.ts';
import { OwnFileError } from './own-file.ts';
import { findRunningPlatform } from './platform-file.ts';
import { startRobloxEmulator } from './roblox/start-roblox-emulator.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'own-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

const configsDir = resolve(import.meta.dirname, '../configs');
const at = (name: string) => join(dataDir, name);
async function damage(name: string, text: string): Promise<void> {
  await mkdir(dirname(at(name)), { recursive: true });
  await writeFile(at(name), text);
}

const DAMAGED = [
  ['not JSON', '{"clans":\n  [1,]', /not JSON at line 2, column 6/],
  ['of another shape', '{"clans": "secret-of-somebody"}', /expected|missing/],
  ['empty', '', /the file is empty/],
] as const;

const READ: readonly (readonly [string, RegExp, () => Promise<unknown>])[] = [
  [
    'databases.json',
    /delete it: the next start/,
    () => openClanDatabase({ path: at('tophat/clan_data.db') }, { dataDir }),
  ],
  [
    'discord.json',
    /delete it: the emulator begins again/,
    () =>
      startDiscordEmulator({
        stateFile: at('discord.json'),
        seed: { applications: [], guilds: [] },
      }),
  ],
  [
    'roblox.json',
    /delete it: the emulator begins again/,
    () => startRobloxEmulator({ stateFile: at('roblox.json'), seed: { users: [], groups: [], keys: [] } }),
  ],
  ['functions.json', /npm run build/, () => readFunctionsFile(dataDir)],
];

describe.each(DAMAGED)('a file of the platform that is %s', (_, text, where) => {
  it.each(READ)('is named, with the place and what to do: %s', async (name, remedy, read) => {
    await damage(name, text);
    const error = await read().catch((thrown: unknown) => thrown);
    if (!(error instanceof OwnFileError)) throw error;
    const { message } = error;
    expect(message).toContain(at(name));
    expect(message).toMatch(where);
    expect(message).toMatch(remedy);
    expect(message).not.toContain('secret-of-somebody');
  });

  it('stops its own demo clan only', async () => {
    const { records } = await demoRecords({ dataDir, configsDir });
    await damage('clans/tophat.json', text);
    const again = await demoRecords({ dataDir, configsDir });
    expect(again.records).toEqual(records.filter(({ clan }) => clan !== 'tophat'));
    expect(again.stopped).toEqual([{ clan: 'tophat', problems: [expect.stringMatching(where)] }]);
    expect(again.stopped[0]?.problems[0]).toMatch(/Delete it and .*tophat\.pem/);
  });

  it('counts as none where it says which platform runs', async () => {
    await damage('platform.json', text);
    expect(await findRunningPlatform(dataDir)).toBeUndefined();
  });
});

describe('the key of a demo clan', () => {
  it.each([
    ['damaged', async () => writeFile(at('keys/tophat.pem'), 'x')],
    ["another clan's", async () => copyFile(at('keys/graves_family.pem'), at('keys/tophat.pem'))],
  ])('that is %s stops that clan and says so', async (_, change) => {
    await demoRecords({ dataDir, configsDir });
    await change();
    const { records, stopped } = await demoRecords({ dataDir, configsDir });
    expect(records.map(({ clan }) => clan)).toEqual(['graves_family']);
    expect(stopped).toEqual([
      { clan: 'tophat', problems: [expect.stringMatching(/tophat\.pem: not the key of .*Delete both/)] },
    ]);
  });

  it('that is gone stops that clan and says how both are made again', async () => {
    await demoRecords({ dataDir, configsDir });
    await rm(at('keys/tophat.pem'));
    const { stopped } = await demoRecords({ dataDir, configsDir });
    expect(stopped).toEqual([
      {
        clan: 'tophat',
        problems: [expect.stringMatching(/tophat\.pem is missing\. Delete .*tophat\.json too/)],
      },
    ]);
    await rm(at('clans/tophat.json'));
    expect((await demoRecords({ dataDir, configsDir })).stopped).toEqual([]);
  });
});
