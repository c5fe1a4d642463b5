import { secretNames } from '../../shared/oci/vault-registry.ts';

type Row = Record<string, unknown>;

/** What there is in a tenancy, as OCI's APIs show it. */
export interface World {
  tenancy: string;
  regions: Row[];
  compartments: Row[];
  groups: Row[];
  memberships: Row[];
  policies: Row[];
  dynamicGroups: Row[];
  /** By `service/limit`. */
  limits: Record<string, { used: number; available: number }>;
  natGateways: Row[];
  vaults: Row[];
  keys: Row[];
  databases: Row[];
  queues: Row[];
  applications: Row[];
  functions: Row[];
  gateways: Row[];
  deployments: Row[];
  images: Row[];
  secrets: Row[];
  /** Of secrets, by id. */
  contents: Record<string, string>;
  httpMonitors: Row[];
  schedules: Row[];
  provisionAnswer: unknown;
  botToken: string;
  discordApplication: Row;
}

const id = (kind: string, name: string) => `ocid1.${kind}.oc1..${name.replaceAll(/\W/g, '').padEnd(24, 'a')}`;

export const TENANCY = id('tenancy', 'us');
export const COMPARTMENT = id('compartment', 'bot');
export const USER = id('user', 'me');
export const APPLICATION = '1300000000000000001';
export const SETTINGS = {
  clan_name: 'New Clan',
  application_id: APPLICATION,
  public_key: 'ab'.repeat(32),
  guild_id: '1300000000000000002',
  roblox_group_id: '3203735',
};
export const IDENTITY = {
  clan: 'newclan',
  applicationId: APPLICATION,
  publicKey: SETTINGS.public_key,
  guildId: SETTINGS.guild_id,
  robloxGroupId: SETTINGS.roblox_group_id,
  database: { user: 'newclan', connectString: 'tcps://adb.test/tp' },
};
export const KEYS = { botToken: 'very-secret-token', robloxApiKey: 'very-secret-key' };
const ADMIN_STATEMENT = 'ALLOW GROUP Administrators to manage all-resources IN TENANCY';

/** A tenancy in which nothing of the bot is yet: one compartment, an administrator, room for everything. */
export function emptyWorld(): World {
  return {
    tenancy: TENANCY,
    regions: ['us-ashburn-1', 'us-phoenix-1', 'eu-frankfurt-1'].map((regionName) => ({
      regionKey: regionName.slice(3, 6).toUpperCase(),
      regionName,
      status: 'READY',
      isHomeRegion: regionName === 'eu-frankfurt-1',
    })),
    compartments: [{ id: COMPARTMENT, name: 'bot', compartmentId: TENANCY, lifecycleState: 'ACTIVE' }],
    groups: [{ id: id('group', 'admins'), name: 'Administrators' }],
    memberships: [{ id: 'm1', groupId: id('group', 'admins'), userId: USER }],
    policies: [
      {
        id: id('policy', 'admin'),
        compartmentId: TENANCY,
        name: 'Tenant Admin Policy',
        statements: [ADMIN_STATEMENT],
        lifecycleState: 'ACTIVE',
      },
    ],
    dynamicGroups: [],
    limits: {
      'vcn/vcn-count': { used: 0, available: 2 },
      'kms/virtual-vault-count': { used: 0, available: 1 },
      'kms/virtual-vault-softwarekeyversion-count': { used: 0, available: 20 },
      'api-gateway/gateway-count': { used: 0, available: 50 },
      'faas/application-count': { used: 0, available: 20 },
      'faas/function-count': { used: 0, available: 500 },
      'database/adb-free-count': { used: 1, available: 1 },
      'secrets/max-secrets-per-tenancy-count': { used: 0, available: 150 },
    },
    natGateways: [],
    vaults: [],
    keys: [],
    databases: [],
    queues: [],
    applications: [],
    functions: [],
    gateways: [],
    deployments: [],
    images: [],
    secrets: [],
    contents: {},
    httpMonitors: [],
    schedules: [],
    provisionAnswer: { ok: true, did: [], warnings: [] },
    botToken: KEYS.botToken,
    discordApplication: { id: APPLICATION, name: 'New' },
  };
}

