import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runToEnd } from './run-script.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SCRIPTS: Record<string, string> = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts;
/** These hand their arguments to a program that is not ours: TypeScript, Biome, Vitest. */
const OTHERS = ['check', 'format', 'test', 'test:oracle', 'test:own-server'];
const OURS = Object.entries(SCRIPTS).flatMap(([name, line]) => {
  const [, file] = /^(?:exec )?node -- scripts\/run\.mjs (\S+\.ts)$/.exec(line) ?? [];
  return file === undefined ? [] : [{ name, file }];
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'every-script-'));
  // Data that a script could take for its own.
  const data = join(folder, '.data', 'tophat');
  mkdirSync(data, { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(data, 'clan_data.db'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Everything below a folder, with what it holds and when it was written. */
function contents(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => `${name} ${statSync(join(directory, name)).mtimeMs}`);
}
function stateOf(): string[] {
  const ofProject = existsSync(join(ROOT, 'dist')) ? contents(join(ROOT, 'dist')) : [];
  const git = execFileSync('git', ['status', '--porcelain'], { cwd: ROOT, encoding: 'utf8' });
  return [...contents(folder), ...ofProject, git];
}

describe('every script of package.json', () => {
  it('is one of ours, or hands its arguments on', () => {
    const known = [...OURS.map(({ name }) => name), ...OTHERS];
    expect(Object.keys(SCRIPTS).filter((name) => !known.includes(name))).toEqual([]);
    expect(OURS.length).toBeGreaterThan(15);
  });

  it.each(OURS)('$name prints its help and does nothing', async ({ name, file }) => {
    const before = stateOf();
    const { code, output } = await runToEnd(file, { args: ['--help'], cwd: folder });
    expect(output).toMatch(new RegExp(`^Usage: npm (?:run )?${name} -- .*\\n\\n\\S`));
    expect(output).toMatch(/\n {2}--help +shows this and does nothing\n/);
    expect(code).toBe(0);
    expect(stateOf()).toEqual(before);
  });

  it.each(OURS.filter(({ name }) => name !== 'start'))(
    '$name refuses an option that it does not have',
    async ({ file, name }) => {
      const before = stateOf();
      const { code, output } = await runToEnd(file, { args: ['--no-such-option'], cwd: folder });
      expect(output).toMatch(/^error: (?:unknown option '--no-such-option'|required option )/);
      expect(output).toContain(`Usage: npm run ${name} --`);
      expect(output).not.toMatch(/^\s+at /m);
      expect(code).toBe(2);
      expect(stateOf()).toEqual(before);
    },
  );

  it('start refuses an option that it does not have, once it is built', async () => {
    const { code, output } = await runToEnd('local/start.ts', { args: ['--no-such-option'], cwd: folder });
    expect(output).toContain('Usage: npm start --');
    expect(code).toBe(2);
  });
});

describe('a script that works on clans', () => {
  const takesClan = OURS.filter(({ file }) =>
    readFileSync(join(ROOT, file), 'utf8').includes('envFileOption()'),
  );

  it.each(takesClan)('$name refuses a file of variables that is not there', async ({ name, file }) => {
    const needed: Record<string, string[]> = {
      'check-config': ['tophat'],
      job: ['sync-ranks'],
      import: ['--from', 'x.db'],
      restore: ['--from', join(folder, '.data/tophat/clan_data.db')],
    };
    const clan = name === 'check-config' ? [] : ['--clan', 'tophat'];
    const args = [...(needed[name] ?? []), ...clan, '--env-file', 'nowhere.env'];
    const { code, output } = await runToEnd(file, { args, cwd: folder });
    expect(output).toContain('nowhere.env is not there (--env-file).');
    expect(output).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
  });
});
