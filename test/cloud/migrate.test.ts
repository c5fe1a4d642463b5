import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runToEnd } from '../platform/run-script.ts';
import { type CloudSandbox, makeCloudSandbox } from './cloud-sandbox.ts';

let bench: CloudSandbox;
beforeEach(async () => {
  bench = await makeCloudSandbox();
});
afterEach(() => bench.stop());

const migrate = (args: string[], env: Readonly<Record<string, string>> = bench.env) =>
  runToEnd('scripts/migrate.ts', { args, env, cwd: bench.directory });

describe('npm run migrate in the cloud', () => {
  test('calls provision-clan for every clan, and one failure does not stop the others', async () => {
    bench.addClan('graves_family', '1100000000000000002');
    bench.addClan('newclan', '1100000000000000001');
    bench.addClan('tophat', '1100000000000000003');
    bench.oci.answer = (_, body) =>
      JSON.parse(body).clan === 'newclan'
        ? '{"ok":false,"error":"migration","message":"0002_medals was edited after it had run."}'
        : '{"ok":true,"did":["ran migration 0002_medals (1 statements)"],"warnings":[]}';
    const { code, output } = await migrate(['--all']);
    expect(code).toBe(1);
    expect(output).toContain('graves_family: ran migration 0002_medals (1 statements)');
    expect(output).toContain('tophat: ran migration 0002_medals (1 statements)');
    expect(output).toContain('newclan: failed. 0002_medals was edited after it had run. (migration)');
    expect(output).toContain('3 clans: 2 well, 1 failed');
    expect(output).toContain('Failed: newclan.');
    expect(bench.oci.invoked.map(({ id, type }) => [id, type])).toEqual(
      Array(3).fill(['fn-provision', 'sync']),
    );
  });

  test('hands its wishes on, and no secret', async () => {
    bench.addClan('newclan', '1100000000000000001');
    const { code } = await migrate(['--clan', 'newclan', '--dry-run', '--adopt']);
    expect(code).toBe(0);
    expect(JSON.parse(bench.oci.invoked[0]?.body ?? '')).toEqual({
      job: 'provision-clan',
      clan: 'newclan',
      dry_run: true,
      adopt: true,
      rotate_password: false,
    });
  });

  test('says when a function gave no answer that can be understood', async () => {
    bench.oci.answer = () => '"stub"';
    const { code, output } = await migrate(['--clan', 'newclan']);
    expect(code).toBe(1);
    expect(output).toContain('newclan: failed. The answer was not understood');
  });

  test('without the platform it says how to make it known', async () => {
    const { code, output } = await migrate(['--all'], { VAULT_ID: 'v', PATH: process.env['PATH'] ?? '' });
    expect(code).toBe(1);
    expect(output).toContain('terraform -chdir=terraform/platform output -raw environment > .env.cloud');
    expect(output).not.toContain('at ');
  });
});

describe('npm run migrate on this machine', () => {
  const local = () => ({
    PATH: process.env['PATH'] ?? '',
    CLANS_DIR: join(bench.directory, 'clans'),
    DATA_DIR: join(bench.directory, 'data'),
  });
  beforeEach(() => {
    mkdirSync(join(bench.directory, 'clans'));
    for (const [clan, applicationId] of [
      ['one', '1100000000000000001'],
      ['two', '1100000000000000002'],
    ] as const) {
      const record = {
        clan,
        applicationId,
        publicKey: 'ab'.repeat(32),
        guildId: '1100000000000000003',
        robloxGroupId: '1',
        botToken: 'bot',
        robloxApiKey: 'key',
        ...(clan === 'two' ? { database: { path: '/dev/null/nowhere.db' } } : {}),
      };
      writeFileSync(join(bench.directory, 'clans', `${clan}.json`), JSON.stringify(record));
    }
    cpSync(resolve(import.meta.dirname, '../../configs/example'), join(bench.directory, 'configs/example'), {
      recursive: true,
    });
  });

  test('migrates a file itself, and has nothing to do the second time', async () => {
    const dry = await migrate(['--clan', 'one', '--dry-run'], local());
    expect(dry).toMatchObject({
      code: 0,
      output: expect.stringContaining('one: would run migration 0001_clan'),
    });
    expect((await migrate(['--clan', 'one'], local())).output).toContain('one: ran migration 0001_clan');
    expect((await migrate(['--clan', 'one'], local())).output).toContain('one: is up to date');
  });

  test("applies a clan's files with --overwrite, and changes nothing where they are missing or wrong", async () => {
    const overwrite = () => migrate(['--clan', 'one', '--overwrite'], local());
    expect(await overwrite()).toMatchObject({ code: 1, output: expect.stringContaining('is not there') });
    const folder = join(bench.directory, 'configs/one');
    cpSync(join(bench.directory, 'configs/example'), folder, { recursive: true });
    const settings = {
      clan_name: 'One',
      application_id: '1100000000000000001',
      public_key: 'ab'.repeat(32),
      guild_id: '1100000000000000003',
      roblox_group_id: '1',
    };
    writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
    expect((await overwrite()).output).toContain('one: ranks.json applied: ');
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ ...settings, colour: 'red' }));
    const wrong = await overwrite();
    expect(wrong.code).toBe(1);
    expect(wrong.output).toContain('unknown key "colour"');
  });

  test('goes on after a clan whose database cannot be opened', async () => {
    const { code, output } = await migrate(['--all'], local());
    expect(code).toBe(1);
    expect(output).toContain('one: ran migration');
    expect(output).toMatch(/two: failed\. The database file cannot be opened/);
    expect(output).toContain('2 clans: 1 well, 1 failed');
  });

  test.each([
    [[], 2, '--clan <clan> or --all is needed.'],
    [['--all', '--clan', 'one'], 2, 'cannot be used with option'],
    [['--clan', 'nobody'], 1, 'There is no clan nobody; there are: one, two.'],
    [['--all', '--adopt'], 1, 'are for the cloud'],
  ])('refuses %j', async (args, expected, message) => {
    const { code, output } = await migrate(args, local());
    expect(output).toContain(message);
    expect(code).toBe(expected);
  });
});
