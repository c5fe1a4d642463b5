import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { parseEnvironment } from '../../shared/platform/environment.ts';
import { noTerraform, ROOT, terraform } from './terraform.ts';

const FIXTURE = join(ROOT, 'terraform/platform/tests/fixtures/sixty-ids.json');
const ids = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(FIXTURE, 'utf8')));

/** As long as they are in a tenancy. */
const REST = {
  FUNCTION_NAME: 'interactions',
  VAULT_ID: `ocid1.vault.oc1.eu-frankfurt-1.abcdefghijklm.${'a'.repeat(60)}`,
  COMPARTMENT_ID: `ocid1.compartment.oc1..${'a'.repeat(60)}`,
  INVOKE_URL: 'https://abcdefghijk.eu-frankfurt-1.functions.oci.oraclecloud.com',
  LOG_LEVEL: 'warning',
};

describe.skipIf(noTerraform)(`60 function ids${noTerraform ? ` (skipped: ${noTerraform})` : ''}`, () => {
  let directory: string;
  let packed: string;
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'clan-bot-ids-'));
    writeFileSync(
      join(directory, 'main.tf'),
      `module "ids" {
        source = "${join(ROOT, 'terraform/modules/function-ids')}"
        ids    = jsondecode(file("${FIXTURE}"))
      }
      output "packed" {
        value = module.ids.packed
      }`,
    );
    for (const args of [['init'], ['apply', '-auto-approve']]) {
      const { code, text } = await terraform(args, directory);
      expect(code, text).toBe(0);
    }
    packed = (await terraform(['output', '-raw', 'packed'], directory)).text.match(/H4sI\S+/)?.[0] ?? '';
  }, 120_000);
  afterAll(() => rmSync(directory, { recursive: true }));

  test('a function finds in its configuration every id that Terraform packed, and no other', () => {
    const { functionId } = parseEnvironment({ ...REST, FUNCTION_IDS: packed });
    expect(Object.fromEntries(Object.keys(ids).map((name) => [name, functionId(name)]))).toEqual(ids);
    expect(functionId('no-such-function')).toBeUndefined();
  });

  test('the whole configuration stays below 4 KB with 200 bytes to spare', () => {
    const configuration = Object.entries({ ...REST, FUNCTION_IDS: packed });
    const bytes = configuration.reduce((sum, [key, value]) => sum + Buffer.byteLength(key + value), 0);
    expect(bytes).toBeLessThanOrEqual(4096 - 200);
  });
});
