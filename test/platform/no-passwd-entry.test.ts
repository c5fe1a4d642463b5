import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type RunningScript, runScript, runToEnd } from './run-script.ts';

/** A user id that no machine has a name for. */
const NOBODY = 54_321;
const READY = /ready (http:\/\/127\.0\.0\.1:\d+)\n/;
const Functions = z.array(z.object({ name: z.string(), kind: z.string() }));
const Running = z.object({ invokeUrl: z.string(), functionIds: z.record(z.string(), z.string()) });

const hasSetpriv = spawnSync('setpriv', ['--version']).status === 0;
const missing =
  process.getuid?.() !== 0
    ? 'only root can start a program as another user'
    : hasSetpriv
      ? undefined
      : 'setpriv (util-linux) is not installed';

if (missing !== undefined) {
  it(`the platform was not started by a user without a passwd entry: ${missing}`, (context) =>
    context.skip(missing));
}

describe.skipIf(missing !== undefined)('a user without a passwd entry and without HOME', () => {
  let folder: string;
  let platform: RunningScript;
  const as = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', 'env', '-i'];
  const env = () => ({
    PORT: '0',
    DATA_DIR: join(folder, 'data'),
    TMPDIR: folder,
    CONFIGS_DIR: resolve(import.meta.dirname, '../../configs'),
  });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'no-passwd-'));
    chownSync(folder, NOBODY, NOBODY);
    chmodSync(folder, 0o700);
    platform = runScript('local/start.ts', { as, env: env() });
    await platform.shows(READY);
  }, 60_000);
  afterAll(async () => {
    platform.signal('SIGTERM');
    await platform.exit;
    rmSync(folder, { recursive: true });
  });

  const invoke = async (name: string, body: object) => {
    const running = Running.parse(JSON.parse(readFileSync(join(folder, 'data/platform.json'), 'utf8')));
    const url = `${running.invokeUrl}/20181201/functions/${running.functionIds[name]}/actions/invoke`;
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
    return { status: response.status, json: await response.json() };
  };
  const built = Functions.parse(
    JSON.parse(readFileSync(resolve(import.meta.dirname, '../../dist/functions.json'), 'utf8')),
  );
  const named = (kind: string) => built.filter((each) => each.kind === kind).map(({ name }) => name);

  it.each(named('command'))('%s starts with all that it needs', async (name) => {
    expect(await invoke(name, { warm: true })).toEqual({ status: 200, json: { warm: true } });
  });

  it.each([...named('job'), ...named('provision')])('%s runs', async (name) => {
    const { status, json } = await invoke(name, { job: name, clan: 'tophat' });
    expect({ status, json }).toMatchObject({ status: 200, json: { ok: true } });
  });

  it('is well by /health after all jobs have run, and gets a reply', async () => {
    const url = READY.exec(platform.output)?.[1];
    expect((await fetch(`${url}/health`)).status).toBe(200);
    const args = ['--clan', 'tophat', '--as', 'wolf', '/show-my-id'];
    const said = await runToEnd('local/terminal/main.ts', { as, args, env: env() });
    expect(said.output).toContain('1100000000000010004');
    expect(platform.output).not.toMatch(/failed|ENOENT/);
  });

  it.each([
    ['scripts/export.ts', 'written to'],
    ['scripts/migrate.ts', 'is up to date'],
  ])('can run %s', async (file, words) => {
    const { output, code } = await runToEnd(file, { as, args: ['--clan', 'tophat'], env: env() });
    expect(output).toContain(words);
    expect(code).toBe(0);
  });
});
