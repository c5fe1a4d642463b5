import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { signatureHeaders } from '../../local/discord/sign.ts';
import { findRunningPlatform } from '../../local/platform-file.ts';
import { openSqlite } from '../../shared/database/sqlite.ts';
import { findMember } from '../../shared/members/member.ts';
import { type RunningScript, runScript, runToEnd } from './run-script.ts';

const CONFIGS = resolve(import.meta.dirname, '../../configs');
const READY = /ready (http:\/\/127\.0\.0\.1:\d+)\n/;
const WOLF = '1100000000000010004';

let folder: string;
let started: RunningScript[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'start-test-'));
  started = [];
});
afterEach(async () => {
  for (const script of started) script.signal('SIGTERM');
  await Promise.all(started.map((script) => script.exit));
  await rm(folder, { recursive: true, force: true });
});

const dataDir = () => join(folder, 'data');
/** Sockets go below the test's folder, so that it can see what is left. */
function variables(env: Readonly<Record<string, string>> = {}) {
  return { PORT: '0', DATA_DIR: dataDir(), CONFIGS_DIR: CONFIGS, TMPDIR: folder, ...env };
}
function start(env: Readonly<Record<string, string>> = {}, cwd?: string): RunningScript {
  const script = runScript('local/start.ts', { env: variables(env), ...(cwd === undefined ? {} : { cwd }) });
  started.push(script);
  return script;
}
async function urlOf(script: RunningScript): Promise<string> {
  return (await script.shows(READY))[1] ?? '';
}
async function stopped(script: RunningScript): Promise<number | null> {
  script.signal('SIGTERM');
  return script.exit;
}
/** Processes of this machine that have a word in their environment. */
function processesWith(word: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(word);
      } catch {
        return false;
      }
    });
}

describe('npm start', () => {
  it('makes two demo clans, says how to talk to them, and keeps their data from a second one and a restore', async () => {
    const script = start();
    const url = await urlOf(script);
    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect(script.output).toContain('tophat, graves_family');
    expect(script.output).toContain('npm run discord');
    expect(script.output).toMatch(/\npage http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{24}\nready /);
    expect(script.output).not.toMatch(/not submitted|error|warning/i);
    for (const file of ['clans/tophat.json', 'keys/tophat.pem', 'platform.json']) {
      expect(statSync(join(dataDir(), file)).mode & 0o777).toBe(0o600);
    }

    const second = await runToEnd('local/start.ts', { env: variables() });
    expect(second.code).toBe(1);
    expect(second.output).toContain('The platform runs already');

    const file = join(folder, 'tophat.jsonl');
    const clanScript = (name: string, ...args: string[]) =>
      runToEnd(`scripts/${name}.ts`, { args: ['--clan', 'tophat', ...args], env: variables() });
    const restore = () => clanScript('restore', '--from', file, '--replace');
    expect((await clanScript('export', '--to', file)).code).toBe(0);
    const refused = await restore();
    expect(refused.output).toMatch(
      /The bot of tophat runs \(process \d+, .*Nothing was changed\. Stop it first/,
    );
    expect(refused.code).toBe(1);
    // Also by the lock of the file alone, whatever the data directory says.
    await rm(join(dataDir(), 'platform.json'));
    expect(await restore()).toMatchObject({
      code: 1,
      output: expect.stringContaining('is in use by another process'),
    });
    await stopped(script);
    expect((await restore()).code).toBe(0);
  });

  it('says what is odd in files that are not the demo’s own', async () => {
    const configs = join(folder, 'configs');
    await cp(CONFIGS, configs, { recursive: true });
    const script = start({ CONFIGS_DIR: configs });
    await urlOf(script);
    expect(script.output).toMatch(/^warning: .*tophat\/ranks\.json: .*"E2 \| Specialist" needs 1 points/m);
  });

  it.skipIf(!existsSync('/proc'))(
    'keeps every command warm, and leaves no process and no socket',
    async () => {
      const script = start({ KEEP_WARM: 'all' });
      const url = await urlOf(script);
      await fetch(`${url}/health`);
      await vi.waitFor(
        () => expect(processesWith(`DATA_DIR=${dataDir()}`).length).toBeGreaterThan(20),
        30_000,
      );
      script.signal('SIGINT');
      expect(await script.exit).toBe(0);
      expect(processesWith(`DATA_DIR=${dataDir()}`)).toEqual([]);
      expect(readdirSync(folder)).toEqual(['data']);
      expect(await findRunningPlatform(dataDir())).toBeUndefined();
    },
  );

  it('keeps the data until it is reset, which a running platform refuses', async () => {
    const first = start();
    await urlOf(first);
    const file = join(dataDir(), 'tophat', 'clan_data.db');
    const db = await openSqlite(file);
    const before = await findMember(db, WOLF);
    await db.close();
    expect(before?.totalPoints).toBeGreaterThan(0);
    const refused = await runToEnd('scripts/reset.ts', { env: variables() });
    expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('Stop it first') });
    expect(await stopped(first)).toBe(0);

    const second = start();
    await urlOf(second);
    expect(second.output).not.toContain('0001_clan');
    await stopped(second);
    const asked = await runToEnd('scripts/reset.ts', { env: variables() });
    expect(asked).toMatchObject({
      code: 1,
      output: expect.stringMatching(/tophat: members, points, events; [\d,]+ KB/),
    });
    expect(asked.output).toContain('Nothing was deleted: nobody can be asked here');
    const cleared = await runToEnd('scripts/reset.ts', { args: ['--yes'], env: variables() });
    expect(cleared.code).toBe(0);
    expect(readdirSync(dataDir())).toEqual([]);
  });

  it('makes no empty database in the place of one that is missing, unless it is told to', async () => {
    const first = start();
    await urlOf(first);
    await stopped(first);
    const file = join(dataDir(), 'tophat', 'clan_data.db');
    await rm(file);
    const second = start();
    const url = await urlOf(second);
    expect(second.output).toMatch(
      /tophat: its schema could not be prepared.*was there and is missing.*--new/,
    );
    const args = ['--clan', 'tophat', '--as', 'wolf', '/xp'];
    const refused = await runToEnd('local/terminal/main.ts', { args, env: variables() });
    expect(refused.output).toContain('database does not answer');
    expect(existsSync(file)).toBe(false);
    expect((await fetch(`${url}/health`)).status).toBe(200);
    await stopped(second);

    const third = runScript('local/start.ts', { args: ['--new'], env: variables() });
    started.push(third);
    await urlOf(third);
    expect(third.output).toContain('tophat: 0001_clan');
    expect(existsSync(file)).toBe(true);
  });

  it('says in one line that its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => other.once('listening', listening));
    const port = String(portOf(other.address()));
    const script = await runToEnd('local/start.ts', { env: variables({ PORT: port }) });
    other.close();
    expect(script.code).toBe(1);
    expect(script.output).toContain(`Port ${port} of 127.0.0.1 is taken by another program`);
    expect(script.output).not.toContain('    at ');
  });
});

