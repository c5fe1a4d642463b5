import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { firstApply, wholePlatform } from '../oci/tenancy-world.ts';
import { type Fixture, failing, lineWith, makeFixture } from './preflight-fixture.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await makeFixture();
});
afterEach(() => fixture.stop());

describe('after the first apply', () => {
  test('what it makes is found among what was deleted, and the image is next', async () => {
    fixture.oci.world = firstApply();
    const lines = await fixture.look();
    expect(failing(lines)).toEqual([]);
    expect(lineWith(lines, /There and working/).text).toBe(
      'There and working: NAT gateway, vault, queue of failed invocations, functions application, API gateway, key.',
    );
    expect(lineWith(lines, /no image in the registry/).remedy).toContain(
      'npm run image -- --architecture x86 --push',
    );
  });

  test('one that stopped half-way says what is missing and to apply again', async () => {
    fixture.oci.world = firstApply();
    fixture.oci.world.keys = [];
    fixture.oci.world.databases = [];
    fixture.oci.world.applications = [];
    const lines = await fixture.look();
    expect(failing(lines)).toEqual([
      'There is no database: the apply stopped half-way.',
      'There is no functions application: the apply stopped half-way.',
      'The vault has no key yet.',
    ]);
  });

  test('one that stopped for want of room says so', async () => {
    fixture.oci.world = firstApply();
    fixture.oci.world.databases = [];
    fixture.oci.world.limits['database/adb-free-count'] = { used: 2, available: 0 };
    expect(failing(await fixture.look())).toContainEqual(
      expect.stringContaining('There is no room for an Always Free database'),
    );
  });

  test.each([
    [{ whitelistedIps: ['198.51.100.1'] }, "does not hold the NAT gateway's address 203.0.113.7"],
    [{ whitelistedIps: [] }, 'no access list'],
    [{ isFreeTier: false, whitelistedIps: ['203.0.113.7'] }, "does not hold the functions' network"],
    [{ lifecycleState: 'STOPPED' }, 'The database is STOPPED'],
    [{ isMtlsConnectionRequired: true }, 'wants a wallet'],
  ])('a database with %j fails', async (change, text) => {
    fixture.oci.world = firstApply();
    Object.assign(fixture.oci.world.databases.at(-1) ?? {}, change);
    expect(failing(await fixture.look())).toEqual([expect.stringContaining(text)]);
  });

  test('a paid database lets the network in', async () => {
    fixture.oci.world = firstApply();
    const vcn = fixture.oci.world.natGateways[0]?.['vcnId'];
    Object.assign(fixture.oci.world.databases.at(-1) ?? {}, {
      isFreeTier: false,
      whitelistedIps: [`${vcn};10.20.0.0/16`],
    });
    expect(failing(await fixture.look())).toEqual([]);
  });

  test('an image_tag that was not pushed fails', async () => {
    fixture.oci.world = firstApply();
    fixture.variables({ image_tag: '"1.0.0"' });
    expect(failing(await fixture.look())).toEqual(['image_tag is 1.0.0, which is not in the registry.']);
  });
});

describe('a platform with functions', () => {
  beforeEach(() => {
    fixture.oci.world = wholePlatform(fixture.oci.url);
    fixture.variables({ image_tag: '"1.0.0"' });
  });

  test('has good lines only', async () => {
    const lines = await fixture.look();
    expect(failing(lines)).toEqual([]);
    expect(lineWith(lines, /^The functions run/).text).toBe(
      'The functions run 1.0.0, which is in the registry, built for GENERIC_X86.',
    );
    expect(lineWith(lines, /answers 200/).state).toBe('ok');
  });

  test.each<[string, (world: ReturnType<typeof wholePlatform>) => void, string]>([
    ['an image that is gone', (world) => world.images.pop(), 'which is not in the registry: a cold start'],
    [
      'a function that an upgrade left behind',
      (world) => Object.assign(world.functions[5] ?? {}, { image: 'ocir/ns/clan-bot/bot:0.9.1' }),
      'image_tag is 1.0.0, but these run another one: xp (0.9.1).',
    ],
    [
      'an image for other processors',
      (world) => Object.assign(world.applications[0] ?? {}, { shape: 'GENERIC_ARM' }),
      'The image is built for GENERIC_X86, the application runs on GENERIC_ARM.',
    ],
    [
      'a group that is gone',
      (world) => world.dynamicGroups.splice(1, 1),
      'Missing dynamic groups: clan-bot-warm.',
    ],
    ['a policy that is gone', (world) => world.policies.pop(), 'Missing policies: clan-bot-provision.'],
    [
      'a function that was replaced',
      (world) => Object.assign(world.functions[5] ?? {}, { id: 'ocid1.fnfunc.oc1..new' }),
      'In no dynamic group, so they may do nothing: xp.',
    ],
    ['no routes', (world) => world.deployments.pop(), 'The gateway has no routes.'],
    ['no monitor', (world) => world.httpMonitors.pop(), 'There is no health monitor.'],
    [
      'a monitor of another gateway',
      (world) => Object.assign(world.httpMonitors[0] ?? {}, { targets: ['old.test'] }),
      'The monitor asks old.test and not 127.0.0.1.',
    ],
    [
      "an administrator's secret that is being deleted",
      (world) => Object.assign(world.secrets[0] ?? {}, { lifecycleState: 'PENDING_DELETION' }),
      'The secret database-admin is PENDING_DELETION.',
    ],
  ])('%s fails', async (_, change, text) => {
    change(fixture.oci.world);
    expect(failing(await fixture.look()).join('\n')).toContain(text);
  });

  test('a declared function that was never made fails, and nothing built is a warning', async () => {
    const declared = ['interactions', 'medals'];
    expect(failing(await fixture.look({ declared }))).toEqual([
      'dist/functions.json declares what OCI does not have: medals.',
    ]);
    expect(lineWith(await fixture.look({ declared: undefined }), /functions are active/)).toMatchObject({
      state: 'warn',
      remedy: 'npm run build',
    });
  });

  test('an empty image_tag beside running functions fails: the next apply would remove them', async () => {
    fixture.variables({});
    expect(failing(await fixture.look())).toEqual([
      expect.stringContaining('the next apply would take them away'),
    ]);
  });

  test.each([502, 404, 429])('/health that answers %d fails', async (status) => {
    fixture.oci.health = status;
    expect(failing(await fixture.look())).toEqual([expect.stringContaining(`answers ${status}`)]);
  });
});
