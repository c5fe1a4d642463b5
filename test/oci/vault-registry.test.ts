import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ClanRegistryError } from '../../shared/clans/clan-record.ts';
import { createVaultRegistry, openVaultIdentities, readVaultSecret } from '../../shared/oci/sdk.ts';
import { secretNames } from '../../shared/oci/vault-registry.ts';
import { type FakeOci, startFakeOci } from './fake-oci.ts';
import { makeResourcePrincipal, type ResourcePrincipal, renewToken } from './resource-principal.ts';

const ID = '1100000000000000001';
const IDENTITY = {
  clan: 'tophat',
  applicationId: ID,
  publicKey: 'ab'.repeat(32),
  guildId: '1100000000000000002',
  robloxGroupId: '3203735',
};
const DATABASE = { user: 'tophat', connectString: 'tcps://adb.test:1521/clans_low' };
const inAnHour = () => Math.floor(Date.now() / 1000) + 3600;

let directory: string;
let principal: ResourcePrincipal;
let oci: FakeOci;
let variables: Record<string, string>;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'clan-bot-oci-'));
  principal = makeResourcePrincipal(directory, inAnHour());
  for (const [name, value] of Object.entries(principal.variables)) vi.stubEnv(name, value);
  oci = await startFakeOci(principal.publicKey);
  variables = {
    ...principal.variables,
    VAULT_ID: 'ocid1.vault.test',
    COMPARTMENT_ID: 'ocid1.compartment.test',
    OCI_SECRETS_URL: oci.url,
    OCI_VAULTS_URL: oci.url,
  };
  addClan(IDENTITY);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await oci.stop();
  rmSync(directory, { recursive: true });
});

function addClan(identity: typeof IDENTITY, password = 'db-Passw0rd#1'): void {
  const names = secretNames(identity.applicationId);
  oci.secrets.set(names.identity, {
    content: JSON.stringify({ ...identity, database: { ...DATABASE, user: identity.clan } }),
    clan: identity.clan,
  });
  oci.secrets.set(names.keys, {
    content: '{"botToken":"bot-1","robloxApiKey":"key-1"}',
    clan: identity.clan,
  });
  oci.secrets.set(names.database, { content: password, clan: identity.clan });
}

