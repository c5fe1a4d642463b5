import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runToEnd } from './run-script.ts';
import { startTestPlatform, type TestPlatform } from './start-platform.ts';

const CONFIGS = resolve(import.meta.dirname, '../../configs');

let platform: TestPlatform;
let configs: string;
beforeAll(async () => {
  platform = await startTestPlatform({ allowViolations: true });
  configs = await mkdtemp(join(tmpdir(), 'scripts-test-'));
  await cp(CONFIGS, configs, { recursive: true });
});
afterAll(async () => {
  await platform.stop();
  await rm(configs, { recursive: true });
});

function run(file: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return runToEnd(file, { args, env: { DATA_DIR: platform.folder, CONFIGS_DIR: configs, ...env } });
}

describe('npm run job', () => {
  it('runs a job of the running platform and shows its answer', async () => {
    const { code, output } = await run('scripts/job.ts', ['sync-ranks', '--clan', 'tophat']);
    expect(code, output).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ ok: true });
  });

  it.each([
    [['no-such-job'], 'There is no function no-such-job; there are: '],
    [['sync-ranks', '--clan', 'nobody'], 'There is no clan nobody; there are: tophat'],
  ])('says what is wrong with %j', async (args, expected) => {
    const { code, output } = await run('scripts/job.ts', args);
    expect(code).toBe(1);
    expect(output).toContain(expected);
    expect(output).not.toContain('    at ');
  });

  it.each([
    [[], "missing required argument 'job'"],
    [['sync-ranks', '--klan', 'tophat'], "unknown option '--klan'"],
    [['sync-ranks', '--clan', 'Top Hat'], "A clan's name has 2 to 30 of a-z, 0-9 and _"],
  ])('says what is wrong with %j, and how it is called', async (args, expected) => {
    const { code, output } = await run('scripts/job.ts', args);
    expect(code).toBe(2);
    expect(output).toContain(expected);
    expect(output).toContain('Usage: npm run job -- [options] <job>');
    expect(output).not.toContain('    at ');
  });

  it('says that the platform does not run', async () => {
    const { code, output } = await run('scripts/job.ts', ['sync-ranks'], { DATA_DIR: configs });
    expect(code).toBe(1);
    expect(output).toContain('The platform does not run');
  });
});

describe('npm run check-config', () => {
  it('accepts the clans of the repository, with warnings', async () => {
    const { code, output } = await run('scripts/check-config.ts', ['tophat', 'graves_family', 'example']);
    expect(code, output).toBe(0);
    expect(output).toContain('tophat: TophatC, 23 ranks: both files are in order');
    expect(output).toContain('graves_family: Graves Family, 20 ranks: both files are in order');
    expect(output).toContain('warning: ');
  });

  it('names file, field and expectation, and what is missing', async () => {
    await cp(join(CONFIGS, 'example'), join(configs, 'newclan'), { recursive: true });
    const file = join(configs, 'newclan', 'ranks.json');
    await writeFile(
      file,
      (await readFile(file, 'utf8')).replace('"points_required": 10', '"points_required": "ten"'),
    );
    const { code, output } = await run('scripts/check-config.ts', ['newclan', 'nobody', 'No Name']);
    expect(code).toBe(1);
    expect(output).toContain(`${file}: [1].points_required: expected a whole number, got "ten"`);
    expect(output).toContain(`${join(configs, 'nobody', 'settings.json')}: not there`);
    expect(output).toContain("No Name: a clan's name has 2 to 30 of a-z");
  });
});

describe('npm run register-commands', () => {
  const registered = () => platform.discord.commands('tophat').map(({ definition }) => definition);

  /** The demo clan of the test's own platform, reached as any other clan is. */
  async function environment() {
    const clansDir = join(platform.folder, 'clans');
    return { CLANS_DIR: clansDir, DISCORD_API_URL: platform.discord.apiUrl };
  }

  it('shows what would change and changes nothing with --dry-run, then replaces the commands', async () => {
    const settings = join(configs, 'tophat', 'settings.json');
    const text = await readFile(settings, 'utf8');
    await writeFile(settings, text.replace('"manual_max": 10', '"manual_max": 15').replace('"Raid", ', ''));
    const before = registered();
    const env = await environment();
    const dry = await run('scripts/register-commands.ts', ['--clan', 'tophat', '--dry-run'], env);
    expect(dry.output).toContain('~ /points add amount: max_value 10 -> 15');
    expect(dry.output).toContain(
      '~ /submit-event type: choices Raid, Patrol, Defense, Training -> Patrol, Defense, Training',
    );
    expect(dry.code).toBe(0);
    expect(registered()).toEqual(before);

    const real = await run('scripts/register-commands.ts', ['--all'], env);
    expect(real.output).toContain('commands registered');
    expect(JSON.stringify(registered())).toContain('"max_value":15');
    const again = await run('scripts/register-commands.ts', ['--all', '--dry-run'], env);
    expect(again.output).toContain('no change');
  });

  it('says what to do about a token that Discord does not know', async () => {
    const record = platform.record();
    const clans = await mkdtemp(join(tmpdir(), 'clans-'));
    await writeFile(join(clans, 'tophat.json'), JSON.stringify({ ...record, botToken: 'a-wrong-token' }));
    const env = { ...(await environment()), CLANS_DIR: clans };
    const { code, output } = await run('scripts/register-commands.ts', ['--clan', 'tophat'], env);
    expect(code).toBe(1);
    expect(output).toContain('tophat: Discord does not know the bot token (401).');
    expect(output).toContain('Nothing was changed.');
    expect(output).not.toContain('a-wrong-token');
    await rm(clans, { recursive: true });
  });

  it('says which variable is missing when there is no token', async () => {
    const env = { CLAN_NAME: 'tophat', DISCORD_APPLICATION_ID: '1100000000000000001' };
    const { code, output } = await run('scripts/register-commands.ts', ['--clan', 'tophat'], env);
    expect(code).toBe(1);
    expect(output).toContain('DISCORD_BOT_TOKEN: missing');
  });

  it('takes a clan of the cloud by its settings.json and the token alone', async () => {
    const env = { DISCORD_API_URL: platform.discord.apiUrl, DISCORD_BOT_TOKEN: platform.record().botToken };
    const { code, output } = await run(
      'scripts/register-commands.ts',
      ['--clan', 'tophat', '--dry-run'],
      env,
    );
    expect(code, output).toBe(0);
  });

  it('says when Discord does not answer', async () => {
    const server = createServer((_, outgoing) => outgoing.writeHead(503).end()).listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const env = { ...(await environment()), DISCORD_API_URL: `http://127.0.0.1:${port}/api/v10` };
    const { code, output } = await run('scripts/register-commands.ts', ['--clan', 'tophat'], env);
    server.close();
    expect(code).toBe(1);
    expect(output).toContain('Discord did not take the commands');
  });
});
