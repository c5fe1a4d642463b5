import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type RunningScript, runScript, runToEnd } from './run-script.ts';

const CONFIGS = resolve(import.meta.dirname, '../../configs');
const Health = z.object({ ok: z.literal(false), problems: z.array(z.string()) });
const READY = /ready (http:\/\/127\.0\.0\.1:\d+)\n/;

let folder: string;
let configs: string;
let running: RunningScript[] = [];
const variables = () => ({ PORT: '0', DATA_DIR: join(folder, 'data'), CONFIGS_DIR: configs, TMPDIR: folder });

async function start(): Promise<{ script: RunningScript; url: string }> {
  const script = runScript('local/start.ts', { env: variables() });
  running.push(script);
  return { script, url: (await script.shows(READY))[1] ?? '' };
}
async function stop(script: RunningScript): Promise<void> {
  script.signal('SIGTERM');
  expect(await script.exit).toBe(0);
}
const script = (file: string, ...args: string[]) => runToEnd(file, { args, env: variables() });
const say = (clan: string, text: string) =>
  script('local/terminal/main.ts', '--clan', clan, '--as', 'wolf', text);

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const path = join(configs, file);
  await writeFile(path, change(await readFile(path, 'utf8')));
}

beforeEach(async () => {
  await rm(configs, { recursive: true, force: true });
  await cp(CONFIGS, configs, { recursive: true });
});
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'one-bad-clan-'));
  configs = join(folder, 'configs');
  await cp(CONFIGS, configs, { recursive: true });
  const { script: first } = await start();
  await stop(first);
}, 120_000);
afterEach(async () => {
  for (const each of running) each.signal('SIGTERM');
  await Promise.all(running.map((each) => each.exit));
  running = [];
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("one clan's bad file", () => {
  it('stops that clan only, which is said everywhere, until it is mended and the platform started again', async () => {
    await edit('graves_family/settings.json', (text) => text.replace('"points": {', '"pionts": {'));
    await edit('graves_family/ranks.json', (text) =>
      text.replace('"points_required": 30', '"points_required": "30"'),
    );
    const { script: first, url } = await start();
    expect(first.output).toContain(
      'graves_family is not served. Correct this, then start again:\n' +
        `  ${configs}/graves_family/settings.json: unknown key "pionts"\n`,
    );
    expect(first.output).toContain('graves_family/ranks.json: [1].points_required: expected a whole number');
    expect(first.output).toMatch(/clans {6}tophat \(demo.*\nstopped {4}graves_family/);

    expect((await say('tophat', '/show-my-id')).output).toContain('1100000000000010004');
    const refused = await say('graves_family', '/show-my-id');
    expect(refused.output).toContain('The bot does not serve this clan at the moment');
    expect(refused.output).toContain('not-set-up');

    const health = await fetch(`${url}/health`);
    expect(health.status).toBe(503);
    const { problems } = Health.parse(await health.json());
    expect(problems).toEqual([expect.stringMatching(/^graves_family is not served/)]);
    expect(problems.join()).not.toContain(folder);

    const job = await script('scripts/job.ts', 'sync-ranks', '--clan', 'graves_family');
    expect(job).toMatchObject({
      code: 1,
      output: expect.stringMatching(/does not serve graves_family.*\n.*pionts/),
    });
    const delivery = await script('scripts/job.ts', 'deliver-outbox');
    expect(JSON.parse(delivery.output)).toMatchObject({ ok: true, clans: 1, failed: 0 });
    const registration = await script('scripts/register-commands.ts', '--all');
    expect(registration.code).toBe(1);
    expect(registration.output).toContain('graves_family: not registered:\n');
    expect(registration.output).toMatch(/tophat: \d+ commands registered/);
    await stop(first);

    await edit('graves_family/settings.json', (text) => text.replace('"pionts": {', '"points": {'));
    await edit('graves_family/ranks.json', (text) => text.replace('"30"', '30'));
    const { script: again, url: mended } = await start();
    expect(again.output).not.toContain('is not served');
    expect((await say('graves_family', '/show-my-id')).output).toContain('1100000000000010004');
    expect((await fetch(`${mended}/health`)).status).toBe(200);
    await stop(again);
  }, 180_000);

  it('that drops a rank which members hold stops it as well', async () => {
    await edit('graves_family/ranks.json', (text) => {
      const ranks: { rank_name: string }[] = JSON.parse(text);
      return JSON.stringify(ranks.filter(({ rank_name: name }) => name !== 'Private'));
    });
    const { script: first } = await start();
    expect(first.output).toMatch(
      /graves_family is not served.*\n {2}ranks\.json: the rank "Private" is gone/,
    );
    expect((await say('graves_family', '/show-my-id')).output).toContain('not-set-up');
    await stop(first);
  }, 120_000);

  it.each([
    ['a record that is no JSON', () => '{"clan": "graves_family", "botToken": "a-secret'],
    ['a record that lacks a token', (text: string) => text.replace('"botToken"', '"bot"')],
  ])(
    '%s keeps no other clan from its scripts',
    async (_, broken) => {
      const clans = join(folder, 'records');
      await cp(join(folder, 'data', 'clans'), clans, { recursive: true });
      const record = join(clans, 'graves_family.json');
      await writeFile(record, broken(await readFile(record, 'utf8')));
      const run = (file: string, ...args: string[]) =>
        runToEnd(file, { args, env: { ...variables(), CLANS_DIR: clans } });

      const migrated = await run('scripts/migrate.ts', '--all');
      expect(migrated.output).toMatch(/graves_family: failed\. .*graves_family\.json/);
      expect(migrated.output).toContain('tophat: is up to date');
      expect(migrated.output).toContain('2 clans: 1 well, 1 failed');
      expect(migrated.output).not.toContain('a-secret');
      expect(migrated.code).toBe(1);
      const own = await run('scripts/export.ts', '--clan', 'tophat', '--to', join(folder, 'tophat.jsonl'));
      expect(own.code).toBe(0);
      const bad = await run('scripts/export.ts', '--clan', 'graves_family');
      expect(bad).toMatchObject({ code: 1, output: expect.stringContaining('graves_family.json') });
    },
    60_000,
  );

  it('is told of each clan by check-config', async () => {
    await edit('tophat/settings.json', (text) => text.replace('"UTC"', '"Mars/Olympus"'));
    await edit('graves_family/ranks.json', (text) => text.replace('"Private"', '""'));
    const { code, output } = await script('scripts/check-config.ts', 'graves_family', 'tophat');
    expect(output).toContain('graves_family/ranks.json: [0].rank_name');
    expect(output).toContain('tophat/settings.json: time_zone');
    expect(code).toBe(1);
  });

  it('of each of them keeps the platform from starting', async () => {
    for (const clan of ['tophat', 'graves_family']) await edit(`${clan}/ranks.json`, () => '[]');
    const { code, output } = await script('local/start.ts');
    expect(code).toBe(1);
    expect(output).toContain('The platform was not started.');
    expect(output).toContain('tophat/ranks.json');
    expect(output).toContain('graves_family/ranks.json');
    expect(output).not.toContain('    at ');
  });
});
