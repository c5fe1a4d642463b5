import * as z from 'zod/mini';
import { ClanRegistryError } from '../clans/clan-record.ts';
import type { OciClient } from './oci-client.ts';
import { OciError } from './oci-error.ts';

/** Where the vault is. The URLs have no slash at the end. */
export interface VaultAddress {
  readonly vaultId: string;
  /** The compartment of the secrets: only for listing them. */
  readonly compartmentId: string | undefined;
  /** `https://secrets.vaults.<region>.oci.oraclecloud.com`: contents. */
  readonly secretsUrl: string;
  /** `https://vaults.<region>.oci.oraclecloud.com`: names and states. */
  readonly vaultsUrl: string;
}

export interface SecretSummary {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  /** The freeform tag `clan`. */
  readonly clan: string | undefined;
}

const Bundle = z.object({ secretBundleContent: z.object({ content: z.string() }) });
const Summaries = z.array(
  z.object({
    id: z.string(),
    secretName: z.string(),
    lifecycleState: z.string(),
    freeformTags: z.nullish(z.record(z.string(), z.string())),
  }),
);

/** Each attempt waits 1 s at most and is made twice: a front door has 2.5 s in all. */
const READ = { timeoutMs: 1000, retries: 1 } as const;
const PAGES = 50;

/**
 * The current content of the secret of this name; `undefined` when there is none, it is about to be deleted, or
 * this function may not read it (OCI does not tell these apart). Throws `ClanRegistryError`.
 */
export async function readSecret(
  call: OciClient,
  vault: VaultAddress,
  name: string,
): Promise<string | undefined> {
  const query = new URLSearchParams({ secretName: name, vaultId: vault.vaultId, stage: 'CURRENT' });
  try {
    const url = `${vault.secretsUrl}/20190301/secretbundles/actions/getByName?${query}`;
    const { body } = await call({ what: `read the secret ${name}`, method: 'POST', url, ...READ });
    const bundle = Bundle.safeParse(body);
    if (!bundle.success) throw new ClanRegistryError(`The vault answered for ${name} without a content.`);
    return Buffer.from(bundle.data.secretBundleContent.content, 'base64').toString('utf8');
  } catch (error) {
    if (error instanceof OciError && error.status === 404) return undefined;
    throw asRegistryError(error);
  }
}

/** How long a page may take, how often it is asked for again, and whether secrets that are going are left out. */
export interface Listing {
  readonly timeoutMs: number;
  readonly retries: number;
  readonly activeOnly: boolean;
}
const WHOLE_VAULT: Listing = { timeoutMs: 5000, retries: 2, activeOnly: false };

/** All secrets of the vault, 100 a page, 5,000 at most. Needs `inspect secrets`. Throws `ClanRegistryError`. */
export async function listSecrets(call: OciClient, vault: VaultAddress): Promise<SecretSummary[]> {
  const found: SecretSummary[] = [];
  for await (const page of secretPages(call, vault, WHOLE_VAULT)) found.push(...page);
  return found;
}

/** The same page by page, so that what came before a failure counts. */
export async function* secretPages(
  call: OciClient,
  vault: VaultAddress,
  { timeoutMs, retries, activeOnly }: Listing,
): AsyncGenerator<SecretSummary[], void> {
  if (vault.compartmentId === undefined) {
    throw new ClanRegistryError('COMPARTMENT_ID is not set: the clans of the vault cannot be listed.');
  }
  const query = new URLSearchParams({
    compartmentId: vault.compartmentId,
    vaultId: vault.vaultId,
    limit: '100',
    ...(activeOnly ? { lifecycleState: 'ACTIVE' } : {}),
  });
  for (let count = 0; count < PAGES; count += 1) {
    const url = `${vault.vaultsUrl}/20180608/secrets?${query}`;
    const answer = await call({ what: 'list the secrets', method: 'GET', url, timeoutMs, retries }).catch(
      (error) => {
        throw asRegistryError(error);
      },
    );
    const summaries = Summaries.safeParse(answer.body);
    if (!summaries.success) throw new ClanRegistryError('The vault answered with no list of secrets.');
    yield summaries.data.map((one) => ({
      id: one.id,
      name: one.secretName,
      state: one.lifecycleState,
      clan: one.freeformTags?.['clan'],
    }));
    const next = answer.headers.get('opc-next-page');
    if (next === null) return;
    query.set('page', next);
  }
  throw new ClanRegistryError(`The vault holds more than ${PAGES * 100} secrets.`);
}

function asRegistryError(error: unknown): unknown {
  return error instanceof OciError ? new ClanRegistryError(error.message, { cause: error }) : error;
}
