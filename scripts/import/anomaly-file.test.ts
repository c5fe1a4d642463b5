import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AnomalyFile } from './anomaly-file.ts';

let directory: string;
let file: AnomalyFile;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'anomalies-'));
  file = new AnomalyFile(join(directory, 'imports', 'list.txt'));
});
afterEach(() => {
  file.close();
  rmSync(directory, { recursive: true });
});

it('the list holds every line when it is closed, of the last start only, for this user only', () => {
  const lines = Array.from({ length: 5000 }, (_, index) => `member ${index} \u{1f43a}`);
  file.begin()('of an attempt that was given up');
  const write = file.begin();
  for (const line of lines) write(line);
  file.close();
  expect(readFileSync(file.path, 'utf8')).toBe(lines.map((line) => `${line}\n`).join(''));
  expect(statSync(file.path).mode & 0o777).toBe(0o600);
});
