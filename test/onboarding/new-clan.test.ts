import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDiscordEmulator } from '../../local/discord/start-discord-emulator.ts';
import { startRobloxEmulator } from '../../local/roblox/start-roblox-emulator.ts';
import { inviteUrl } from '../../scripts/onboarding/invite-url.ts';
import { type RunningScript, runScript, runToEnd } from '../platform/run-script.ts';

const ID = '1300000000000000001';
const GUILD = '1300000000000000002';
const GROUP = '7654321';
const TOKEN = 'token-of-the-new-bot';
const KEY = 'key-of-the-new-clan';
const OWNER = '1300000000000000010';

let directory: string;
let discord: Awaited<ReturnType<typeof startDiscordEmulator>>;
let roblox: Awaited<ReturnType<typeof startRobloxEmulator>>;
let platform: RunningScript | undefined;
let publicKey: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'clan-bot-onboarding-'));
  mkdirSync(join(directory, 'configs'));
  const keys = generateKeyPairSync('ed25519');
  publicKey = keys.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex');
  const privateKey = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  discord = await startDiscordEmulator({
    seed: {
      applications: [
        { clan: 'newclan', applicationId: ID, publicKey, privateKey, botToken: TOKEN, guildId: GUILD },
      ],
      guilds: [
        {
          id: GUILD,
          name: 'New Clan',
          ownerId: OWNER,
          channels: [{ id: '1300000000000000020', name: 'general' }],
          members: [{ userId: OWNER, username: 'founder' }],
        },
      ],
    },
  });
  const role = (id: string, name: string, rank: number) => ({ id, name, rank });
  roblox = await startRobloxEmulator({
    seed: {
      users: [
        { id: '900', name: 'KeyOwner' },
        { id: '901', name: 'FounderFox' },
      ],
      groups: [
        {
          id: GROUP,
          name: 'The New Clan',
          roles: [
            role('1', 'Guest', 0),
            role('2', 'Recruit', 1),
            role('3', 'Soldier', 2),
            role('4', 'Leader', 255),
          ],
          members: [
            { userId: '900', roleIds: ['2', '4'] },
            { userId: '901', roleIds: ['2', '3'] },
          ],
        },
      ],
      keys: [
        { apiKey: KEY, ownerId: '900', groupIds: [GROUP] },
        { apiKey: 'read-only', ownerId: '900', scopes: ['group:read'] },
        { apiKey: 'disabled', ownerId: '900', enabled: false },
      ],
    },
  });
});

afterAll(async () => {
  platform?.signal('SIGTERM');
  await platform?.exit;
  await Promise.all([discord.stop(), roblox.stop()]);
  rmSync(directory, { recursive: true, force: true });
});

const services = () => ({
  DISCORD_API_URL: discord.apiUrl,
  ROBLOX_API_URL: roblox.apiUrl,
  ROBLOX_USERS_API_URL: roblox.usersApiUrl,
});
const newClan = (args: string[], env: Record<string, string> = {}) =>
  runToEnd('scripts/new-clan.ts', {
    args,
    env: { ...services(), DISCORD_BOT_TOKEN: TOKEN, ROBLOX_API_KEY: KEY, ...env },
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
      public_key: publicKey,
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
    discord.gatewayUrl = url;
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
    const act = async (request: object) => {
      const by = { clan: 'newclan', user: 'founder' };
      const { interactionId } = await discord.sendInteraction({ ...by, ...request } as Parameters<
        typeof discord.sendInteraction
      >[0]);
      return (await discord.waitFor(interactionId)).last;
    };
    const before = await act({ command: 'xp' });
    expect(before?.text).toContain('/link-roblox');
    const link = await act({ command: 'link-roblox', options: { username: 'FounderFox' } });
    const code = /```\n([a-z ]+)\n```/.exec(link?.text ?? '')?.[1] ?? '';
    roblox.setAbout('FounderFox', code);
    await act({ click: 'Check', message: link?.id });
    const after = await act({ command: 'xp' });
    expect(after?.text).toContain('Trooper');
    expect(after?.text).toContain('FounderFox');
    expect(discord.violations).toEqual([]);
    expect(roblox.violations).toEqual([]);
  });
});

test('the invitation that new-clan prints is the one that Terraform prints', () => {
  const outputs = readFileSync(join(import.meta.dirname, '../../terraform/outputs.tf'), 'utf8');
  const permissions = /^\s+permissions = (\d+)$/m.exec(outputs)?.[1];
  expect(inviteUrl('1', '2')).toBe(
    `https://discord.com/oauth2/authorize?client_id=1&scope=bot%20applications.commands&permissions=${permissions}&guild_id=2&disable_guild_select=true`,
  );
});
