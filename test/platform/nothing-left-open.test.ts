import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openClanDatabase } from '../../local/clan-database.ts';
import { lockDatabase } from '../../local/database-lock.ts';
import { demoRecords } from '../../local/demo-clans.ts';
import { startServices } from '../../local/emulators.ts';
import { parsePlatformEnvironment } from '../../local/environment.ts';
import { startFnAgent } from '../../local/fn-agent.ts';
import { openFunctionLog } from '../../local/function-log.ts';
import { startPlatform } from '../../local/platform.ts';
import { readClan } from '../../local/prepare-clan.ts';
import { withTarget } from '../../scripts/import/open-target.ts';

const CONFIGS = resolve(import.meta.dirname, '../../configs');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'left-open-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const environment = () =>
  parsePlatformEnvironment({ PORT: '0', DATA_DIR: join(folder, 'data'), CONFIGS_DIR: CONFIGS });
const servers = () => process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length;
/** Files below the test's folder that this process has open. */
function openFiles(): string[] {
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const target = readlinkSync(`/proc/self/fd/${fd}`);
      return target.startsWith(folder) ? target : [];
    } catch {
      // The one that listed the directory.
      return [];
    }
  });
}
/** A file in the place of a directory. */
function block(path: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), '');
}

describe.skipIf(!existsSync('/proc/self/fd'))('what was opened is closed when the next step fails', () => {
  it('a schema whose version cannot be read', async () => {
    const { records } = await demoRecords(environment(), ['tophat']);
    const [record] = records;
    if (record === undefined) throw new Error('There is no demo clan.');
    const path = join(folder, 'odd.db');
    const odd = new DatabaseSync(path);
    odd.exec('CREATE TABLE schema_migrations (version, step, steps, migration_name, checksum, state)');
    odd.exec("INSERT INTO schema_migrations VALUES ('one', 1, 1, 'clan', 'x', 'done')");
    odd.close();
    const clan = await readClan({ ...record, database: { path } }, CONFIGS);
    const dryRun = { dryRun: true, tell: () => {} };
    await expect(withTarget(clan, environment(), dryRun, async () => {})).rejects.toThrow();
    expect(openFiles()).toEqual([]);
  });

  it('a database that cannot be remembered', async () => {
    // No file can be made there, whoever asks.
    const opening = openClanDatabase({ path: join(folder, 'clan.db') }, { dataDir: '/proc/self' });
    await expect(opening).rejects.toThrow();
    expect(openFiles()).toEqual([]);
  });

  it('the Functions API, when a log cannot be opened', async () => {
    block('logs');
    const before = servers();
    const spec = { kind: 'command', memoryMb: 128, timeoutSeconds: 1, detachedTimeoutSeconds: 1 } as const;
    const starting = startFnAgent({
      functions: [{ ...spec, name: 'puppet' }],
      bundles: folder,
      logs: join(folder, 'logs'),
      callsDir: join(folder, 'calls'),
      configuration: {},
      show: () => {},
    });
    await expect(starting).rejects.toThrow(/EEXIST|ENOTDIR/);
    await vi.waitFor(() => expect(servers()).toBe(before));
  });

  it('the emulator of Discord, when that of Roblox cannot read its state', async () => {
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', 'roblox.json'), '{');
    const before = servers();
    await expect(startServices(environment(), [], { keep: true, stopped: [] })).rejects.toThrow(
      'roblox.json',
    );
    await vi.waitFor(() => expect(servers()).toBe(before));
  });

  it('everything of a platform, when its last parts cannot start', async () => {
    block('data/logs');
    const before = servers();
    const starting = startPlatform({
      environment: environment(),
      clans: { source: 'demo', ...(await demoRecords(environment(), ['tophat'])) },
      show: () => {},
      clocks: false,
      keepEmulators: false,
      demoEvent: false,
    });
    await expect(starting).rejects.toThrow(/EEXIST|ENOTDIR/);
    await vi.waitFor(() => expect(servers()).toBe(before));
    expect(openFiles()).toEqual([]);
    lockDatabase({ path: join(folder, 'data/tophat/clan_data.db') })();
  });

  it('no log that is still written to, when it cannot be put aside', () => {
    mkdirSync(join(folder, 'xp.log.1', 'full'), { recursive: true });
    const shown: string[] = [];
    const log = openFunctionLog(folder, 'xp', (line) => shown.push(line), 10);
    const take = log.newStream();
    for (const text of ['{"a":"first line"}\n', '{"a":"second"}\n']) take(Buffer.from(text));
    expect(shown.join()).toContain('The log of xp cannot be written');
    expect(openFiles()).toEqual([join(folder, 'xp.log')]);
    log.close();
    expect(openFiles()).toEqual([]);
  });
});
