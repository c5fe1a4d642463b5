import type { ClanRegistry } from '../clans/clan-record.ts';
import { createFileRegistry } from '../clans/file-registry.ts';
import { createInvoke } from './create-invoke.ts';
import type { Environment } from './environment.ts';
import type { Invoke } from './invoke.ts';

/** Where clans are found and how functions are called: in OCI, or on one machine. */
export interface Platform {
  /** Without a memory; `createCachingRegistry` stands before it. */
  readonly registry: ClanRegistry;
  readonly invoke: Invoke;
}

/**
 * Opens what the environment names. OCI's SDK is a file of its own that is loaded here and only with `VAULT_ID`,
 * since loading it takes longer than starting the rest of a function.
 */
export async function openPlatform(
  environment: Environment,
  onProblem: (message: string) => void,
): Promise<Platform> {
  const { invokeUrl, functionIds, registry } = environment;
  if (registry.kind === 'files') {
    return {
      registry: createFileRegistry({ directory: registry.directory, onProblem }),
      invoke: createInvoke({ invokeUrl, functionIds }),
    };
  }
  const sdk = await import('../oci/sdk.ts');
  return {
    registry: sdk.createVaultRegistry(environment, onProblem),
    invoke: createInvoke({ invokeUrl, functionIds, sign: sdk.createRequestSigner(environment) }),
  };
}
