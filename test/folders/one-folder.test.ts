import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningScript, runScript, runToEnd } from '../platform/run-script.ts';
import { makeTerraformSandbox, noApply } from '../terraform/terraform.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const MINUTES = 60_000;
/** Tests that read what all folders declare, and documents. */
const TESTS = [
  'functions/hello',
  'scripts/build',
  'test/docs',
  'test/e2e/whole-day.test.ts',
  'test/platform/bundles.test.ts',
  'test/platform/documents.test.ts',
];
const run = promisify(execFile);

/** The files of functions/README.md: a sentence that ends in a path, and the code below it. */
function filesOfReadme(): Map<string, string> {
  const text = readFileSync(join(ROOT, 'functions/README.md'), 'utf8');
  const blocks = text.matchAll(/`(functions\/[\w./-]+)`:\n\n```ts\n([\s\S]*?)^```$/gm);
  return new Map([...blocks].map(([, path = '', code = '']) => [path, code]));
}

async function git(cwd: string, ...args: string[]): Promise<string> {
  return (await run('git', args, { cwd })).stdout;
}

let folder: string;
/** A clone of the project as it stands here, with what is not committed yet. */
let copy: string;
let platform: RunningScript | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'one-folder-'));
  copy = join(folder, 'project');
  const listed = await git(ROOT, 'ls-files', '-z', '--cached', '--others', '--exclude-standard');
  for (const path of listed.split('\0').filter((name) => name !== '' && existsSync(join(ROOT, name)))) {
    await cp(join(ROOT, path), join(copy, path));
  }
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  // Official files and stand-ins that tests look for beside the project.
  await symlink(resolve(ROOT, '../shared'), join(folder, 'shared'));
  for (const [path, code] of filesOfReadme()) {
    expect(existsSync(join(copy, path)), `${path} is there already`).toBe(false);
    await mkdir(dirname(join(copy, path)), { recursive: true });
    await writeFile(join(copy, path), code);
  }
  await git(copy, 'init', '--quiet');
  await git(copy, 'add', '--all');
});
afterAll(async () => {
  platform?.signal('SIGTERM');
  await platform?.exit;
  await rm(folder, { recursive: true });
});

/** Runs an npm script in the copy. Throws with all that it wrote when it fails. */
async function npm(...args: string[]): Promise<void> {
  const { VITEST: _, ...env } = process.env;
  await run('npm', ['run', ...args], { cwd: copy, env, maxBuffer: 64 * 1024 * 1024 });
}

describe('the folder of functions/README.md, added to a copy of the project', {
  timeout: 5 * MINUTES,
}, () => {
  it('is one folder', () => {
    expect(new Set([...filesOfReadme().keys()].map((path) => dirname(path)))).toEqual(
      new Set(['functions/hello']),
    );
  });

  it('passes npm run check', () => npm('check'));

  it('is built, offered to members, answers, and is registered already', async () => {
    const env = { PORT: '0', DATA_DIR: join(folder, 'data'), TMPDIR: folder };
    const script = (file: string, ...args: string[]) => runToEnd(file, { root: copy, cwd: copy, env, args });
    expect(await script('scripts/build.ts')).toEqual({ code: 0, output: '' });
    platform = runScript('local/start.ts', { root: copy, cwd: copy, env });
    await platform.shows(/ready http:\S+\n/);
    const line = ['--clan', 'tophat', '--as', 'wolf', '/hello member:@Bear'];
    expect((await script('local/terminal/main.ts', ...line)).output).toContain('Hello, @Bear!');
    const dryRun = await script('scripts/register-commands.ts', '--all', '--dry-run');
    expect(dryRun.output.match(/no change/g), dryRun.output).toHaveLength(2);
  });

  it.skipIf(noApply)(
    `is a function that Terraform makes${noApply ? ` (skipped: ${noApply})` : ''}`,
    async () => {
      const bench = makeTerraformSandbox();
      const list = await readFile(join(copy, 'dist/functions.json'));
      await writeFile(join(bench.directory, 'dist/functions.json'), list);
      await bench.run('platform', ['init']);
      const { code, text } = await bench.run('platform', [
        'plan',
        `-var=tenancy_ocid=ocid1.tenancy.oc1..${'a'.repeat(60)}`,
        `-var=compartment_ocid=ocid1.compartment.oc1..${'b'.repeat(60)}`,
        '-var=region=eu-frankfurt-1',
        '-var=image_tag=1.0.0',
      ]);
      bench.stop();
      expect(code, text).toBe(0);
      const made = text.matchAll(/oci_functions_function\.\w+\["([\w-]+)"\] will be created/g);
      expect([...made].map(([, name]) => name)).toContain('hello');
    },
  );

  it('needs no other edit for the tests of folders and documents', () => npm('test', '--', ...TESTS));
});