describe('the vault registry', () => {
  test('gives the identity from one secret, without reading a secret that is one', async () => {
    const registry = createVaultRegistry({ variables });
    expect(await registry.identity(ID)).toEqual(IDENTITY);
    expect(oci.requests).toEqual(['POST /20190301/secretbundles/actions/getByName']);
  });

  test('puts the record together from three secrets that it reads at the same time', async () => {
    const registry = createVaultRegistry({ variables });
    oci.together = 3;
    expect(await registry.record(ID)).toEqual({
      ...IDENTITY,
      botToken: 'bot-1',
      robloxApiKey: 'key-1',
      database: { ...DATABASE, password: 'db-Passw0rd#1' },
    });
  });

  test('sees a rotated secret at the next read', async () => {
    const registry = createVaultRegistry({ variables });
    await registry.record(ID);
    oci.secrets.set(`clan-keys-${ID}`, { content: '{"botToken":"bot-2","robloxApiKey":"key-2"}' });
    expect(await registry.record(ID)).toMatchObject({ botToken: 'bot-2', robloxApiKey: 'key-2' });
  });

  test('knows nothing of an application that has no secret, and asks nothing for an id that is none', async () => {
    const registry = createVaultRegistry({ variables });
    expect(await registry.identity('1100000000000000999')).toBeUndefined();
    expect(await registry.record('1100000000000000999')).toBeUndefined();
    oci.requests.length = 0;
    expect(await registry.identity('../../admin')).toBeUndefined();
    expect(oci.requests).toEqual([]);
  });

  test('finds a clan by its name through the tag, over all pages', async () => {
    addClan({ ...IDENTITY, clan: 'graves_family', applicationId: '1100000000000000009' });
    const registry = createVaultRegistry({ variables });
    expect(await registry.recordOfClan('graves_family')).toMatchObject({
      clan: 'graves_family',
      botToken: 'bot-1',
    });
    expect(await registry.recordOfClan('nobody')).toBeUndefined();
  });

  test('lists all clans, and leaves out a broken one with a message that quotes nothing of it', async () => {
    addClan({ ...IDENTITY, clan: 'graves_family', applicationId: '1100000000000000009' });
    oci.secrets.set('clan-identity-1100000000000000007', {
      content: '{"clan": "top-secret-text"',
      clan: 'broken',
    });
    oci.secrets.set('clan-identity-1100000000000000008', { content: undefined, clan: 'going' });
    const problems: string[] = [];
    const registry = createVaultRegistry({ variables }, (message) => problems.push(message));
    expect((await registry.identities()).map((one) => one.clan).sort()).toEqual(['graves_family', 'tophat']);
    expect(problems).toEqual(['clan-identity-1100000000000000007 is not JSON.']);
    // Two clans and the broken one; the one that is being deleted is not asked for.
    expect(oci.requests.filter((request) => request.includes('getByName'))).toHaveLength(3);
  });

  test('says which secret is missing or malformed, and never what a secret holds', async () => {
    oci.secrets.delete(`clan-database-${ID}`);
    const registry = createVaultRegistry({ variables });
    await expect(registry.record(ID)).rejects.toThrow(
      new ClanRegistryError(`clan-database-${ID} is missing in the vault, or this function may not read it.`),
    );
    addClan(IDENTITY);
    oci.secrets.set(`clan-keys-${ID}`, { content: '{"botToken":"very-secret"}' });
    const error = await registry.record(ID).catch((thrown: unknown) => thrown);
    expect(String(error)).toContain(`clan-keys-${ID}: robloxApiKey`);
    expect(String(error)).not.toContain('very-secret');
  });

  test('refuses an identity that names another application than the secret that holds it', async () => {
    oci.secrets.set(`clan-identity-${ID}`, {
      content: JSON.stringify({ ...IDENTITY, applicationId: '1100000000000000009', database: DATABASE }),
    });
    await expect(createVaultRegistry({ variables }).identity(ID)).rejects.toThrow(/expected the number/);
  });

  test('tries a failed read once more, then says that the vault failed', async () => {
    const registry = createVaultRegistry({ variables });
    oci.failNext.push(503);
    expect(await registry.identity(ID)).toMatchObject({ clan: 'tophat' });
    oci.failNext.push(503, 500);
    await expect(registry.identity(ID)).rejects.toThrow(
      new ClanRegistryError(`Could not read the secret clan-identity-${ID}: 500 InternalServerError`),
    );
  });

  test('reads its token again when OCI refuses the one it has', async () => {
    const registry = createVaultRegistry({ variables });
    expect(await registry.identity(ID)).toBeDefined();
    oci.acceptedTokens.add(renewToken(directory, inAnHour(), 'two'));
    expect(await registry.identity(ID)).toBeDefined();
    expect(oci.requests).toHaveLength(3);
  });

  test('takes a new token from the file when the one it has is over', async () => {
    renewToken(directory, Math.floor(Date.now() / 1000) - 5);
    const registry = createVaultRegistry({ variables });
    await registry.identity(ID);
    oci.acceptedTokens.add(renewToken(directory, inAnHour(), 'two'));
    oci.requests.length = 0;
    expect(await registry.identity(ID)).toBeDefined();
    expect(oci.requests).toHaveLength(1);
  });

  test('reads one secret by name for provisioning', async () => {
    oci.secrets.set('database-admin', { content: 'Admin_Passw0rd#1' });
    expect(await readVaultSecret({ variables }, 'database-admin')).toBe('Admin_Passw0rd#1');
    await expect(readVaultSecret({ variables }, 'other')).rejects.toThrow(/other is missing in the vault/);
  });
});

describe('the identities that the front door may see', () => {
  async function listed(): Promise<{ ids: string[]; error: unknown }> {
    const ids: string[] = [];
    const error = await openVaultIdentities({ variables })
      .list((id) => void ids.push(id))
      .catch((thrown: unknown) => thrown);
    return { ids, error };
  }

  test('are listed by the names of active secrets, over all pages, without reading one', async () => {
    addClan({ ...IDENTITY, clan: 'graves_family', applicationId: '1100000000000000009' });
    oci.secrets.set('clan-identity-1100000000000000008', { content: undefined, clan: 'going' });
    expect(await listed()).toEqual({ ids: [ID, '1100000000000000009'], error: undefined });
    expect(new Set(oci.requests)).toEqual(new Set(['GET /20180608/secrets']));
    expect(await openVaultIdentities({ variables }).find(ID)).toEqual(IDENTITY);
  });

  test('are told page by page: what came before a failure counts, and the failure is told', async () => {
    addClan({ ...IDENTITY, clan: 'graves_family', applicationId: '1100000000000000009' });
    const { list } = openVaultIdentities({ variables });
    const ids: string[] = [];
    const listing = list((id) => {
      ids.push(id);
      oci.mayList = false;
    });
    await expect(listing).rejects.toThrow(
      new ClanRegistryError('Could not list the secrets: 404 NotAuthorizedOrNotFound'),
    );
    expect(ids).toEqual([ID]);
  });
});
