/**
 * The one way into OCI, and the only file that functions load it by: `await import('./sdk.ts')`, at first
 * use, because Oracle's package costs about 50 ms. Nothing else may import from this folder but types.
 */
import { setTimeout } from 'node:timers/promises';
import type common from 'oci-common';
import { type ClanRegistry, ClanRegistryError } from '../clans/clan-record.ts';
import type { IdentitySource } from '../clans/known-clans.ts';
import { createNodeTransport } from '../http/node-transport.ts';
import type { Environment } from '../platform/environment.ts';
import type { Signing } from '../platform/send-signed.ts';
import { findCredentials } from './credentials.ts';
import { createOciClient, type OciClient } from './oci-client.ts';
import { createSigner } from './request-signer.ts';
import { readSecret, type VaultAddress } from './secrets.ts';
import { createVaultIdentities, createVaultRegistryOver } from './vault-registry.ts';

type Variables = Environment['variables'];

/** What the variables of a function say about OCI, used by functions and by the operator's scripts. */
export interface OciSession {
  readonly signing: Signing;
  readonly call: OciClient;
  /** Throws `ClanRegistryError` without `VAULT_ID`. */
  readonly vault: () => VaultAddress;
}

/** One session for one set of variables: reading the key takes 20 ms. Goes with its variables. */
const sessions = new WeakMap<Variables, OciSession>();

/** Throws `CredentialsError` where there are none. */
export function openOciSession(variables: Variables): OciSession {
  const known = sessions.get(variables);
  if (known !== undefined) return known;
  const opened = open(variables);
  sessions.set(variables, opened);
  return opened;
}

function open(variables: Variables): OciSession {
  const credentials = findCredentials(variables);
  const signing = { sign: createSigner(credentials), renew: credentials.refresh };
  const call = createOciClient({
    signing,
    transport: createNodeTransport(),
    pause: (ms) => setTimeout(ms),
    random: Math.random,
  });
  return { signing, call, vault: () => vaultAddress(variables, credentials.region) };
}

/** Clan records in the vault `VAULT_ID`; listing them needs `COMPARTMENT_ID`. Throws `CredentialsError`. */
export function createVaultRegistry(
  environment: Pick<Environment, 'variables'>,
  onProblem?: (message: string) => void,
): ClanRegistry {
  const { call, vault } = openOciSession(environment.variables);
  return createVaultRegistryOver({
    call,
    vault: vault(),
    ...(onProblem === undefined ? {} : { onProblem }),
  });
}

/** The identities of the clans in that vault, for the front door. Throws `CredentialsError`. */
export function openVaultIdentities(environment: Pick<Environment, 'variables'>): IdentitySource {
  const { call, vault } = openOciSession(environment.variables);
  return createVaultIdentities({ call, vault: vault() });
}

/** Signs calls of other functions with this function's resource principal. Throws `CredentialsError`. */
export function signingOf(environment: Pick<Environment, 'variables'>): Signing {
  return openOciSession(environment.variables).signing;
}

/** The content of one secret of the vault, by name. Throws `ClanRegistryError` when it cannot be read. */
export async function readVaultSecret(
  environment: Pick<Environment, 'variables'>,
  name: string,
): Promise<string> {
  const { call, vault } = openOciSession(environment.variables);
  const content = await readSecret(call, vault(), name);
  if (content !== undefined) return content;
  throw new ClanRegistryError(
    `The secret ${name} is missing in the vault, or this function may not read it.`,
  );
}

/** `OCI_SECRETS_URL` and `OCI_VAULTS_URL` stand in for the region's own addresses. */
function vaultAddress(variables: Variables, region: common.Region): VaultAddress {
  const vaultId = variables['VAULT_ID'];
  if (vaultId === undefined || vaultId === '') throw new ClanRegistryError('VAULT_ID is not set.');
  const domain = `${region.regionId}.oci.${region.realm.secondLevelDomain}`;
  return {
    vaultId,
    compartmentId: variables['COMPARTMENT_ID'],
    secretsUrl: variables['OCI_SECRETS_URL'] ?? `https://secrets.vaults.${domain}`,
    vaultsUrl: variables['OCI_VAULTS_URL'] ?? `https://vaults.${domain}`,
  };
}
