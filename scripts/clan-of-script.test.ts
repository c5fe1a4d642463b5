import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePlatformEnvironment } from '../local/environment.ts';
import { type CloudSandbox, makeCloudSandbox } from '../test/cloud/cloud-sandbox.ts';
import { runToEnd } from '../test/platform/run-script.ts';
import { findClan, servicesOf } from './clan-of-script.ts';
import { CloudEnvironmentError } from './cloud/cloud-environment.ts';

let bench: CloudSandbox;
let folder: string;
beforeAll(async () => {
  bench = await makeCloudSandbox();
  bench.addClan('tophat', '1100000000000000001');
  folder = mkdtempSync(join(tmpdir(), 'clan-of-script-'));
});
afterAll(async () => {
  await bench.stop();
  rmSync(folder, { recursive: true });
});

const variables = (more: Readonly<Record<string, string>> = {}) => ({
  DATA_DIR: folder,
  CONFIGS_DIR: join(import.meta.dirname, '../configs'),
  ...more,
});

describe('the clan that a script works on', () => {
  it('comes from the vault, with its own credentials, where the cloud is known; they are not shown', async () => {
    const args = ['--clan', 'tophat'];
    const { code, output } = await runToEnd('scripts/export.ts', { args, env: bench.env, cwd: folder });
    // Nothing answers at that address.
    expect(output).toMatch(/NJS-|ORA-/);
    expect(output).not.toContain('Clan_Passw0rd');
    expect(output).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
  });

  it('is refused by name when the vault has no such clan, or when the cloud is half known', async () => {
    const args = ['--clan', 'nobody'];
    const nobody = await runToEnd('scripts/export.ts', { args, env: bench.env, cwd: folder });
    expect(nobody.output).toMatch(/no clan nobody in the vault that .env.cloud names/);
    const half = parsePlatformEnvironment(variables({ VAULT_ID: 'ocid1.vault.test' }));
    await expect(findClan(half, 'tophat')).rejects.toThrow(CloudEnvironmentError);
  });

  it('is a demo clan where nothing is configured, whose services are none when no platform runs', async () => {
    const environment = parsePlatformEnvironment(variables());
    const clan = await findClan(environment, 'tophat');
    expect(clan.source).toBe('demo');
    expect(await servicesOf(environment, clan)).toEqual({ discord: undefined, roblox: undefined });
    await expect(findClan(environment, 'nobody')).rejects.toThrow(/there are: tophat, graves_family/);
  });
});
