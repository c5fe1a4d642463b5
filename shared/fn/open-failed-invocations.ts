import { setTimeout } from 'node:timers/promises';
import { createNodeTransport } from '../http/node-transport.ts';
import { createFailedInvocations, type FailedInvocations } from '../oci/failed-invocations.ts';
import { createOciClient } from '../oci/oci-client.ts';
import type { Environment } from '../platform/environment.ts';

/**
 * The queue of failed detached invocations; `undefined` where none is configured (`FAILED_QUEUE_ID`). On one machine
 * (clan records in files) its id is the permission and calls are unsigned, so that OCI's SDK is not loaded there:
 * it cannot be by a user without a home directory.
 */
export async function openFailedInvocations({
  registry,
  variables,
}: Pick<Environment, 'registry' | 'variables'>): Promise<FailedInvocations | undefined> {
  const { FAILED_QUEUE_ID: queueId, FAILED_QUEUE_URL: messagesUrl } = variables;
  if (!queueId || !messagesUrl) return undefined;
  const call = registry.kind === 'files' ? unsignedClient() : (await signedSession(variables)).call;
  return createFailedInvocations(call, { queueId, messagesUrl });
}

async function signedSession(variables: Environment['variables']) {
  const { openOciSession } = await import('../oci/sdk.ts');
  return openOciSession(variables);
}

function unsignedClient() {
  return createOciClient({
    signing: { sign: async ({ headers }) => ({ ...headers }), renew: async () => {} },
    transport: createNodeTransport(),
    pause: (ms) => setTimeout(ms),
    random: Math.random,
  });
}
