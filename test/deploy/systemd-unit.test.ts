import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const UNIT = readFileSync(join(ROOT, 'deploy/server/clan-bot@.service'), 'utf8');
const ID = '1100000000000000001';

/** The values of a key of the unit, in order, with the instance's name in them. */
function unit(key: string, instance: string): string[] {
  const lines = [...UNIT.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))];
  return lines.map(([, value = '']) => value.replaceAll('%i', instance));
}

function assignments(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    lines
      .filter((line) => /^\w+=/.test(line))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}

let etc: string;
let state: string;
let key: KeyObject;
let bot: ChildProcess;
let url: string;
let output = '';

/** Starts what the unit starts: its command in its directory with its environment, and nothing else of ours. */
beforeAll(async () => {
  etc = mkdtempSync(join(tmpdir(), 'clan-bot-etc-'));
  state = mkdtempSync(join(tmpdir(), 'clan-bot-state-'));
  const keys = generateKeyPairSync('ed25519');
  key = keys.privateKey;
  const publicKey = keys.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex');
  const file = join(etc, 'newclan.env');
  const variables = {
    CLAN_NAME: 'newclan',
    DISCORD_APPLICATION_ID: ID,
    DISCORD_PUBLIC_KEY: publicKey,
    DISCORD_BOT_TOKEN: 'bot',
    GUILD_ID: '1100000000000000002',
    ROBLOX_GROUP_ID: '3203735',
    ROBLOX_API_KEY: 'key',
    PORT: '0',
    // The machine of this test reaches neither service; an address of its own keeps the test from trying.
    DISCORD_API_URL: 'http://127.0.0.1:9/api/v10',
    ROBLOX_API_URL: 'http://127.0.0.1:9',
    ROBLOX_USERS_API_URL: 'http://127.0.0.1:9',
  };
  writeFileSync(
    file,
    Object.entries(variables)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  );
  const place = (text: string) =>
    text.replaceAll('/opt/clan-bot', ROOT).replaceAll('/var/lib/clan-bot', state);
  const [environmentFile = ''] = unit('EnvironmentFile', 'newclan');
  const environment = {
    ...assignments(unit('Environment', 'newclan').map(place)),
    // systemd reads the file after the unit's own lines, so the file wins.
    ...assignments(readFileSync(environmentFile.replace('/etc/clan-bot', etc), 'utf8').split('\n')),
  };
  mkdirSync(join(state, 'newclan'));
  const [command = '', ...args] = place(unit('ExecStart', 'newclan')[0] ?? '').split(' ');
  bot = spawn(command, args, {
    cwd: place(unit('WorkingDirectory', 'newclan')[0] ?? ''),
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', ...environment },
  });
  for (const stream of [bot.stdout, bot.stderr])
    stream?.on('data', (chunk) => {
      output += chunk;
    });
  url = await new Promise<string>((done, fail) => {
    bot.stdout?.on('data', () => {
      const ready = /^ready (\S+)$/m.exec(output)?.[1];
      if (ready !== undefined) done(ready);
    });
    bot.once('exit', () => fail(new Error(`The unit's command ended: ${output}`)));
  });
});

afterAll(() => {
  bot?.kill('SIGKILL');
  for (const directory of [etc, state]) rmSync(directory, { recursive: true, force: true });
});

