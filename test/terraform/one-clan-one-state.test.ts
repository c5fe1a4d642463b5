import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Applied, makeTerraformSandbox, noApply, ROOT, type TerraformSandbox } from './terraform.ts';

const MINUTES = 60_000;
const PLATFORM = [
  `-var=tenancy_ocid=ocid1.tenancy.oc1..${'a'.repeat(60)}`,
  `-var=compartment_ocid=ocid1.compartment.oc1..${'b'.repeat(60)}`,
  '-var=region=eu-frankfurt-1',
];
const YES = '{"ok":true,"did":["made the user"]}';

/** One day of an operator, in order: each test goes on where the one before it stopped. */
describe.skipIf(noApply)(
  `an operator's day${noApply ? ` (skipped: ${noApply})` : ''}`,
  { timeout: 5 * MINUTES },
  () => {
    let bench: TerraformSandbox;
    beforeAll(() => {
      bench = makeTerraformSandbox();
    });
    afterAll(() => bench.stop());

    const ofType = (type: string): Applied[] => bench.applied().filter((change) => change.type === type);
    const clan = (args: readonly string[], options: Parameters<TerraformSandbox['run']>[2] = {}) =>
      bench.run('clan', args, { answer: YES, ...options });

    test('the first apply of the platform needs no image', async () => {
      expect((await bench.run('platform', ['init'])).code).toBe(0);
      const { code, text } = await bench.run('platform', ['apply', '-auto-approve', ...PLATFORM]);
      expect(code, text).toBe(0);
      expect(ofType('oci_functions_function')).toEqual([]);
      expect(ofType('oci_apigateway_deployment')).toEqual([]);
      expect(text).toContain(
        'npm run image -- --architecture x86 --push ocir.eu-frankfurt-1.oci.oraclecloud.com/',
      );
    });

    test('with an image it makes exactly the functions that the code declares', async () => {
      const { code, text } = await bench.run('platform', [
        'apply',
        '-auto-approve',
        ...PLATFORM,
        '-var=image_tag=1.0.0',
      ]);
      expect(code, text).toBe(0);
      const declared: Record<string, unknown>[] = JSON.parse(
        readFileSync(join(ROOT, 'dist/functions.json'), 'utf8'),
      );
      const made = ofType('oci_functions_function').map(({ values }) => ({
        name: values['display_name'],
        memoryMb: Number(values['memory_in_mbs']),
        timeoutSeconds: values['timeout_in_seconds'],
        bundle: (values['config'] as Record<string, string>)['FUNCTION_NAME'],
      }));
      const expected = declared.map(({ name, memoryMb, timeoutSeconds }) => ({
        name,
        memoryMb,
        timeoutSeconds,
        bundle: name,
      }));
      const byName = (a: { name: unknown }, b: { name: unknown }) =>
        String(a.name).localeCompare(String(b.name));
      expect(made.sort(byName)).toEqual(expected.sort(byName));
    });

    test('a second apply of the platform changes nothing', async () => {
      const { text } = await bench.run('platform', ['plan', ...PLATFORM, '-var=image_tag=1.0.0']);
      expect(text).toContain('No changes.');
    });

    test("the card's command makes the first clan in the default workspace", async () => {
      expect((await clan(['init'])).code).toBe(0);
      const { code, text } = await clan(['apply', '-auto-approve', '-var=clan=newclan'], {
        env: { TF_VAR_bot_token: 'SECRET-BOT-TOKEN', TF_VAR_roblox_api_key: 'SECRET-ROBLOX-KEY' },
      });
      expect(code, text).toBe(0);
      expect(ofType('oci_vault_secret').map(({ values }) => values['secret_name'])).toEqual(
        expect.arrayContaining([
          'clan-identity-1100000000000000001',
          'clan-keys-1100000000000000001',
          'clan-database-1100000000000000001',
        ]),
      );
      expect(text).toContain('/interactions/newclan');
    });

    test('applied again without the token, it changes nothing', async () => {
      expect((await clan(['plan', '-var=clan=newclan'])).text).toContain('No changes.');
    });

    test.each([['plan'], ['apply', '-auto-approve'], ['plan', '-destroy'], ['destroy', '-auto-approve']])(
      'a second clan in the same state is refused: %s %s',
      async (...args) => {
        const before = bench.applied().length;
        const { code, text } = await clan([
          ...args.filter((arg) => arg !== undefined),
          '-var=clan=graves_family',
        ]);
        expect(code).not.toBe(0);
        expect(text).toContain('This state belongs to the clan "newclan", so nothing was changed.');
        expect(text).toContain('workspace select -or-create graves_family');
        expect(bench.applied()).toHaveLength(before);
      },
    );

    test('in a workspace of its own it is made, and the first clan stays as it is', async () => {
      expect((await clan(['workspace', 'new', 'graves_family'])).code).toBe(0);
      const before = bench.applied().length;
      const { code, text } = await clan(['apply', '-auto-approve', '-var=clan=graves_family']);
      expect(code, text).toBe(0);
      const made = bench.applied().slice(before);
      expect(made.every((change) => change.action === 'create')).toBe(true);
      expect(JSON.stringify(made)).not.toContain('newclan');
      expect((await clan(['plan', '-var=clan=graves_family'])).text).toContain('No changes.');
      await clan(['workspace', 'select', 'default']);
      expect((await clan(['plan', '-var=clan=newclan'])).text).toContain('No changes.');
    });

    test("a clan in another clan's workspace is refused, a destroy too", async () => {
      await clan(['workspace', 'select', 'graves_family']);
      for (const args of [['plan'], ['plan', '-destroy']]) {
        const { code, text } = await clan([...args, '-var=clan=newclan']);
        expect(code).not.toBe(0);
        expect(text).toContain(
          'This is the workspace "graves_family", which belongs to the clan of that name',
        );
      }
      await clan(['workspace', 'select', 'default']);
    });

    test('a change of ranks provisions again and touches nothing else', async () => {
      const file = join(bench.directory, 'configs/newclan/ranks.json');
      const ranks = readFileSync(file, 'utf8');
      writeFileSync(file, ranks.replace('"Corporal"', '"Sergeant"'));
      const before = bench.applied().length;
      expect((await clan(['apply', '-auto-approve', '-var=clan=newclan'])).code).toBe(0);
      expect(
        new Set(
          bench
            .applied()
            .slice(before)
            .map((change) => change.type),
        ),
      ).toEqual(new Set(['oci_functions_invoke_function']));
    });

    test('bad files are refused with every problem, and nothing is changed', async () => {
      const folder = join(bench.directory, 'configs/newclan');
      const [ranks, settings] = ['ranks.json', 'settings.json'].map((file) =>
        readFileSync(join(folder, file), 'utf8'),
      );
      writeFileSync(
        join(folder, 'ranks.json'),
        '[{"rank_order":1,"rank_name":"A"},{"rank_order":1,"rank_name":"a"}]',
      );
      const before = bench.applied().length;
      const bad = await clan(['apply', '-auto-approve', '-var=clan=newclan']);
      expect(bad.code).not.toBe(0);
      for (const problem of [
        'ranks.json: [0].points_required: expected a whole number from 0.',
        'ranks.json: [1].rank_order: expected more than 1, the one before.',
        'ranks.json: [1].rank_name: two ranks have the name "a".',
        'npm run check-config -- newclan',
      ]) {
        expect(bad.text).toContain(problem);
      }
      rmSync(join(folder, 'settings.json'));
      const missing = await clan(['plan', '-var=clan=newclan']);
      expect(missing.text).toContain('configs/newclan/settings.json is missing.');
      expect(bench.applied()).toHaveLength(before);

      // A clan can still be removed when its files are gone.
      const destroy = await clan(['plan', '-destroy', '-var=clan=newclan']);
      expect(destroy.code, destroy.text).toBe(0);
      writeFileSync(join(folder, 'ranks.json'), ranks ?? '');
      writeFileSync(join(folder, 'settings.json'), settings ?? '');
    });

    test.each([
      ['says no', '{"ok":false,"error":"x","message":"The name is taken."}', 'failed: The name is taken.'],
      ['is empty', '', 'failed: the answer was empty'],
      ['is no answer', '<html>502</html>', 'the answer was not understood: <html>502</html>'],
    ])(
      'an answer of provisioning that %s fails the apply, and applying again asks again',
      async (_, answer, message) => {
        const file = join(bench.directory, 'configs/newclan/ranks.json');
        const before = readFileSync(file, 'utf8');
        writeFileSync(
          file,
          before.replace(
            /"points_required":\s*(\d{2,})/,
            (_text, points) => `"points_required": ${Number(points) + 1}`,
          ),
        );
        const apply = ['apply', '-auto-approve', '-var=clan=newclan'];
        const { code, text } = await clan(apply, { answer });
        expect(code).not.toBe(0);
        expect(text).toContain('Provisioning of the clan newclan failed');
        expect(text).toContain(message);
        expect(text).toContain('apply again: terraform -chdir=terraform apply -var clan=newclan');
        const asked = ofType('oci_functions_invoke_function').length;
        expect((await clan(apply)).code).toBe(0);
        const since = ofType('oci_functions_invoke_function').slice(asked);
        expect(since.map(({ action }) => action)).toContain('create');
        expect((await clan(['plan', '-var=clan=newclan'])).text).toContain('No changes.');
      },
    );

    test('the data is deleted in two steps: dropped by name, then destroyed', async () => {
      const unconfirmed = await clan([
        'apply',
        '-auto-approve',
        '-var=clan=newclan',
        '-var=delete_data=true',
      ]);
      expect(unconfirmed.text).toContain(
        'Deleting the data needs confirm_delete_data with the name of the clan',
      );
      const confirmed = ['-var=clan=newclan', '-var=delete_data=true', '-var=confirm_delete_data=newclan'];
      expect((await clan(['apply', '-auto-approve', ...confirmed])).code).toBe(0);
      const body = ofType('oci_functions_invoke_function').at(-1)?.values['invoke_function_body'];
      expect(JSON.parse(String(body))).toMatchObject({
        clan: 'newclan',
        delete_data: true,
        confirm: 'newclan',
      });
      expect((await clan(['destroy', '-auto-approve', '-var=clan=newclan'])).code).toBe(0);
      expect((await clan(['state', 'list'])).text.trim()).toBe('');
    });

    test('no secret is in any configuration, body or state beyond the first version of the keys', () => {
      const functions = JSON.stringify(ofType('oci_functions_function'));
      const bodies = JSON.stringify(ofType('oci_functions_invoke_function'));
      for (const secret of ['SECRET-BOT-TOKEN', 'SECRET-ROBLOX-KEY']) {
        const base64 = Buffer.from(secret).toString('base64').slice(2, -4);
        for (const text of [functions, bodies]) {
          expect(text).not.toContain(secret);
          expect(text).not.toContain(base64);
        }
      }
      const passwords = bench
        .applied()
        .filter(
          ({ type, values }) =>
            type === 'oci_vault_secret' && /^clan-database-|-admin$/.test(String(values['secret_name'])),
        );
      expect(passwords.length).toBeGreaterThan(2);
      for (const { values } of passwords) {
        expect(values['enable_auto_generation']).toBe(true);
        expect(values).not.toHaveProperty('secret_content');
      }
      expect(bench.states()).not.toMatch(/"admin_password": "(?!stub-)/);
    });

    test('everything that can carry tags carries them', () => {
      const schema = JSON.parse(readFileSync(join(ROOT, '../shared/specs/oci-provider-schema.json'), 'utf8'));
      for (const { type, values, action } of bench.applied()) {
        if (action === 'delete' || schema.resources[type]?.attributes.freeform_tags === undefined) continue;
        expect(values['freeform_tags'], type).toMatchObject({
          project: 'clan-bot',
          'managed-by': 'terraform',
        });
      }
    });
  },
);
