import { chmodSync, existsSync, lstatSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { oldDatabase, removeOld } from '../support/old-bot.ts';
import { type RunningScript, runScript, runToEnd } from './run-script.ts';

const CONFIGS = resolve(import.meta.dirname, '../../configs');
const READY = /ready (http:\/\/127\.0\.0\.1:\d+)\n/;

let folder: string;
let umask: number;
let platform: RunningScript | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'private-data-'));
  umask = process.umask();
});
afterEach(async () => {
  process.umask(umask);
  platform?.signal('SIGTERM');
  await platform?.exit;
  platform = undefined;
  rmSync(folder, { recursive: true });
});

const data = () => join(folder, 'data');
const env = () => ({ PORT: '0', DATA_DIR: data(), CONFIGS_DIR: CONFIGS, TMPDIR: folder });
const run = (file: string, ...args: string[]) => runToEnd(file, { args, env: env() });

/** Everything below a directory, itself included, that others may do anything with. Links lead to what is listed too. */
function openToOthers(path: string): string[] {
  const state = lstatSync(path);
  if (state.isSymbolicLink()) return [];
  const own = (state.mode & 0o077) === 0 ? [] : [`${path} ${(state.mode & 0o777).toString(8)}`];
  if (!state.isDirectory()) return own;
  return [...own, ...readdirSync(path).flatMap((name) => openToOthers(join(path, name)))];
}
/** The same of sockets: what a closed directory holds is closed. */
function openSockets(): string[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith('clan-fn-'))
    .filter((name) => (lstatSync(join(folder, name)).mode & 0o777) !== 0o700);
}
async function start(): Promise<string> {
  platform = runScript('local/start.ts', { env: env() });
  return (await platform.shows(READY))[1] ?? '';
}
async function stop(): Promise<void> {
  platform?.signal('SIGTERM');
  expect(await platform?.exit).toBe(0);
}

describe('where the umask lets everybody read and write', () => {
  it('what the platform and the scripts write is its user’s alone', async () => {
    process.umask(0);
    const url = await start();
    await fetch(`${url}/health`);
    const terminal = (text: string) =>
      run('local/terminal/main.ts', '--clan', 'tophat', '--as', 'officer', text);
    expect((await terminal('/points add member:@Wolf amount:1')).output).toContain('Gave');
    await vi.waitFor(() => expect(existsSync(join(data(), 'logs/deliver-outbox.log'))).toBe(true), 20_000);
    expect(readdirSync(folder).filter((name) => name.startsWith('clan-fn-'))).toHaveLength(1);
    expect([...openToOthers(data()), ...openSockets()]).toEqual([]);
    await stop();

    const exported = await run('scripts/export.ts', '--clan', 'tophat');
    const file = /written to (\S+)/.exec(exported.output)?.[1] ?? '';
    const old = oldDatabase({ members: [{ points: -2 }] });
    const imported = await run('scripts/import.ts', '--clan', 'graves_family', '--from', old, '--no-roblox');
    removeOld(old);
    expect(imported.code, imported.output).toBe(0);
    const restored = await run('scripts/restore.ts', '--clan', 'tophat', '--from', file, '--replace');
    expect(restored.code, restored.output).toBe(0);
    expect(readdirSync(data())).toEqual(expect.arrayContaining(['exports', 'imports']));
    expect(openToOthers(data())).toEqual([]);
  }, 120_000);

  it('a script that makes the data directory makes it closed', async () => {
    process.umask(0);
    expect((await run('scripts/migrate.ts', '--clan', 'tophat')).code).toBe(0);
    expect(existsSync(join(data(), 'tophat/clan_data.db'))).toBe(true);
    expect(openToOthers(data())).toEqual([]);
  });
});

it('what an earlier start left open to others is closed at the start', async () => {
  await start();
  await stop();
  for (const name of ['', 'logs', 'tophat', 'tophat/clan_data.db', 'clans/tophat.json', 'calls/failed']) {
    chmodSync(join(data(), name), 0o777);
  }
  await start();
  expect(openToOthers(data())).toEqual([]);
}, 60_000);

it('a data directory that holds other things keeps its own mode, and what is in it too', async () => {
  await start();
  await stop();
  writeFileSync(join(data(), 'notes.txt'), 'mine');
  chmodSync(join(data(), 'notes.txt'), 0o644);
  chmodSync(data(), 0o755);
  chmodSync(join(data(), 'keys'), 0o755);
  await start();
  expect(openToOthers(data()).sort()).toEqual([`${data()} 755`, `${join(data(), 'notes.txt')} 644`]);
}, 60_000);