describe('the systemd unit', () => {
  test('starts the gateway, which answers its health check', async () => {
    expect((await fetch(`${url}/health`)).status).toBe(200);
  });

  test('serves the clan of its environment file: a signed PING is answered, an unsigned one is not', async () => {
    const body = JSON.stringify({ id: '1', application_id: ID, type: 1, token: 't', version: 1 });
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = sign(null, Buffer.from(timestamp + body), key).toString('hex');
    const send = (headers: Record<string, string>) =>
      fetch(`${url}/interactions/newclan`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      });
    const answer = await send({ 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp });
    expect(await answer.json()).toEqual({ type: 1 });
    expect((await send({})).status).toBe(401);
  });

  test("starts no emulator and keeps its data in the instance's own directory", () => {
    const platform = JSON.parse(readFileSync(join(state, 'newclan/platform.json'), 'utf8'));
    expect(Object.keys(platform).filter((name) => name.includes('mulator'))).toEqual([]);
    expect(existsSync(join(state, 'newclan/newclan/clan_data.db'))).toBe(true);
  });

  test('stops cleanly when systemd asks it to', async () => {
    const code = new Promise((done) => bot.once('exit', done));
    bot.kill('SIGTERM');
    expect(await code).toBe(0);
  });

  test('names only files that there are, and runs as a user of the clan alone', () => {
    const [command = ''] = unit('ExecStart', 'x');
    const files = command.split(' ').filter((word) => word.startsWith('/opt/clan-bot/'));
    for (const file of files) expect(existsSync(file.replace('/opt/clan-bot', ROOT)), file).toBe(true);
    expect(unit('User', 'x')).toEqual(['clan-bot-x']);
    expect(unit('CapabilityBoundingSet', 'x')).toEqual(['']);
  });
});

describe('the units, as systemd itself reads them', () => {
  const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;
  const units = ['clan-bot@.service', 'clan-bot-backup@.service', 'clan-bot-backup@.timer'];

  /** The units of one instance, with the project where it is. */
  function instances(): string[] {
    return units.map((name) => {
      const text = readFileSync(join(ROOT, 'deploy/server', name), 'utf8');
      const file = join(etc, name.replace('@', '@newclan'));
      writeFileSync(file, text.replaceAll('%i', 'newclan').replaceAll('/opt/clan-bot', ROOT));
      return file;
    });
  }

  test.skipIf(!hasSystemd)('hold nothing that it does not know (needs systemd-analyze)', () => {
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', ...instances()], { encoding: 'utf8' });
    expect(stderr.split('\n').filter((line) => /clan-bot/.test(line))).toEqual([]);
    expect(status).toBe(0);
  });

  test.skipIf(!hasSystemd)(
    'let the process do little: exposure of 2.0 at the most (needs systemd-analyze)',
    () => {
      for (const file of instances().filter((name) => name.endsWith('.service'))) {
        const args = ['security', '--offline=true', '--threshold=20', '--no-pager', file];
        const { status, stdout } = spawnSync('systemd-analyze', args, { encoding: 'utf8' });
        expect(status, stdout).toBe(0);
      }
    },
  );
});

describe('the compose file', () => {
  const text = readFileSync(join(ROOT, 'deploy/server/compose.yaml'), 'utf8');
  const dockerfile = readFileSync(join(ROOT, 'deploy/server/Dockerfile'), 'utf8');

  test('hands every variable of a clan on, with a volume of its own and no way in but this machine', () => {
    for (const name of [
      'CLAN_NAME',
      'DISCORD_APPLICATION_ID',
      'DISCORD_PUBLIC_KEY',
      'DISCORD_BOT_TOKEN',
      'GUILD_ID',
      'ROBLOX_GROUP_ID',
      'ROBLOX_API_KEY',
    ]) {
      expect(text).toContain(`${name}: \${${name}:?`);
    }
    expect(text).toMatch(/^ {6}- data:\/data$/m);
    expect(text).toMatch(/- 127\.0\.0\.1:\$\{PORT:-8787\}:8787/);
  });

  test('its image talks to Discord and Roblox themselves, as somebody who is not root', () => {
    for (const line of UNIT.matchAll(/^Environment=((?:DISCORD|ROBLOX)_\S+)$/gm))
      expect(dockerfile).toContain(line[1]);
    expect(dockerfile).toMatch(/^USER 1000:1000$/m);
    expect(dockerfile).toContain('CMD ["node", "scripts/run.mjs", "local/start.ts"]');
  });
});
