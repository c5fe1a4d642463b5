import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runToEnd } from './run-script.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'env-files-'));
  // A file that cannot be read: whoever looks for it says its name.
  for (const name of ['.env.newclan', 'other.env']) writeFileSync(join(folder, name), Buffer.from('A\0=\0'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const CLAN = ['--clan', 'newclan'];
const SCRIPTS: readonly (readonly [string, readonly string[]])[] = [
  ['local/start.ts', []],
  ['local/terminal/main.ts', CLAN],
  ['scripts/check-config.ts', ['newclan']],
  ['scripts/export.ts', CLAN],
  ['scripts/import.ts', [...CLAN, '--from', 'old.db']],
  ['scripts/job.ts', ['sync-ranks', ...CLAN]],
  ['scripts/migrate.ts', CLAN],
  ['scripts/new-clan.ts', CLAN],
  ['scripts/register-commands.ts', CLAN],
  ['scripts/reset.ts', CLAN],
  ['scripts/restore.ts', [...CLAN, '--from', 'other.env']],
  ['scripts/set-secrets.ts', CLAN],
];

describe.each(SCRIPTS)('%s', (script, args) => {
  test.skipIf(args.length === 0)('reads .env.<clan> of the clan that it is called for', async () => {
    const { code, output } = await runToEnd(script, { args, cwd: folder });
    expect(output).toContain('.env.newclan cannot be read (it holds NUL characters');
    expect(code).not.toBe(0);
    expect(output).not.toMatch(/^ +at /m);
  });

  test('reads the file that --env-file names', async () => {
    const { output } = await runToEnd(script, { args: [...args, '--env-file', 'other.env'], cwd: folder });
    expect(output).toContain('other.env cannot be read');
  });
});
