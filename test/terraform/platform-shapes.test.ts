import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { makeTerraformSandbox, NAT_ADDRESS, noApply, ROOT, type TerraformSandbox } from './terraform.ts';

const MINUTES = 60_000;
const WHERE = [
  `-var=tenancy_ocid=ocid1.tenancy.oc1..${'a'.repeat(60)}`,
  `-var=compartment_ocid=ocid1.compartment.oc1..${'b'.repeat(60)}`,
  '-var=region=eu-frankfurt-1',
];
const skipped = noApply ? ` (skipped: ${noApply})` : '';

/** What the configuration set of the resources of this type, in the order they were made. */
const configs = (bench: TerraformSandbox, type: string) =>
  bench.applied().flatMap((change) => (change.type === type && change.config ? [change.config] : []));
const ids = (bench: TerraformSandbox, type: string) =>
  bench.applied().flatMap((change) => (change.type === type ? [change.id] : []));

const Routes = z.array(z.object({ destination: z.string(), destination_type: z.string() }));

const State = z.looseObject({
  resources: z.array(
    z.looseObject({ type: z.string(), instances: z.array(z.record(z.string(), z.unknown())) }),
  ),
});

async function applied(args: readonly string[]): Promise<TerraformSandbox> {
  const bench = makeTerraformSandbox();
  for (const step of [['init'], ['apply', '-auto-approve', ...WHERE, ...args]]) {
    const { code, text } = await bench.run('platform', step);
    expect(code, text).toBe(0);
  }
  return bench;
}

/** The route tables' and the security groups' way out, as the service was told them. */
function network(bench: TerraformSandbox) {
  const tables = configs(bench, 'oci_core_route_table');
  const functions = tables.find((table) => table['display_name'] === 'clan-bot-private');
  const rules = configs(bench, 'oci_core_network_security_group_security_rule');
  return {
    routes: Routes.parse(functions?.['route_rules'])
      .map((route) => `${route.destination_type} ${route.destination}`)
      .sort(),
    serviceGateways: configs(bench, 'oci_core_service_gateway').length,
    toDatabase: rules
      .filter((rule) => rule['direction'] === 'EGRESS' && /"(min|max)":1521/.test(JSON.stringify(rule)))
      .map((rule) => rule['destination_type']),
  };
}