function portOf(address: string | AddressInfo | null): number {
  return address !== null && typeof address === 'object' ? address.port : 0;
}

describe('what npm start refuses when there is no other clan, naming file or variable, field and what was expected', () => {
  async function refusal(env: Readonly<Record<string, string>>, cwd?: string): Promise<string> {
    const options = { env: variables(env), ...(cwd === undefined ? {} : { cwd }) };
    const { code, output } = await runToEnd('local/start.ts', options);
    expect(code).toBe(1);
    expect(output).not.toContain('    at ');
    return output;
  }
  async function editedConfigs(file: string, edit: (text: string) => string): Promise<string> {
    const configs = join(folder, 'configs');
    await cp(CONFIGS, configs, { recursive: true });
    await writeFile(join(configs, file), edit(await readFile(join(configs, file), 'utf8')));
    return configs;
  }

  const ofOurs = async (configs: string) => {
    await (await standInClan()).write();
    return { CONFIGS_DIR: configs, CLANS_DIR: join(folder, 'clans') };
  };

  it('a ranks.json with a wrong value', async () => {
    const configs = await editedConfigs('tophat/ranks.json', (text) =>
      text.replace('"points_required": 3,', '"points_required": "three",'),
    );
    expect(await refusal(await ofOurs(configs))).toContain(
      `${configs}/tophat/ranks.json: [2].points_required: expected a whole number, got "three"`,
    );
  });

  it('a settings.json that is no JSON', async () => {
    const configs = await editedConfigs('tophat/settings.json', (text) => text.replace(',', ''));
    expect(await refusal(await ofOurs(configs))).toMatch(
      /tophat\/settings\.json: not JSON at line 3, column 3/,
    );
  });

  it("a settings.json that disagrees with the clan's record", async () => {
    const configs = await editedConfigs('tophat/settings.json', (text) =>
      text.replace('1100000000000000002', '1100000000000000099'),
    );
    expect(await refusal(await ofOurs(configs))).toContain(
      `${configs}/tophat/settings.json: guild_id: expected "1100000000000000002", as the clan's record says, got "1100000000000000099"`,
    );
  });

  it('a malformed clan record, without showing what is in it', async () => {
    const clan = await standInClan();
    await clan.write({ publicKey: 'a-secret', botToken: '', database: { path: 3 } });
    const output = await refusal({ CLANS_DIR: join(folder, 'clans') });
    expect(output).toContain('tophat.json: publicKey: expected 64 hex digits\n');
    expect(output).toContain('tophat.json: botToken: expected at least 1 character\n');
    expect(output).not.toContain('a-secret');
  });

  it.each(['DISCORD_API_URL', 'ROBLOX_API_URL', 'ROBLOX_USERS_API_URL'])(
    'the demo’s clans where %s is set, and makes none',
    async (name) => {
      const output = await refusal({ [name]: 'http://127.0.0.1:9' }, folder);
      expect(output).toContain(`There is no clan to serve: ${name} set, but no clan is described`);
      expect(output).toContain('CLANS_DIR');
      expect(existsSync(dataDir())).toBe(false);
    },
  );

  it('an environment with a wrong value, or with half a clan', async () => {
    expect(await refusal({ PORT: 'many' })).toContain('PORT: expected a port, 0 to 65535');
    const half = await refusal({ CLAN_NAME: 'tophat', GUILD_ID: 'a-secret' });
    expect(half).toContain('GUILD_ID: expected a Discord id (17 to 20 digits)');
    expect(half).toContain('DISCORD_BOT_TOKEN: missing');
    expect(half).not.toContain('a-secret');
  });
});