/** After the first apply: everything but functions, routes and schedules. */
export function firstApply(): World {
  const world = emptyWorld();
  const there = (displayName: string, more: Row = {}) => ({
    id: id('thing', displayName),
    compartmentId: COMPARTMENT,
    displayName,
    lifecycleState: 'ACTIVE',
    ...more,
  });
  const old = (row: Row, lifecycleState: string) => ({ ...row, id: `${row['id']}old`, lifecycleState });
  const nat = there('clan-bot-nat', {
    natIp: '203.0.113.7',
    vcnId: id('vcn', 'one'),
    lifecycleState: 'AVAILABLE',
  });
  const vault = there('clan-bot-vault', { managementEndpoint: 'https://one-management.kms.test' });
  const database = there('clan-bot-database', {
    lifecycleState: 'AVAILABLE',
    isFreeTier: true,
    isMtlsConnectionRequired: false,
    whitelistedIps: ['203.0.113.7'],
  });
  world.natGateways = [nat];
  // What a destroy left behind keeps its name for days, and comes first.
  world.vaults = [old(vault, 'PENDING_DELETION'), there('another-vault'), vault];
  world.keys = [there('clan-bot-secrets', { lifecycleState: 'ENABLED' })];
  world.databases = [old(database, 'TERMINATED'), old(database, 'TERMINATED'), database];
  world.queues = [there('clan-bot-failed-invocations')];
  world.applications = [there('clan-bot', { shape: 'GENERIC_X86' })];
  world.gateways = [there('clan-bot-gateway')];
  world.secrets = [secret('database-admin')];
  world.policies.push(
    policy('services', ['Allow service FaaS to use virtual-network-family in compartment id x']),
  );
  return world;
}

export const FUNCTIONS = ['interactions', 'warm', 'provision-clan', 'sync-ranks', 'deliver-outbox', 'xp'];
const GROUPS = ['front-door', 'warm', 'workers', 'jobs', 'outbox', 'provision', 'schedules'];

function policy(name: string, statements: string[]): Row {
  return {
    id: id('policy', name),
    compartmentId: COMPARTMENT,
    name: `clan-bot-${name}`,
    statements,
    lifecycleState: 'ACTIVE',
  };
}

function secret(secretName: string): Row {
  return {
    id: id('vaultsecret', secretName),
    compartmentId: COMPARTMENT,
    secretName,
    lifecycleState: 'ACTIVE',
  };
}

/** After the image: functions, routes, monitor, groups and policies. `url`: where the gateway answers. */
export function wholePlatform(url: string): World {
  const world = firstApply();
  world.functions = FUNCTIONS.map((displayName) => ({
    id: id('fnfunc', displayName),
    applicationId: world.applications[0]?.['id'],
    compartmentId: COMPARTMENT,
    displayName,
    lifecycleState: 'ACTIVE',
    image: 'ocir.eu-frankfurt-1.oci.oraclecloud.com/ns/clan-bot/bot:1.0.0',
    shape: 'GENERIC_X86',
    invokeEndpoint: 'https://invoke.functions.test',
  }));
  world.images = ['0.9.0', '0.9.1', '1.0.0'].map((version) => ({
    id: id('image', version),
    compartmentId: COMPARTMENT,
    repositoryName: 'clan-bot/bot',
    displayName: `clan-bot/bot:${version}`,
    version,
    lifecycleState: 'AVAILABLE',
  }));
  world.dynamicGroups = GROUPS.map((name) => ({
    id: id('dynamicgroup', name),
    compartmentId: TENANCY,
    name: `clan-bot-${name}`,
    matchingRule: `ANY {${FUNCTIONS.map((one) => `resource.id = '${id('fnfunc', one)}'`).join(', ')}}`,
    lifecycleState: 'ACTIVE',
  }));
  for (const name of GROUPS.slice(0, -1)) {
    const group = id('dynamicgroup', name);
    world.policies.push(
      policy(name, [`Allow dynamic-group id ${group} to inspect secrets in compartment id x`]),
    );
  }
  const named = (displayName: string, more: Row) => ({
    id: id('thing', displayName),
    compartmentId: COMPARTMENT,
    displayName,
    ...more,
  });
  world.deployments = [named('clan-bot-routes', { lifecycleState: 'ACTIVE', endpoint: `${url}/gateway` })];
  world.httpMonitors = [
    named('clan-bot-health', { isEnabled: true, intervalInSeconds: 60, targets: ['127.0.0.1'] }),
  ];
  return world;
}

/** After a clan's apply, with its token set and its endpoint open. */
export function wholeClan(url: string): World {
  const world = wholePlatform(url);
  const names = secretNames(APPLICATION);
  world.secrets.push(...Object.values(names).map(secret));
  world.contents = {
    [id('vaultsecret', names.identity)]: JSON.stringify(IDENTITY),
    [id('vaultsecret', names.keys)]: JSON.stringify(KEYS),
    [id('vaultsecret', names.database)]: 'Clan_Passw0rd#1',
  };
  world.schedules = [
    {
      id: id('schedule', 'sync'),
      compartmentId: COMPARTMENT,
      displayName: 'sync-ranks-newclan',
      lifecycleState: 'ACTIVE',
      lastRunStatus: 'SUCCEEDED',
      resources: [{ id: id('fnfunc', 'sync-ranks') }],
    },
  ];
  world.discordApplication = {
    id: APPLICATION,
    name: 'New',
    interactions_endpoint_url: `${url}/gateway/interactions/newclan`,
  };
  return world;
}

/** Where a secret's content stands in `contents`. */
export const secretId = (name: string) => id('vaultsecret', name);
