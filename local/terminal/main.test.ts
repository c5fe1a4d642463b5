import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startWorld } from '../../test/contract/discord-world.ts';
import { startHttpServer } from '../emulator/http-server.ts';

const ROOT = resolve(import.meta.dirname, '../..');

describe('npm run discord', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'terminal-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  /** Runs the program with lines on its standard input. */
  function run(
    args: readonly string[],
    lines: readonly string[] = [],
  ): Promise<{ code: number | null; out: string; err: string }> {
    const child = spawn(process.execPath, ['scripts/run.mjs', 'local/terminal/main.ts', ...args], {
      cwd: ROOT,
      env: { ...process.env, DATA_DIR: dataDir },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.stdin.end(lines.map((line) => `${line}\n`).join(''));
    return new Promise((done) => child.on('close', (code) => done({ code, out, err })));
  }

  it('says plainly that the platform does not run, and what its own options are', async () => {
    const [notRunning, unknown] = await Promise.all([run([]), run(['--nonsense'])]);
    expect(notRunning).toMatchObject({ code: 1, out: '' });
    expect(notRunning.err).toContain(`The platform does not run on ${dataDir}: run "npm start" first`);
    expect(notRunning.err).not.toContain('at ');
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain('--clan <clan>');
  });

  it('carries out lines from a pipe one after the other, and one line from its arguments', async () => {
    const discord = await startWorld();
    // The Functions API, as far as the terminal asks whether the platform runs.
    const functions = await startHttpServer(0, async () => ({ status: 204 }));
    const platform = {
      pid: process.pid,
      url: functions.url,
      invokeUrl: functions.url,
      functionIds: { xp: 'id' },
      clans: ['tophat'],
      clansDir: dataDir,
      discordEmulatorUrl: discord.url,
    };
    writeFileSync(join(dataDir, 'platform.json'), JSON.stringify(platform));
    const piped = await run(['--as', 'wolf'], ['channel #admin', 'dance', 'as owner', 'exit', 'as wolf']);
    const single = await run(['--as', 'wolf', 'as', 'hermit']);
    await Promise.all([discord.stop(), functions.stop()]);
    expect(piped.out.split('\n')).toEqual([
      'TophatC: you are The Wolf in #general. "help" says what you can type.',
      'tophat> channel #admin',
      'You are in #admin.',
      'tophat> dance',
      expect.stringContaining('"dance" is nothing that can be typed here'),
      'tophat> as owner',
      'You are owner (no roles).',
      'tophat> exit',
      '',
    ]);
    expect(piped.code).toBe(1);
    expect(single).toEqual({ code: 0, out: 'You are hermit (no roles).\n', err: '' });
  });

  it('ends without a word when nobody reads its output any more', async () => {
    const program = 'node scripts/run.mjs local/terminal/main.ts --help';
    const child = spawn('sh', ['-c', `${program} | true`], {
      cwd: ROOT,
      env: { ...process.env, DATA_DIR: dataDir, PATH: `${dirname(process.execPath)}:${process.env['PATH']}` },
    });
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    await new Promise((done) => child.on('close', done));
    expect(err).toBe('');
  });
});
