import * as z from 'zod/mini';
import { ClanIdentity, type ClanRecord, type ClanRegistry, ClanRegistryError } from '../clans/clan-record.ts';
import type { IdentitySource } from '../clans/known-clans.ts';
import type { OciClient } from './oci-client.ts';
import { listSecrets, readSecret, type SecretSummary, secretPages, type VaultAddress } from './secrets.ts';

/**
 * The three secrets of a clan. The first says who it is and holds no secret; the front door reads only that. The
 * kind comes first in a name, so that a policy can allow one kind by how a name begins.
 */
export const secretNames = (applicationId: string) => ({
  identity: `clan-identity-${applicationId}`,
  keys: `clan-keys-${applicationId}`,
  database: `clan-database-${applicationId}`,
});

/** What the identity secret holds: who the clan is, and where its schema is (the password is apart). */
export const IdentitySecret = z.extend(ClanIdentity, {
  database: z.object({
    user: z.string().check(z.minLength(1)),
    connectString: z.string().check(z.minLength(1)),
  }),
});
export const KeysSecret = z.object({
  botToken: z.string().check(z.minLength(1)),
  robloxApiKey: z.string().check(z.minLength(1)),
});

export interface VaultRegistryOptions {
  readonly call: OciClient;
  readonly vault: VaultAddress;
  /** Called for a clan that `identities` leaves out; the message holds no content of a secret. */
  readonly onProblem?: (message: string) => void;
}

/** How many clans are read at once when all are. */
const AT_ONCE = 8;

/**
 * Clan records in an OCI vault, three secrets a clan, found by application id. Nothing is remembered here: every
 * call asks the vault for the current version, and `createCachingRegistry` stands before it with its clock. A
 * clan's three secrets are read in parallel. Reads are tried twice, 1 s each; a broken clan concerns itself only.
 */
export function createVaultRegistryOver(options: VaultRegistryOptions): ClanRegistry {
  const { call, vault, onProblem = () => {} } = options;

  async function identitySecret(applicationId: string) {
    if (!/^\d{17,20}$/.test(applicationId)) return undefined;
    const { identity } = secretNames(applicationId);
    const text = await readSecret(call, vault, identity);
    if (text === undefined) return undefined;
    const found = parse(IdentitySecret, text, identity);
    if (found.applicationId !== applicationId) {
      throw new ClanRegistryError(`${identity}: applicationId: expected the number in the secret's name.`);
    }
    return found;
  }

  async function record(applicationId: string): Promise<ClanRecord | undefined> {
    const names = secretNames(applicationId);
    const [identity, keys, password] = await Promise.all([
      identitySecret(applicationId),
      readSecret(call, vault, names.keys),
      readSecret(call, vault, names.database),
    ]);
    if (identity === undefined) return undefined;
    const secret = parse(KeysSecret, keys ?? missing(names.keys), names.keys);
    return {
      ...identity,
      botToken: secret.botToken,
      robloxApiKey: secret.robloxApiKey,
      database: { ...identity.database, password: password ?? missing(names.database) },
    };
  }

  async function clansInVault(): Promise<{ applicationId: string; clan: string | undefined }[]> {
    const secrets = await listSecrets(call, vault);
    return secrets.flatMap((secret) => {
      const applicationId = applicationOf(secret);
      return applicationId === undefined ? [] : [{ applicationId, clan: secret.clan }];
    });
  }

  async function identityOrProblem(applicationId: string): Promise<ClanIdentity | undefined> {
    try {
      return withoutDatabase(await identitySecret(applicationId));
    } catch (error) {
      onProblem(
        error instanceof Error ? error.message : `${secretNames(applicationId).identity} cannot be read.`,
      );
      return undefined;
    }
  }

  return {
    identity: async (applicationId) => withoutDatabase(await identitySecret(applicationId)),
    record,
    async recordOfClan(clan) {
      const found = (await clansInVault()).find((one) => one.clan === clan);
      if (found === undefined) return undefined;
      const its = await record(found.applicationId);
      if (its !== undefined && its.clan !== clan) {
        throw new ClanRegistryError(
          `${secretNames(found.applicationId).identity}: clan: expected "${clan}", the secret's tag.`,
        );
      }
      return its;
    },
    async identities() {
      const ids = (await clansInVault()).map((one) => one.applicationId);
      const found: ClanIdentity[] = [];
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        const some = await Promise.all(ids.slice(from, from + AT_ONCE).map(identityOrProblem));
        found.push(...some.filter((one) => one !== undefined));
      }
      return found;
    },
  };
}

/** The front door's patience: a request waits for the listing, and Discord waits for the request. */
const NAMES = { timeoutMs: 800, retries: 0, activeOnly: true } as const;

/**
 * What the front door may ask of the vault: the names of its secrets and the contents of identities. Both throw
 * `ClanRegistryError`.
 */
export function createVaultIdentities(options: Omit<VaultRegistryOptions, 'onProblem'>): IdentitySource {
  return {
    find: createVaultRegistryOver(options).identity,
    async list(found) {
      for await (const page of secretPages(options.call, options.vault, NAMES)) {
        for (const secret of page) {
          const applicationId = applicationOf(secret);
          if (applicationId !== undefined) found(applicationId);
        }
      }
    },
  };
}

/** The application of an identity secret that is not about to be deleted. */
function applicationOf({ name, state }: SecretSummary): string | undefined {
  return state === 'ACTIVE' ? /^clan-identity-(\d{17,20})$/.exec(name)?.[1] : undefined;
}

function withoutDatabase(
  secret: (ClanIdentity & { readonly database: unknown }) | undefined,
): ClanIdentity | undefined {
  if (secret === undefined) return undefined;
  const { database: _, ...identity } = secret;
  return identity;
}

function missing(name: string): never {
  throw new ClanRegistryError(`${name} is missing in the vault, or this function may not read it.`);
}

/** Messages name secret and field; the text itself never appears. */
function parse<T>(form: z.ZodMiniType<T>, text: string, name: string): T {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // Without the cause: JSON.parse quotes the text, and this text may be a secret.
    throw new ClanRegistryError(`${name} is not JSON.`);
  }
  const parsed = form.safeParse(json);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new ClanRegistryError(`${name}: ${problems.join('; ')}`);
}
