import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inviteUrl, neededPermissions } from '../../shared/discord/invite-url.ts';
import { type RunningScript, runScript, runToEnd } from '../platform/run-script.ts';
import { GROUP, GUILD, ID, KEY, type NewClanWorld, startNewClanWorld, TOKEN } from './new-clan-world.ts';

let directory: string;
let world: NewClanWorld;
let platform: RunningScript | undefined;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'clan-bot-onboarding-'));
  mkdirSync(join(directory, 'configs'));
  world = await startNewClanWorld();
});

afterAll(async () => {
  platform?.signal('SIGTERM');
  await platform?.exit;
  await world.stop();
  rmSync(directory, { recursive: true, force: true });
});

const newClan = (args: string[], env: Record<string, string> = {}) =>
  runToEnd('scripts/new-clan.ts', {
    args,
    env: { ...world.services, DISCORD_BOT_TOKEN: TOKEN, ROBLOX_API_KEY: KEY, ...env },
    cwd: directory,
  });
const BASICS = ['--clan', 'newclan', '--guild', GUILD, '--group', GROUP];

describe('npm run new-clan refuses what would not work, and writes nothing', () => {
  test.each([
    ['a wrong token', BASICS, { DISCORD_BOT_TOKEN: 'wrong' }, 'Discord does not know this bot token'],
    ['a key that may only read', BASICS, { ROBLOX_API_KEY: 'read-only' }, 'The Roblox key lacks group:write'],
    ['a disabled key', BASICS, { ROBLOX_API_KEY: 'disabled' }, 'The Roblox key is disabled'],
    ['another group', [...BASICS.slice(0, 4), '--group', '1'], {}, 'group 1'],
    ['a clan name that is no identifier', ['--clan', 'New Clan'], {}, 'expected 2 to 30 of a-z, 0-9 and _'],
    [
      'a guild id that is none',
      ['--clan', 'newclan', '--guild', '12'],
      {},
      'a Discord id of 17 to 20 digits',
    ],
    [
      'an invitation',
      ['--clan', 'newclan', '--guild', 'https://discord.gg/abc'],
      {},
      'That is an invitation',
    ],
    ['nobody to ask', ['--clan', 'newclan'], {}, 'Nobody can answer "The Discord server'],
    ['a token in .env of another clan', BASICS, { CLAN_NAME: 'tophat' }, 'Token of the Discord bot'],
  ])('%s', async (_, args, env, message) => {
    rmSync(join(directory, '.new-clan.newclan'), { force: true });
    const { code, output } = await newClan(args, env);
    expect(output).toContain(message);
    expect(code).toBe(1);
    expect(output).not.toContain('    at ');
    expect(() => statSync(join(directory, 'configs/newclan'))).toThrow();
  });
});

test('new-clan remembers what was answered before it was interrupted, but no secret', async () => {
  await newClan(BASICS, { ROBLOX_API_KEY: 'disabled' });
  const kept = readFileSync(join(directory, '.new-clan.newclan'), 'utf8');
  expect(parseEnv(kept)).toMatchObject({ CLAN_NAME: 'newclan', GUILD_ID: GUILD });
  expect(kept).not.toContain(TOKEN);
  const { output } = await newClan(['--clan', 'newclan']);
  expect(output).toContain('Nobody can answer "The Roblox group');
});

