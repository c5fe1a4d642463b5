import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { startDiscordEmulator } from '../../local/discord/start-discord-emulator.ts';
import { startRobloxEmulator } from '../../local/roblox/start-roblox-emulator.ts';
import { secretNames } from '../../shared/oci/vault-registry.ts';
import { runToEnd } from '../platform/run-script.ts';
import { type CloudSandbox, makeCloudSandbox } from './cloud-sandbox.ts';

const ID = '1100000000000000001';
const GUILD = '1100000000000000002';
const NAMES = secretNames(ID);

const KeysChange = z.object({
  secretContent: z.object({ content: z.string(), stage: z.literal('CURRENT') }),
});

let bench: CloudSandbox;
let discord: Awaited<ReturnType<typeof startDiscordEmulator>>;
let roblox: Awaited<ReturnType<typeof startRobloxEmulator>>;

let publicKey: string;

beforeAll(async () => {
  const keys = generateKeyPairSync('ed25519');
  publicKey = keys.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex');
  const application = {
    clan: 'newclan',
    applicationId: ID,
    publicKey,
    botToken: 'new-token',
    guildId: GUILD,
  };
  discord = await startDiscordEmulator({
    seed: {
      applications: [application],
      guilds: [{ id: GUILD, name: 'New', ownerId: '1100000000000000009' }],
    },
  });
  roblox = await startRobloxEmulator({ seed: robloxSeed() });
});
afterAll(async () => {
  await Promise.all([discord.stop(), roblox.stop()]);
});

beforeEach(async () => {
  bench = await makeCloudSandbox();
  bench.addClan('newclan', ID);
  mkdirSync(join(bench.directory, 'configs/newclan'), { recursive: true });
  const settings = {
    clan_name: 'New Clan',
    application_id: ID,
    public_key: publicKey,
    guild_id: GUILD,
    roblox_group_id: '3203735',
  };
  writeFileSync(join(bench.directory, 'configs/newclan/settings.json'), JSON.stringify(settings));
});
afterEach(() => bench.stop());

function robloxSeed(): Parameters<typeof startRobloxEmulator>[0]['seed'] {
  return {
    users: [{ id: '500', name: 'KeyOwner' }],
    groups: [
      {
        id: '3203735',
        name: 'New Clan',
        roles: [
          { id: '10', name: 'Guest', rank: 0 },
          { id: '11', name: 'Owner', rank: 255 },
        ],
        members: [{ userId: '500', roleIds: ['11'] }],
      },
    ],
    keys: [{ apiKey: 'new-key', ownerId: '500', groupIds: ['3203735'] }],
  };
}

const setSecrets = (args: string[], more: Record<string, string> = {}) =>
  runToEnd('scripts/set-secrets.ts', {
    args: ['--clan', 'newclan', ...args],
    env: {
      ...bench.env,
      DISCORD_API_URL: discord.apiUrl,
      ROBLOX_API_URL: roblox.apiUrl,
      ROBLOX_USERS_API_URL: roblox.usersApiUrl,
      ...more,
    },
    cwd: bench.directory,
  });

function written(): unknown {
  const change = bench.oci.changes.find((one) => one.path === `PUT /20180608/secrets/id-${NAMES.keys}`);
  const { secretContent } = KeysChange.parse(change?.body);
  return JSON.parse(Buffer.from(secretContent.content, 'base64').toString());
}

describe('npm run set-secrets', () => {
  test('checks token and key and writes them as the new current version', async () => {
    const { code, output } = await setSecrets([], {
      DISCORD_BOT_TOKEN: 'new-token',
      ROBLOX_API_KEY: 'new-key',
    });
    expect(output).toContain('written. Functions use it within three minutes');
    expect(code).toBe(0);
    expect(written()).toEqual({ botToken: 'new-token', robloxApiKey: 'new-key' });
    expect(output).not.toMatch(/new-token|new-key/);
  });

  test('replaces one and keeps the other', async () => {
    const { code, output } = await setSecrets(['--only', 'token'], { DISCORD_BOT_TOKEN: 'new-token' });
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(written()).toEqual({ botToken: 'new-token', robloxApiKey: 'old-key' });
  });

  test.each([
    [{ DISCORD_BOT_TOKEN: 'wrong', ROBLOX_API_KEY: 'new-key' }, 'Discord does not know this bot token'],
    [
      { DISCORD_BOT_TOKEN: 'new-token', ROBLOX_API_KEY: 'wrong' },
      'The Roblox key|Roblox does not know this key',
    ],
  ])('writes nothing when one of them is wrong', async (given, message) => {
    const { code, output } = await setSecrets([], given);
    expect(code).toBe(1);
    expect(output).toMatch(new RegExp(message));
    expect(output).not.toContain('wrong\n');
    expect(bench.oci.changes).toEqual([]);
  });

  test('renews the database password in the vault, then in the database', async () => {
    const { code, output } = await setSecrets(['--rotate-database']);
    expect(code, output).toBe(0);
    expect(bench.oci.changes[0]).toMatchObject({
      path: `PUT /20180608/secrets/id-${NAMES.database}`,
      body: {
        enableAutoGeneration: true,
        secretGenerationContext: { generationTemplate: 'DBAAS_DEFAULT_PASSWORD' },
      },
    });
    expect(JSON.parse(bench.oci.invoked[0]?.body ?? '')).toMatchObject({
      clan: 'newclan',
      rotate_password: true,
    });
  });

  test('takes back a pending deletion and says how Terraform learns of it', async () => {
    for (const name of [NAMES.identity, NAMES.keys])
      bench.oci.secrets.set(name, { content: undefined, id: `id-${name}` });
    const { code, output } = await setSecrets(['--restore']);
    expect(code, output).toBe(0);
    expect(bench.oci.changes.map((one) => one.path)).toEqual([
      `POST /20180608/secrets/id-${NAMES.identity}/actions/cancelDeletion`,
      `POST /20180608/secrets/id-${NAMES.keys}/actions/cancelDeletion`,
    ]);
    expect(output).toContain(
      `import -var clan=newclan 'module.secrets.oci_vault_secret.identity' id-${NAMES.identity}`,
    );
    expect((await setSecrets(['--restore'], {})).output).toContain('taken back');
  });

  test('a secret that is about to be deleted is not written to', async () => {
    bench.oci.secrets.set(NAMES.keys, { content: undefined, id: 'x' });
    const { code, output } = await setSecrets(['--no-check'], {
      DISCORD_BOT_TOKEN: 'a',
      ROBLOX_API_KEY: 'b',
    });
    expect(code).toBe(1);
    expect(output).toContain('is PENDING_DELETION: take its deletion back with --restore');
  });

  test('does not use the token that .env holds for another clan', async () => {
    const { code, output } = await setSecrets([], {
      CLAN_NAME: 'tophat',
      DISCORD_BOT_TOKEN: 'new-token',
      ROBLOX_API_KEY: 'new-key',
    });
    expect(code).toBe(1);
    expect(output).toContain('Token of the Discord bot: give it in the environment');
    expect(bench.oci.changes).toEqual([]);
  });
});
