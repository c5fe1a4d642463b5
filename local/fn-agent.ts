import { randomBytes } from 'node:crypto';
import { createFnHost, type FnHost, type FnHostOptions } from './fn-host.ts';
import { startFunctionsApi } from './functions-api.ts';

export interface FnAgent extends FnHost {
  /** Base of the Functions API, on loopback. */
  readonly url: string;
  /** The functions' ids by name. */
  readonly ids: Readonly<Record<string, string>>;
}

export interface FnAgentOptions extends Omit<FnHostOptions, 'environment'> {
  /** What every function's configuration holds besides its name and where other functions are found. */
  readonly configuration: Readonly<Record<string, string>>;
}

/** Runs the functions as OCI Functions does: processes on demand behind the same HTTP API. */
export async function startFnAgent(options: FnAgentOptions): Promise<FnAgent> {
  const ids = Object.fromEntries(
    options.functions.map(({ name }) => [name, `ocid1.fnfunc.local.${randomBytes(16).toString('hex')}`]),
  );
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  const api = await startFunctionsApi(() => host, names);
  const host = await createFnHost({
    ...options,
    environment: (name) => ({
      ...options.configuration,
      FUNCTION_NAME: name,
      INVOKE_URL: api.url,
      FUNCTION_IDS: JSON.stringify(ids),
    }),
  });
  return {
    ...host,
    url: api.url,
    ids,
    async stop(graceMs) {
      // Functions under way may still call others, so the API ends after them.
      await host.stop(graceMs);
      await api.stop();
    },
  };
}
