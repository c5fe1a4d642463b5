import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { IDENTITY_KEYS } from '../../scripts/onboarding/example-values.ts';
import { runToEnd } from '../platform/run-script.ts';

const CONFIGS = resolve(import.meta.dirname, '../../configs');

let directory: string;
let configs: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'check-config-'));
  configs = join(directory, 'configs');
  await cp(CONFIGS, configs, { recursive: true });
});
afterEach(() => rm(directory, { recursive: true }));

const check = (args: string[], env: Record<string, string>) =>
  runToEnd('scripts/check-config.ts', { args, env, cwd: directory });

test('refuses what is still as in the example, by file and field', async () => {
  await cp(join(CONFIGS, 'example'), join(configs, 'copied'), { recursive: true });
  const settings = join(configs, 'copied', 'settings.json');
  const { code, output } = await check(['copied'], { CONFIGS_DIR: configs });
  expect(code).toBe(1);
  for (const key of IDENTITY_KEYS) expect(output).toContain(`${settings}: ${key}: still "`);
  expect(output).toContain(`${join(configs, 'copied', 'ranks.json')}: still the example's ranks`);

  await cp(join(CONFIGS, 'tophat'), join(configs, 'copied'), { recursive: true, force: true });
  const text = await readFile(settings, 'utf8');
  await writeFile(settings, text.replace(/"guild_id": "\d+"/, '"guild_id": "1200000000000000002"'));
  const half = await check(['copied'], { CONFIGS_DIR: configs });
  expect(half.code).toBe(1);
  expect(half.output).toContain(`${settings}: guild_id: still "1200000000000000002", the example's`);
  expect(half.output).not.toContain('application_id: still');
});

test('refuses an .env of the clan that is still setup_example.env, and shows none of its values', async () => {
  const example = await readFile(join(CONFIGS, '../setup_example.env'), 'utf8');
  const text = example
    .replace('CLAN_NAME=newclan', 'CLAN_NAME=tophat')
    .replace('DISCORD_BOT_TOKEN=', 'DISCORD_BOT_TOKEN=very-secret');
  await writeFile(join(directory, '.env'), text);
  const { code, output } = await check(['tophat'], { CONFIGS_DIR: CONFIGS });
  expect(code).toBe(1);
  expect(output).toContain('.env: DISCORD_APPLICATION_ID: still as in setup_example.env');
  expect(output).toContain('.env: ROBLOX_API_KEY: still as in setup_example.env');
  expect(output).not.toMatch(/DISCORD_BOT_TOKEN|very-secret/);
  await writeFile(join(directory, '.env'), text.replace('CLAN_NAME=tophat', 'CLAN_NAME=another'));
  expect((await check(['tophat'], { CONFIGS_DIR: CONFIGS })).code).toBe(0);
});

test('looks at the same fields of settings.json as Terraform', async () => {
  const module = await readFile(join(CONFIGS, '../terraform/modules/clan-files/main.tf'), 'utf8');
  const keys = [...module.matchAll(/^ {4}(\w+) += \{ pattern/gm)].map(([, key]) => key);
  expect(keys.sort()).toEqual([...IDENTITY_KEYS].sort());
});
