import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runToEnd } from '../platform/run-script.ts';
import { type CloudSandbox, makeCloudSandbox } from './cloud-sandbox.ts';

let bench: CloudSandbox;
beforeEach(async () => {
  bench = await makeCloudSandbox();
});
afterEach(() => bench.stop());

describe('npm run upgrade', () => {
  const upgrade = (args: string[]) =>
    runToEnd('scripts/upgrade.ts', {
      args: [...args, '--yes'],
      env: bench.credentials,
      cwd: bench.directory,
    });
  const tags = () => readFileSync(join(bench.directory, 'terraform/platform/image.auto.tfvars'), 'utf8');

  beforeEach(() => {
    mkdirSync(join(bench.directory, 'terraform/platform'), { recursive: true });
    const { VAULT_ID, COMPARTMENT_ID, INVOKE_URL, FUNCTION_IDS } = bench.env;
    const environment = Object.entries({ VAULT_ID, COMPARTMENT_ID, INVOKE_URL, FUNCTION_IDS })
      .map(([name, value]) => `${name}=${value}`)
      .join('\n');
    const notes = `cat terraform/platform/image.auto.tfvars | grep -v '^#' | tr '\\n' ' ' >> '${join(bench.directory, 'calls.log')}'`;
    bench.fakeProgram(
      'terraform',
      `case "$*" in *output*) printf '%s\\n' '${environment}';; *) ${notes};; esac`,
    );
    bench.addClan('newclan', '1100000000000000001');
  });

  test('the first version goes straight to all functions', async () => {
    const { code, output } = await upgrade(['--tag', '1.0.0']);
    expect(code, output).toBe(0);
    expect(tags()).toContain('image_tag = "1.0.0"');
    expect(bench.oci.invoked).toEqual([]);
    expect(existsSync(join(bench.directory, '.env.cloud'))).toBe(true);
  });

  test('a new one goes to provision-clan first, then to every schema, then to the rest', async () => {
    await upgrade(['--tag', '1.0.0']);
    const order: string[] = [];
    bench.oci.answer = (_, body) => {
      order.push(
        `provision ${JSON.parse(body).clan} with ${tags().replace(/#.*\n/, '').replace(/\n/g, ' ')}`,
      );
      return '{"ok":true,"did":[],"warnings":[]}';
    };
    const { code, output } = await upgrade(['--tag', '1.1.0']);
    expect(code, output).toBe(0);
    expect(order).toEqual(['provision newclan with image_tag = "1.0.0" provision_image_tag = "1.1.0" ']);
    expect(tags()).toMatch(/^image_tag = "1\.1\.0"$/m);
    expect(tags()).not.toContain('provision_image_tag');
    const applies = bench
      .calls()
      .join(' ')
      .match(/apply -auto-approve|(provision_)?image_tag = "[^"]*"/g);
    expect(applies).toEqual([
      'apply -auto-approve',
      'image_tag = "1.0.0"',
      'apply -auto-approve',
      'image_tag = "1.0.0"',
      'provision_image_tag = "1.1.0"',
      'apply -auto-approve',
      'image_tag = "1.1.0"',
    ]);
  });

  test("stops before the functions change when a clan's schema could not be migrated, and goes on from there", async () => {
    writeFileSync(join(bench.directory, 'terraform/platform/image.auto.tfvars'), 'image_tag = "1.0.0"\n');
    bench.oci.answer = () => '{"ok":false,"error":"database-busy","message":"Somebody else migrates."}';
    const failed = await upgrade(['--tag', '1.1.0']);
    expect(failed.code).toBe(1);
    expect(failed.output).toContain('newclan: failed. Somebody else migrates.');
    expect(tags()).toContain('image_tag = "1.0.0"');
    bench.oci.answer = () => '{"ok":true,"did":[],"warnings":[]}';
    expect((await upgrade(['--tag', '1.1.0'])).code).toBe(0);
    expect(tags()).toContain('image_tag = "1.1.0"');
  });
});