/** A clan whose key is ours, as somebody else's servers would have it. */
async function standInClan() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const record = {
    clan: 'tophat',
    applicationId: '1100000000000000001',
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex'),
    guildId: '1100000000000000002',
    botToken: 'the-token-of-ours',
    robloxGroupId: '3203735',
    robloxApiKey: 'the-key-of-ours',
  };
  const write = async (changes: object = {}) => {
    await mkdir(join(folder, 'clans'), { recursive: true });
    await writeFile(join(folder, 'clans', 'tophat.json'), JSON.stringify({ ...record, ...changes }));
  };
  return { record, privateKey, write };
}

describe("with somebody else's Discord and Roblox", () => {
  /** A server that knows nothing of the emulators: it takes every request and keeps it. */
  async function foreignServer() {
    const requests: string[] = [];
    const server = createServer((incoming, outgoing) => {
      requests.push(`${incoming.method} ${incoming.url}`);
      incoming.resume().on('end', () => outgoing.setHeader('content-type', 'application/json').end('{}'));
    }).listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    return { requests, url: `http://127.0.0.1:${portOf(server.address())}`, server };
  }
  async function showMyId(url: string, privateKey: KeyObject): Promise<unknown> {
    const body = JSON.stringify({
      id: '1400000000000000001',
      application_id: '1100000000000000001',
      type: 2,
      token: 'a-token-of-an-interaction',
      guild_id: '1100000000000000002',
      channel_id: '1100000000000000102',
      app_permissions: '0',
      data: { id: '1400000000000000002', name: 'show-my-id', type: 1 },
      member: { user: { id: WOLF, username: 'wolf' }, roles: [], permissions: '0' },
      entitlements: [],
      version: 1,
    });
    const headers = signatureHeaders(privateKey, String(Math.floor(Date.now() / 1000)), body);
    const response = await fetch(`${url}/interactions/tophat`, { method: 'POST', headers, body });
    return response.json();
  }

  it.each(['CLANS_DIR', '.env'])('a clan of %s is served, and no emulator starts', async (source) => {
    const clan = await standInClan();
    const foreign = await foreignServer();
    const env = {
      DISCORD_API_URL: `${foreign.url}/api/v10`,
      ROBLOX_API_URL: foreign.url,
      ROBLOX_USERS_API_URL: foreign.url,
    };
    if (source === 'CLANS_DIR') await clan.write();
    else await writeFile(join(folder, '.env'), envFileOf(clan.record));
    const script = start(source === 'CLANS_DIR' ? { ...env, CLANS_DIR: join(folder, 'clans') } : env, folder);
    const url = await urlOf(script);
    expect(script.output).not.toContain('emulated');
    expect(script.output).not.toMatch(/^page /m);
    for (const path of ['/', '/page/page.js', '/page/api/switch'])
      expect((await fetch(`${url}${path}`)).status).toBe(404);
    expect(await showMyId(url, clan.privateKey)).toMatchObject({ type: 5 });
    const edit = 'PATCH /api/v10/webhooks/1100000000000000001/a-token-of-an-interaction/messages/@original';
    await vi.waitFor(() => expect(foreign.requests.join('\n')).toContain(edit), 10_000);
    expect(await stopped(script)).toBe(0);
    foreign.server.closeAllConnections();
    foreign.server.close();
    const left = readdirSync(folder).filter((name) => /clan-(fn|records)/.test(name));
    expect(left).toEqual([]);
  });

  function envFileOf(record: Awaited<ReturnType<typeof standInClan>>['record']): string {
    return [
      `CLAN_NAME=${record.clan}`,
      `DISCORD_APPLICATION_ID=${record.applicationId}`,
      `DISCORD_PUBLIC_KEY=${record.publicKey}`,
      `DISCORD_BOT_TOKEN="${record.botToken}" # a comment`,
      `GUILD_ID=${record.guildId}`,
      `ROBLOX_GROUP_ID=${record.robloxGroupId}`,
      `ROBLOX_API_KEY='${record.robloxApiKey}'`,
      'DATABASE_PATH=one-clan.db',
    ].join('\n');
  }
});
