import { randomBytes } from 'node:crypto';
import { createFailureQueue, type FailureQueue } from './failure-queue.ts';
import { createFnHost, type FnHost, type FnHostOptions } from './fn-host.ts';
import { startFunctionsApi } from './functions-api.ts';

export interface FnAgent extends FnHost {
  /** Base of the Functions API, on loopback. */
  readonly url: string;
  /** The functions' ids by name. */
  readonly ids: Readonly<Record<string, string>>;
  /** Detached calls that failed, until `deliver-outbox` has ended them. */
  readonly failures: FailureQueue;
}

export interface FnAgentOptions extends Omit<FnHostOptions, 'environment' | 'onFailed'> {
  /** What every function's configuration holds besides its name and where other functions are found. */
  readonly configuration: Readonly<Record<string, string>>;
}

/** Runs the functions as OCI Functions does: processes on demand behind the same HTTP API. */
export async function startFnAgent(options: FnAgentOptions): Promise<FnAgent> {
  const ids = Object.fromEntries(
    options.functions.map(({ name }) => [name, `ocid1.fnfunc.local.${randomBytes(16).toString('hex')}`]),
  );
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  const failures = createFailureQueue(Date.now);
  const api = await startFunctionsApi({ host: () => host, names, failures });
  const host: FnHost = await createFnHost({
    ...options,
    onFailed: (name, body) => failures.add(name, body.toString('utf8')),
    environment: (name) => ({
      ...options.configuration,
      FUNCTION_NAME: name,
      INVOKE_URL: api.url,
      FUNCTION_IDS: JSON.stringify(ids),
      FAILED_QUEUE_ID: failures.id,
      FAILED_QUEUE_URL: api.url,
    }),
  });
  return {
    ...host,
    url: api.url,
    ids,
    failures,
    async stop(graceMs) {
      // Functions under way may still call others, so the API ends after them.
      await host.stop(graceMs);
      await api.stop();
    },
  };
}
