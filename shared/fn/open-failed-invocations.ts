import type { FailedInvocations } from '../oci/failed-invocations.ts';
import type { Environment } from '../platform/environment.ts';

/** The queue of failed detached invocations; `undefined` where none is configured. */
export async function openFailedInvocations(
  environment: Environment,
): Promise<FailedInvocations | undefined> {
  if ((environment.variables['FAILED_QUEUE_ID'] ?? '') === '') return undefined;
  const { failedInvocations } = await import('../oci/sdk.ts');
  return failedInvocations(environment);
}
