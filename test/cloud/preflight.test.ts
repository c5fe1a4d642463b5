import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { KEYS, USER, wholeClan } from '../oci/tenancy-world.ts';
import { runToEnd } from '../platform/run-script.ts';
import { type Fixture, makeFixture } from './preflight-fixture.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await makeFixture();
});
afterEach(() => fixture.stop());

describe('npm run preflight', () => {
  const run = (args: string[], env: Record<string, string> = {}) =>
    runToEnd('scripts/preflight.ts', {
      args,
      env: {
        OCI_API_URL: fixture.oci.url,
        OCI_CONFIG_FILE: fixture.configFile,
        OCI_CLI_PROFILE: 'BOT',
        ...env,
      },
      cwd: fixture.directory,
    });

  test('prints lines and ends with 0 where nothing fails', async () => {
    const { code, output } = await run([]);
    expect(output).toContain('0 to fix, 0 to look at. Nothing was changed.');
    expect(code).toBe(0);
  });

  test('prints nothing but JSON with --json, and ends with 1 where something fails', async () => {
    fixture.oci.refuse.set('/secrets', 503);
    const { code, output } = await run(['--json']);
    expect(JSON.parse(output)).toMatchObject({
      ok: false,
      lines: expect.arrayContaining([expect.objectContaining({ check: 'secrets', state: 'fail' })]),
    });
    expect(code).toBe(1);
  });

  test('signs with the token of a session, and knows whose it is', async () => {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    writeFileSync(join(fixture.directory, 'token'), `${part({ alg: 'RS256' })}.${part({ sub: USER })}.c2ln`);
    fixture.profile({ more: `security_token_file=${join(fixture.directory, 'token')}` });
    const { code, output } = await run([]);
    expect(output).toContain('Policies let you manage everything');
    expect(code).toBe(0);
  });

  test('says what a profile lacks, and nothing of what it holds', async () => {
    const other = await run(['--profile', 'OTHER']);
    expect(other).toMatchObject({ code: 1, output: expect.stringContaining('the profile OTHER in') });
    writeFileSync(fixture.configFile, '[BOT]\npass_phrase=very-secret\nnonsense-very-secret\n');
    const broken = await run([]);
    expect(broken.code).toBe(1);
    expect(broken.output).toContain('It needs tenancy, region, fingerprint, key_file');
    expect(broken.output).not.toContain('very-secret');
    const none = await run([], { OCI_CONFIG_FILE: join(fixture.directory, 'nowhere') });
    expect(none).toMatchObject({ code: 1, output: expect.stringContaining('oci setup config') });
  });

  test('refuses what it does not know, and explains itself', async () => {
    expect(await run(['--help'])).toMatchObject({
      code: 0,
      output: expect.stringContaining('npm run preflight'),
    });
    expect(await run(['--klan', 'x'])).toMatchObject({ code: 2 });
    expect(await run(['--clan', 'No Name'])).toMatchObject({ code: 2 });
  });

  test('shows no key of a clan whatever it looks at', async () => {
    fixture.oci.world = wholeClan(fixture.oci.url);
    fixture.variables({ image_tag: '"1.0.0"' });
    const { output } = await run(['--clan', 'newclan'], { DISCORD_API_URL: `${fixture.oci.url}/discord` });
    expect(output).toContain('Discord sends interactions to');
    for (const secret of Object.values(KEYS)) expect(output).not.toContain(secret);
  });
});
