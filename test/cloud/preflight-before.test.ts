import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPlatformVariables } from '../../scripts/preflight/platform-variables.ts';
import { COMPARTMENT, TENANCY, USER } from '../oci/tenancy-world.ts';
import { type Fixture, failing, lineWith, makeFixture, notOk } from './preflight-fixture.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await makeFixture();
});
afterEach(() => fixture.stop());

describe('before the first apply', () => {
  test('a tenancy in which nothing stands in the way gets good lines only, and the next step', async () => {
    const lines = await fixture.look();
    expect(notOk(lines)).toEqual([]);
    expect(lines.at(-1)?.text).toContain('Next: terraform -chdir=terraform/platform apply');
    expect(lineWith(lines, /Always Free database/).text).toContain(
      '1 left, 1 used of database/adb-free-count',
    );
    expect(fixture.oci.refusals).toEqual([]);
    expect(fixture.oci.requests.filter((one) => !one.startsWith('GET '))).toEqual([]);
  });

  test.each([
    ['database/adb-free-count', 'an Always Free database', 'database_always_free = false'],
    ['kms/virtual-vault-count', 'a vault', 'a deleted vault counts until its date'],
    ['api-gateway/gateway-count', 'an API gateway', 'Limits, Quotas and Usage'],
    ['secrets/max-secrets-per-tenancy-count', 'one more secret', 'Limits, Quotas and Usage'],
  ])('no room in %s fails with its remedy', async (limit, what, remedy) => {
    fixture.oci.world.limits[limit] = { used: 2, available: 0 };
    const line = lineWith(await fixture.look(), new RegExp(`no room for ${what}`));
    expect(line).toMatchObject({ state: 'fail', remedy: expect.stringContaining(remedy) });
  });

  test('a limit that OCI does not know is a warning', async () => {
    delete fixture.oci.world.limits['faas/function-count'];
    delete fixture.oci.world.limits['faas/application-count'];
    fixture.oci.refuse.set('/services/vcn', 400);
    const lines = await fixture.look();
    expect(failing(lines)).toEqual([]);
    expect(notOk(lines).map((line) => line.state)).toContain('warn');
    expect(lineWith(lines, /does not say whether there is room for a network/).state).toBe('warn');
  });

  test('a key that OCI does not accept is said once, with what to compare', async () => {
    fixture.profile({ key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey });
    const lines = await fixture.look();
    expect(lines).toEqual([
      {
        check: 'account',
        state: 'fail',
        text: 'OCI does not accept the key of this profile (OCI says 401 NotAuthenticated).',
        remedy: expect.stringContaining('fingerprint'),
      },
    ]);
  });

  test('a region that is not subscribed, and Always Free outside of the home region', async () => {
    const wanted = readPlatformVariables({}, fixture.directory);
    expect(failing(await fixture.look({ region: 'ap-tokyo-1' }))).toEqual([
      'The tenancy is not subscribed to the region ap-tokyo-1 (or not yet).',
    ]);
    const ashburn = await fixture.look({ region: 'us-ashburn-1' });
    expect(failing(ashburn)).toEqual([
      expect.stringContaining('not the home region'),
      'An Always Free database exists in the home region eu-frankfurt-1 only.',
    ]);
    const paid = { ...wanted, homeRegion: 'eu-frankfurt-1', alwaysFree: false };
    expect(failing(await fixture.look({ region: 'us-ashburn-1', wanted: paid }))).toEqual([]);
  });

  test.each([
    ['"ocid1.compartment.oc1..aaaa"', "no compartment's OCID, or the example's"],
    [`"${TENANCY}"`, "no compartment's OCID"],
    [
      `"${COMPARTMENT}zz"`,
      'not there, or this profile may not see it (OCI says 404 NotAuthorizedOrNotFound)',
    ],
    ['""', 'The compartment is not known'],
  ])('the compartment %s is refused', async (compartment_ocid, text) => {
    fixture.variables({ compartment_ocid });
    expect(failing(await fixture.look())).toEqual([expect.stringContaining(text)]);
  });

  test('another tenancy than that of the profile is refused before anything is asked', async () => {
    fixture.variables({ tenancy_ocid: `"${TENANCY}other"` });
    expect(failing(await fixture.look())).toEqual([expect.stringContaining('another tenancy')]);
    expect(fixture.oci.requests).toEqual([]);
  });

  test('an image_tag before the registry is refused, since the first apply makes it', async () => {
    fixture.variables({ image_tag: '"1.0.0"' });
    expect(failing(await fixture.look())).toEqual([expect.stringContaining('image_tag is 1.0.0')]);
  });

  test('the platform that .env.cloud speaks of must be found', async () => {
    expect(failing(await fixture.look({ wasApplied: true }))).toEqual([
      expect.stringContaining('.env.cloud'),
    ]);
  });
});

describe('the policies of the person', () => {
  const statements = (...all: string[]) => {
    fixture.oci.world.groups = [{ id: 'ocid1.group.oc1..bots', name: 'Bot-Makers' }];
    fixture.oci.world.memberships = [{ id: 'm', groupId: 'ocid1.group.oc1..bots', userId: USER }];
    fixture.oci.world.policies = [
      { id: 'p', compartmentId: TENANCY, name: 'p', statements: all, lifecycleState: 'ACTIVE' },
    ];
  };
  const inTenancy = ['dynamic-groups', 'policies', 'usage-budgets'].map(
    (one) => `Allow group Bot-Makers to manage ${one} in tenancy`,
  );

  test.each([
    'allow group bot-makers to manage all-resources in compartment bot',
    "Allow group 'Default'/'Bot-Makers' to manage all-resources in compartment parent:bot",
    `Allow group id ocid1.group.oc1..bots to manage all-resources in compartment id ${COMPARTMENT}`,
    'Allow group Others, Bot-Makers to manage all-resources in compartment bot',
  ])('are enough with: %s', async (statement) => {
    statements(...inTenancy, statement);
    expect(notOk(await fixture.look())).toEqual([]);
  });

  test('a missing statement is a warning that says which to add', async () => {
    statements(
      ...inTenancy.slice(1),
      "Allow group Bot-Makers to manage all-resources in compartment bot where request.region = 'fra'",
      'Allow group Bot-Makers to use functions-family in compartment bot',
      'Allow group Others to manage all-resources in tenancy',
    );
    const lines = notOk(await fixture.look());
    expect(lines.every((line) => line.state === 'warn')).toBe(true);
    expect(lines.map((line) => line.remedy)).toContain(
      'Have an administrator add: Allow group bot-makers to manage dynamic-groups in tenancy',
    );
    expect(lines.map((line) => line.text)).toContain(
      'No statement was found that lets you manage functions-family.',
    );
  });

  test('who may not list policies is told what to have', async () => {
    fixture.oci.refuse.set('/policies', 404);
    expect(lineWith(await fixture.look(), /your policies are unknown/).state).toBe('warn');
  });
});
