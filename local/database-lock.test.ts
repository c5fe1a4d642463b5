import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DatabaseInUseError, lockDatabase } from './database-lock.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'database-lock-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the lock of a database', () => {
  it('is held by one at a time, and given back', () => {
    const location = { path: join(folder, 'one', 'clan_data.db') };
    const release = lockDatabase(location);
    expect(() => lockDatabase(location)).toThrow(DatabaseInUseError);
    release();
    lockDatabase(location)();
    expect(statSync(`${location.path}.lock`).mode & 0o777).toBe(0o600);
    expect(existsSync(location.path)).toBe(false);
  });

  it('ends with a process that is killed', async () => {
    const location = { path: join(folder, 'clan_data.db') };
    const program = `
      const { lockDatabase } = await import(${JSON.stringify(new URL('./database-lock.ts', import.meta.url).href)});
      globalThis.release = lockDatabase(${JSON.stringify(location)});
      console.log('held');
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    expect(() => lockDatabase(location)).toThrow(/in use by another process/);
    child.kill('SIGKILL');
    await once(child, 'exit');
    lockDatabase(location)();
  });
});
