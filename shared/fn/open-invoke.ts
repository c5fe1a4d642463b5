import type { Environment } from '../platform/environment.ts';
import type { Invoke } from '../platform/invoke.ts';
import { createInvoke } from './create-invoke.ts';

/**
 * How functions are called: signed in OCI, unsigned on one machine. OCI's SDK is a file of its own that is loaded
 * only with `VAULT_ID`, since loading it takes longer than starting the rest of a function.
 */
export async function openInvoke(environment: Environment): Promise<Invoke> {
  const { invokeUrl, functionId, registry } = environment;
  if (registry.kind === 'files') return createInvoke({ invokeUrl, functionId });
  const { signingOf } = await import('../oci/sdk.ts');
  return createInvoke({ invokeUrl, functionId, signing: signingOf(environment) });
}