describe('from an empty configs/ to a working /xp', () => {
  test('new-clan checks token and key, writes the files and registers the commands', async () => {
    const { code, output } = await newClan([...BASICS, '--self-hosted']);
    expect(code, output).toBe(0);
    expect(output).toContain('Roblox: the group The New Clan with 4 roles');
    expect(output).toMatch(/Discord: \d+ commands registered/);
    expect(output).not.toMatch(new RegExp(`${TOKEN}|${KEY}`));

    const settings = JSON.parse(readFileSync(join(directory, 'configs/newclan/settings.json'), 'utf8'));
    expect(settings).toMatchObject({
      clan_name: 'The New Clan',
      application_id: ID,
      public_key: world.publicKey,
      guild_id: GUILD,
      roblox_group_id: GROUP,
      verification: 'profile-code',
    });
    const ranks = JSON.parse(readFileSync(join(directory, 'configs/newclan/ranks.json'), 'utf8'));
    expect(ranks.map((rank: { rank_name: string }) => rank.rank_name)).toEqual([
      'Recruit',
      'Soldier',
      'Leader',
    ]);
    const file = join(directory, '.env.newclan');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(parseEnv(readFileSync(file, 'utf8'))).toMatchObject({
      CLAN_NAME: 'newclan',
      DISCORD_BOT_TOKEN: TOKEN,
    });
  });

  test('a second run keeps what is there, and asks for none of it', async () => {
    const ranks = join(directory, 'configs/newclan/ranks.json');
    writeFileSync(ranks, readFileSync(ranks, 'utf8').replace('"Soldier"', '"Trooper"'));
    const before = readFileSync(join(directory, '.env.newclan'), 'utf8');
    const { code, output } = await runToEnd('scripts/new-clan.ts', {
      args: ['--clan', 'newclan', '--self-hosted'],
      cwd: directory,
    });
    expect(code, output).toBe(0);
    expect(output).toMatch(/Kept as it is: .*settings\.json/);
    expect(output).toMatch(/Kept as it is: .*ranks\.json \(3 ranks\)/);
    expect(readFileSync(ranks, 'utf8')).toContain('Trooper');
    expect(readFileSync(join(directory, '.env.newclan'), 'utf8')).toBe(before);
  });

  test('a second run replaces nothing that a file says otherwise, unless it is told to', async () => {
    const settings = join(directory, 'configs/newclan/settings.json');
    const named = await newClan([...BASICS, '--name', 'Another']);
    expect(named.code).toBe(1);
    expect(named.output).toContain(
      'says something else (clan_name); nothing was written. --force replaces it.',
    );
    expect(JSON.parse(readFileSync(settings, 'utf8')).clan_name).toBe('The New Clan');
    const forced = await newClan([...BASICS, '--name', 'Another', '--force']);
    expect(forced.output).toContain('settings.json: clan_name');
    expect(JSON.parse(readFileSync(settings, 'utf8')).clan_name).toBe('Another');
  });

  test('the bot starts with the file that was written, and Discord accepts it as the endpoint', async () => {
    const env = parseEnv(readFileSync(join(directory, '.env.newclan'), 'utf8'));
    platform = runScript('local/start.ts', {
      env: {
        ...env,
        PORT: '0',
        DATA_DIR: join(directory, 'data'),
        CONFIGS_DIR: join(directory, 'configs'),
      } as Record<string, string>,
      cwd: directory,
    });
    const [, url = ''] = await platform.shows(/^ready (\S+)$/m);
    world.discord.gatewayUrl = url;
    const wrong = await newClan([
      '--clan',
      'newclan',
      '--endpoint',
      'http://127.0.0.1:9/interactions/newclan',
    ]);
    expect(wrong).toMatchObject({
      code: 1,
      output: expect.stringContaining(
        'The platform does not answer at http://127.0.0.1:9/interactions/newclan',
      ),
    });
    const other = await newClan(['--clan', 'newclan', '--endpoint', `${url}/interactions/tophat`]);
    expect(other.output).toContain('ends with /interactions/newclan; nothing was changed');
    const right = await newClan(['--clan', 'newclan', '--endpoint', `${url}/interactions/newclan`]);
    expect(right.code, right.output).toBe(0);
  }, 120_000);

  test('its founder links and reads /xp', async () => {
    const before = await world.act({ command: 'xp' });
    expect(before?.text).toContain('/link-roblox');
    const after = await world.linkFounder();
    expect(after).toContain('Trooper');
    expect(after).toContain('FounderFox');
    expect(world.discord.violations).toEqual([]);
    expect(world.roblox.violations).toEqual([]);
  });
});

test('the invitation that new-clan prints is the one that Terraform prints', () => {
  const outputs = readFileSync(join(import.meta.dirname, '../../terraform/outputs.tf'), 'utf8');
  const number = (name: string) => Number(new RegExp(`^\\s+${name}\\s+= (\\d+)$`, 'm').exec(outputs)?.[1]);
  const clan = { applicationId: '1', guildId: '2' };
  const url = (permissions: number) =>
    `https://discord.com/oauth2/authorize?client_id=1&scope=bot%20applications.commands&permissions=${permissions}&guild_id=2&disable_guild_select=true`;
  expect(inviteUrl(clan, neededPermissions({ nickname: null }))).toBe(url(number('always')));
  const both = number('always') + number('nicknames');
  expect(inviteUrl(clan, neededPermissions({ nickname: '{rank}' }))).toBe(url(both));
});
