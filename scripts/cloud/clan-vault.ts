import type { OciClient } from '../../shared/oci/oci-client.ts';
import { listSecrets, readSecret, type SecretSummary, type VaultAddress } from '../../shared/oci/secrets.ts';
import { KeysSecret, secretNames } from '../../shared/oci/vault-registry.ts';
import type { Signing } from '../../shared/platform/send-signed.ts';
import { OnboardingError } from '../onboarding/onboarding-error.ts';

/** The three secrets of one clan, for its operator. */
export interface ClanVault {
  readonly call: OciClient;
  readonly signing: Signing;
  readonly address: VaultAddress;
  readonly names: ReturnType<typeof secretNames>;
  /** Token and key as they are now; `undefined` when there are none. */
  readonly keys: () => Promise<{ botToken: string; robloxApiKey: string } | undefined>;
}

/** A secret whose deletion was taken back, and where Terraform keeps it. */
export interface RestoredSecret {
  readonly id: string;
  readonly name: string;
  readonly address: string;
}

/** A call that changes something is sent once: the operator sees its failure and repeats it. */
const CHANGE = { timeoutMs: 15_000, retries: 0 } as const;

export async function openClanVault(
  variables: Readonly<Record<string, string | undefined>>,
  applicationId: string,
): Promise<ClanVault> {
  const { openOciSession } = await import('../../shared/oci/sdk.ts');
  const { call, signing, vault } = openOciSession(variables);
  const address = vault();
  const names = secretNames(applicationId);
  return {
    call,
    signing,
    address,
    names,
    async keys() {
      const text = await readSecret(call, address, names.keys);
      return text === undefined ? undefined : KeysSecret.safeParse(JSON.parse(text)).data;
    },
  };
}

/** Makes a new current version of the keys; the version before it stays in the vault as the previous one. */
export async function writeKeys(
  vault: ClanVault,
  keys: { readonly botToken: string; readonly robloxApiKey: string },
): Promise<void> {
  const secret = await find(vault, vault.names.keys);
  const content = Buffer.from(JSON.stringify(keys)).toString('base64');
  await change(vault, 'write the keys', 'PUT', secret.id, {
    secretContent: { contentType: 'BASE64', content, stage: 'CURRENT' },
  });
}

/** Lets the vault make a new database password, by the same rule as the first one. */
export async function newPassword(vault: ClanVault): Promise<void> {
  const secret = await find(vault, vault.names.database);
  await change(vault, 'make a new database password', 'PUT', secret.id, {
    enableAutoGeneration: true,
    secretGenerationContext: {
      generationType: 'PASSPHRASE',
      generationTemplate: 'DBAAS_DEFAULT_PASSWORD',
      passphraseLength: 30,
    },
  });
}

/** Takes back the pending deletion of those of the three that have one. */
export async function cancelDeletions(vault: ClanVault): Promise<RestoredSecret[]> {
  const secrets = await listSecrets(vault.call, vault.address);
  const restored: RestoredSecret[] = [];
  for (const [kind, name] of Object.entries(vault.names)) {
    const secret = secrets.find((one) => one.name === name && one.state === 'PENDING_DELETION');
    if (secret === undefined) continue;
    await change(vault, `take back the deletion of ${name}`, 'POST', `${secret.id}/actions/cancelDeletion`);
    restored.push({ id: secret.id, name, address: `module.secrets.oci_vault_secret.${kind}` });
  }
  return restored;
}

async function find(vault: ClanVault, name: string): Promise<SecretSummary> {
  const secret = (await listSecrets(vault.call, vault.address)).find((one) => one.name === name);
  if (secret === undefined) {
    throw new OnboardingError(
      `The vault has no secret ${name}: apply the clan with Terraform first. Nothing was written.`,
    );
  }
  if (secret.state === 'ACTIVE') return secret;
  throw new OnboardingError(
    `The secret ${name} is ${secret.state}: take its deletion back with --restore. Nothing was written.`,
  );
}

async function change(
  { call, address }: ClanVault,
  what: string,
  method: 'PUT' | 'POST',
  path: string,
  body?: unknown,
): Promise<void> {
  const url = `${address.vaultsUrl}/20180608/secrets/${path}`;
  await call({ what, method, url, ...(body === undefined ? {} : { body }), ...CHANGE });
}
