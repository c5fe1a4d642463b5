import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeTerraformSandbox, noApply, ROOT, type TerraformSandbox } from './terraform.ts';

const WHERE = [
  `-var=tenancy_ocid=ocid1.tenancy.oc1..${'a'.repeat(60)}`,
  `-var=compartment_ocid=ocid1.compartment.oc1..${'b'.repeat(60)}`,
  '-var=region=eu-frankfurt-1',
];
const documents = ['terraform/README.md', 'ONBOARDING_NEW_CLAN.md'].map((file) =>
  readFileSync(join(ROOT, file), 'utf8'),
);

describe.skipIf(noApply)(
  `the first errors look as the documents say${noApply ? ` (skipped: ${noApply})` : ''}`,
  { timeout: 300_000 },
  () => {
    let bench: TerraformSandbox;
    beforeEach(() => {
      bench = makeTerraformSandbox();
    });
    afterEach(() => bench.stop());

    /** The first words of a message, which both documents quote. */
    async function expectRefusal(args: readonly string[], quoted: string): Promise<string> {
      const { code, text } = await bench.run('clan', args);
      expect(code).not.toBe(0);
      expect(text).toContain(quoted);
      for (const document of documents) expect(document).toContain(quoted);
      return text;
    }

    test('a clan before the platform', async () => {
      await bench.run('clan', ['init']);
      await expectRefusal(['apply', '-auto-approve', '-var=clan=newclan'], 'Unable to find remote state');
      expect(bench.applied()).toEqual([]);
    });

    test('a clan after a platform that stopped half-way', async () => {
      const file = join(bench.directory, 'terraform/modules/vault/main.tf');
      writeFileSync(file, readFileSync(file, 'utf8').replace('"90s"', '"1s"'));
      await bench.run('platform', ['init']);
      expect((await bench.run('platform', ['apply', '-auto-approve', ...WHERE])).code).not.toBe(0);
      await bench.run('clan', ['init']);
      await expectRefusal(
        ['apply', '-auto-approve', '-var=clan=newclan'],
        'The platform is not applied completely',
      );
    });

    test('a clan after a platform without an image', async () => {
      await bench.run('platform', ['init']);
      expect((await bench.run('platform', ['apply', '-auto-approve', ...WHERE])).code).toBe(0);
      await bench.run('clan', ['init']);
      await expectRefusal(
        ['apply', '-auto-approve', '-var=clan=newclan'],
        'The platform has no functions yet',
      );
    });

    test('the example that nobody edited, line by line', async () => {
      cpSync(join(ROOT, 'configs/example'), join(bench.directory, 'configs/example'), { recursive: true });
      rmSync(join(bench.directory, 'configs/newclan'), { recursive: true });
      cpSync(join(ROOT, 'configs/example'), join(bench.directory, 'configs/newclan'), { recursive: true });
      await bench.run('platform', ['init']);
      expect((await bench.run('platform', ['apply', '-auto-approve', ...WHERE])).code).toBe(0);
      await bench.run('clan', ['init']);
      const text = await expectRefusal(
        ['plan', '-var=clan=newclan'],
        'settings.json: application_id: still "',
      );
      for (const key of ['public_key', 'guild_id', 'roblox_group_id', 'clan_name']) {
        expect(text).toContain(`settings.json: ${key}: still "`);
      }
      expect(text).toContain("ranks.json: still the example's ranks.");
    });
  },
);