describe.skipIf(noApply)(`the platform${skipped}`, { timeout: 5 * MINUTES }, () => {
  describe('with an Always Free database', () => {
    let bench: TerraformSandbox;
    beforeAll(async () => {
      bench = await applied([]);
    }, 5 * MINUTES);
    afterAll(() => bench.stop());

    test('lets the address of the NAT gateway in, and sends everything out by it', () => {
      const [database] = configs(bench, 'oci_database_autonomous_database');
      expect(database).toMatchObject({
        is_free_tier: true,
        whitelisted_ips: [NAT_ADDRESS],
        license_model: 'LICENSE_INCLUDED',
        is_auto_scaling_enabled: false,
        is_mtls_connection_required: false,
      });
      for (const key of ['subnet_id', 'nsg_ids', 'private_endpoint_label', 'admin_password']) {
        expect(database?.[key] ?? undefined, key).toBeUndefined();
      }
      expect(network(bench)).toEqual({
        routes: ['CIDR_BLOCK 0.0.0.0/0'],
        serviceGateways: 0,
        toDatabase: ['CIDR_BLOCK'],
      });
    });

    test('is not destroyed by a destroy', async () => {
      const before = bench.applied().length;
      const { code, text } = await bench.run('platform', ['destroy', '-auto-approve', ...WHERE]);
      expect(code).not.toBe(0);
      expect(text).toContain('Instance cannot be destroyed');
      for (const one of ['oci_database_autonomous_database.this', 'oci_kms_vault.this']) {
        expect(text).toContain(one);
      }
      expect(bench.applied()).toHaveLength(before);
    });

    test('is destroyed but for what the README takes out of the state first', async () => {
      const readme = readFileSync(join(ROOT, 'terraform/README.md'), 'utf8');
      const [, addresses = ''] = /terraform\/platform state rm ((?:[\w.\\]+\s+)+)/.exec(readme) ?? [];
      const kept = addresses.split(/[\s\\]+/).filter((address) => address.startsWith('module.'));
      expect(kept).toContain('module.database.oci_database_autonomous_database.this');
      expect((await bench.run('platform', ['state', 'rm', ...kept])).code).toBe(0);
      const { code, text } = await bench.run('platform', ['destroy', '-auto-approve', ...WHERE]);
      expect(code, text).toBe(0);
      const gone = bench.applied().flatMap(({ action, type }) => (action === 'delete' ? [type] : []));
      expect(gone).toContain('oci_core_vcn');
      expect(gone).not.toContain('oci_database_autonomous_database');
      expect(gone).not.toContain('oci_kms_vault');
    });
  });

  describe('with a paid database', () => {
    let bench: TerraformSandbox | undefined;
    afterEach(() => bench?.stop());

    test('lets the functions in through the service gateway', async () => {
      bench = await applied(['-var=database_always_free=false']);
      const [vcn] = ids(bench, 'oci_core_vcn');
      expect(configs(bench, 'oci_database_autonomous_database')).toMatchObject([
        {
          is_free_tier: false,
          whitelisted_ips: [`${vcn};10.20.1.0/24`],
          is_auto_scaling_enabled: true,
          license_model: 'LICENSE_INCLUDED',
        },
      ]);
      const found = network(bench);
      expect(found.serviceGateways).toBe(1);
      expect(found.routes).toEqual(['CIDR_BLOCK 0.0.0.0/0', expect.stringMatching(/^SERVICE_CIDR_BLOCK /)]);
      expect(found.toDatabase).toEqual(['SERVICE_CIDR_BLOCK']);

      // A state of the time when there always was a service gateway.
      const file = join(bench.directory, 'terraform/platform/terraform.tfstate');
      const state = State.parse(JSON.parse(readFileSync(file, 'utf8')));
      const gateway = state.resources.find(({ type }) => type === 'oci_core_service_gateway');
      for (const instance of gateway?.instances ?? []) delete instance['index_key'];
      writeFileSync(file, JSON.stringify(state));
      const args = ['plan', ...WHERE, '-var=database_always_free=false'];
      const { text } = await bench.run('platform', args);
      expect(text).toContain('oci_core_service_gateway.this has moved to');
      expect(text).toContain('0 to add, 0 to change, 0 to destroy');
    });

    test('or has an address in the network and no list', async () => {
      bench = await applied(['-var=database_always_free=false', '-var=database_access=private-endpoint']);
      const [database] = configs(bench, 'oci_database_autonomous_database');
      expect(database?.['whitelisted_ips'] ?? undefined).toBeUndefined();
      expect(database).toMatchObject({ private_endpoint_label: 'clanbot' });
      expect(ids(bench, 'oci_core_subnet')).toContain(database?.['subnet_id']);
    });
  });

  describe('with 60 functions', () => {
    let bench: TerraformSandbox;
    beforeEach(() => {
      bench = makeTerraformSandbox();
    });
    afterEach(() => bench.stop());

    test("stays within what OCI's policies and groups can hold", async () => {
      const file = join(bench.directory, 'dist/functions.json');
      const declared = z
        .array(z.looseObject({ name: z.string() }))
        .parse(JSON.parse(readFileSync(file, 'utf8')));
      const more = Array.from({ length: 60 - declared.length }, (_, index) => ({
        ...declared.find(({ name }) => name === 'xp'),
        name: `another-command-${index}`,
      }));
      writeFileSync(file, JSON.stringify([...declared, ...more]));
      await bench.run('platform', ['init']);
      const apply = ['apply', '-auto-approve', ...WHERE, '-var=image_tag=1.0.0'];
      const { code, text } = await bench.run('platform', apply);
      expect(code, text).toBe(0);
      expect(configs(bench, 'oci_functions_function')).toHaveLength(60);
      const policies = configs(bench, 'oci_identity_policy');
      // Oracle's documents: 50 statements a policy. The API takes descriptions of up to 400 characters.
      for (const { statements } of policies)
        expect(z.array(z.string()).parse(statements).length).toBeLessThan(50);
      for (const { description } of [...policies, ...configs(bench, 'oci_identity_dynamic_group')]) {
        expect(String(description).length).toBeLessThan(400);
      }
      expect((await bench.run('platform', ['plan', ...apply.slice(2)])).text).toContain('No changes.');
    });
  });

  describe('that stopped half-way', () => {
    let bench: TerraformSandbox;
    beforeEach(() => {
      bench = makeTerraformSandbox();
    });
    afterEach(() => bench.stop());

    test('goes on when it is applied again, and makes nothing twice', async () => {
      const file = join(bench.directory, 'terraform/modules/vault/main.tf');
      writeFileSync(file, readFileSync(file, 'utf8').replace('"90s"', '"1s"'));
      await bench.run('platform', ['init']);
      const apply = ['apply', '-auto-approve', ...WHERE];
      const first = await bench.run('platform', apply);
      expect(first.code).not.toBe(0);
      expect(first.text).toContain('no such host');
      const second = await bench.run('platform', apply);
      expect(second.code, second.text).toBe(0);
      expect(new Set(bench.applied().map(({ action }) => action))).toEqual(new Set(['create']));
      for (const type of [
        'oci_kms_vault',
        'oci_kms_key',
        'oci_core_vcn',
        'oci_database_autonomous_database',
      ]) {
        expect(ids(bench, type), type).toHaveLength(1);
      }
    });
  });
});
