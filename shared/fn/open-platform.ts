import type { ClanRegistry } from '../clans/clan-record.ts';
import { createFileRegistry } from '../clans/file-registry.ts';
import type { Environment } from '../platform/environment.ts';
import type { Invoke } from '../platform/invoke.ts';
import { openInvoke } from './open-invoke.ts';
import { stoppedClans } from './stopped-clans.ts';

/** Where clans are found and how functions are called: in OCI, or on one machine. */
export interface Platform {
  /** Without a memory; `createCachingRegistry` stands before it. */
  readonly registry: ClanRegistry;
  readonly invoke: Invoke;
}

/** Opens what the environment names. `onProblem` is called for clans that a listing leaves out. */
export async function openPlatform(
  environment: Environment,
  onProblem: (message: string) => void,
): Promise<Platform> {
  const invoke = await openInvoke(environment);
  const { registry } = environment;
  if (registry.kind === 'files') {
    const isStopped = stoppedClans(environment);
    return { invoke, registry: createFileRegistry({ directory: registry.directory, onProblem, isStopped }) };
  }
  const { createVaultRegistry } = await import('../oci/sdk.ts');
  return { invoke, registry: createVaultRegistry(environment, onProblem) };
}
