import type { FailedInvocations } from '../oci/failed-invocations.ts';
import type { Environment } from './environment.ts';

/** The queue of failed detached invocations; `undefined` on one machine, and where none is configured. */
export async function openFailedInvocations(
  environment: Environment,
): Promise<FailedInvocations | undefined> {
  if (environment.registry.kind === 'files') return undefined;
  const { failedInvocations } = await import('../oci/sdk.ts');
  return failedInvocations(environment);
}
