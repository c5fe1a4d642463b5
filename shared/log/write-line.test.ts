import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const MODULE = join(import.meta.dirname, 'write-line.ts');

/** Runs the shell's `command`, in which `$NODE` writes `lines` lines of 100 KB. */
function run(command: string, lines: number) {
  const code = `const { writeLine } = await import(${JSON.stringify(MODULE)});
for (let i = 0; i < ${lines}; i += 1) writeLine(String(i % 10).repeat(100_000));`;
  const node = `'${process.execPath}' --disable-warning=ExperimentalWarning --input-type=module -e "$CODE"`;
  return spawnSync('bash', ['-c', command.replace('$NODE', node)], {
    env: { ...process.env, CODE: code },
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
}

it('writes whole lines into a pipe that is read slowly', () => {
  const { stdout, status } = run('$NODE | (sleep 0.3; cat)', 20);
  expect(status).toBe(0);
  expect(stdout).toHaveLength(20 * 100_001);
  expect(
    new Set(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.length),
    ),
  ).toEqual(new Set([100_000]));
});

const python = spawnSync('python3', ['--version']).status === 0;
it.skipIf(!python)('writes whole lines into a pipe that does not block (needs python3)', () => {
  // A process that reads the same pipe sets O_NONBLOCK for everybody.
  const fill = `python3 -c 'import fcntl,os;fcntl.fcntl(1,fcntl.F_SETFL,fcntl.fcntl(1,fcntl.F_GETFL)|os.O_NONBLOCK)'`;
  const { stdout, stderr } = run(`(${fill}; $NODE) | (sleep 0.3; cat)`, 20);
  expect(stderr).toBe('');
  expect(stdout).toHaveLength(20 * 100_001);
});

it('loses lines that nobody reads any more, and goes on', () => {
  const { status, stderr } = run('set -o pipefail; $NODE | true', 5);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

it('writes to a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'line-'));
  const file = join(folder, 'log');
  expect(run(`$NODE > '${file}'`, 1).status).toBe(0);
  expect(readFileSync(file, 'utf8')).toBe(`${'0'.repeat(100_000)}\n`);
  rmSync(folder, { recursive: true });
});
