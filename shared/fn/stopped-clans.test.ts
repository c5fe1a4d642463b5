import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { stoppedClansIn } from '../clans/stopped-clans.ts';
import { stoppedClans } from './stopped-clans.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'stopped-'));
afterEach(() => rmSync(dataDir, { recursive: true }));

it('a clan that stops is noticed within a second, and one that is mended at once', () => {
  let now = 1_000_000;
  const isStopped = stoppedClans({ registry: { kind: 'files', directory: dataDir }, dataDir }, () => now);
  const file = join(stoppedClansIn(dataDir), 'tophat');
  mkdirSync(stoppedClansIn(dataDir));

  expect(isStopped('tophat')).toBe(false);
  writeFileSync(file, 'no ranks');
  now += 999;
  expect(isStopped('tophat')).toBe(false);
  now += 1;
  expect(isStopped('tophat')).toBe(true);
  rmSync(file);
  expect(isStopped('tophat')).toBe(false);
});
