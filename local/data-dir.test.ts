import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepareDataDir, readDataDir } from './data-dir.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'data-dir-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function make(...names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), 'x', { mode: 0o644 });
  }
}
const modeOf = (name: string) => statSync(join(folder, name)).mode & 0o777;

describe('a data directory', () => {
  it('tells what the platform made, what scripts wrote and what is somebody else’s', () => {
    make('tophat/clan_data.db', 'calls/1.json', 'platform.json', 'exports/a.jsonl', 'notes.txt', 'other/x');
    expect(readDataDir(folder)).toEqual({
      made: ['calls', 'platform.json', 'tophat'],
      clans: ['tophat'],
      written: ['exports'],
      others: ['notes.txt', 'other'],
    });
  });

  it('that is not there holds nothing, and is made for this user alone', () => {
    const path = join(folder, 'deep', 'data');
    expect(readDataDir(path)).toEqual({ made: [], clans: [], written: [], others: [] });
    prepareDataDir(path);
    expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(modeOf('deep')).toBe(0o700);
  });

  it('is closed with all that is in it when the platform alone uses it', () => {
    make('tophat/clan_data.db', 'logs/xp.log', 'exports/a.jsonl');
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'logs'), 0o777);
    prepareDataDir(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect([modeOf('logs'), modeOf('logs/xp.log'), modeOf('exports/a.jsonl')]).toEqual([0o700, 0o600, 0o600]);
  });

  it('that holds other things keeps its mode and theirs, also where a link leads to them', () => {
    make('notes.txt', 'logs/xp.log', 'tophat/clan_data.db');
    symlinkSync(join(folder, 'notes.txt'), join(folder, 'logs', 'link'));
    chmodSync(folder, 0o755);
    prepareDataDir(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o755);
    expect([modeOf('notes.txt'), modeOf('logs/xp.log')]).toEqual([0o644, 0o600]);
  });
});
